import type { EntityManager } from 'typeorm';
import { chairInterval } from '../engine/terms/chair.js';
import type { TermChange, TermRevision } from '../engine/terms/term-change.js';
import type { Term } from '../engine/terms/term.js';
import type { IsoDate, IsoInstant } from '../engine/words.js';
import { startOfDay } from '../engine/time/zones.js';
import { type LockedStream } from '../storage/database.js';
import { prepared } from '../storage/statements.js';

/** A term with the version of its row. */
export interface VersionedTerm extends Term {
  readonly version: number;
}

/** A row's columns as the engine names them; dates are ISO days. */
const TERM = `
  t.id, t.kind, t.state, t.position::float8 AS position,
  jsonb_build_object('start', t.planned_start, 'end', t.planned_end) AS planned,
  jsonb_build_object('start', t.effective_start, 'end', t.effective_end) AS effective,
  t.label, t.boundary, t.certainty, t.certainty_note AS "certaintyNote",
  jsonb_build_object('start', t.start_precision, 'end', t.end_precision) AS precision, t.pauses, t.sources, t.version,
  array(SELECT h.member_id::text FROM term_holder h WHERE h.body_id = t.body_id AND h.term_id = t.id ORDER BY h.position)
    AS holders`;

/** All terms of a body in the order of the rotation. */
export async function loadTerms(em: EntityManager, bodyId: string): Promise<VersionedTerm[]> {
  return em.query(`SELECT ${TERM} FROM term t WHERE t.body_id = $1 ORDER BY t.position, t.id`, [bodyId]);
}

/** One term, or null. */
export async function loadTerm(em: EntityManager, bodyId: string, termId: string): Promise<VersionedTerm | null> {
  const rows: VersionedTerm[] = await em.query(`SELECT ${TERM} FROM term t WHERE t.body_id = $1 AND t.id = $2`, [
    bodyId,
    termId,
  ]);
  return rows[0] ?? null;
}

/** When a chair passes on a certain day: at once if that day is today, else at its beginning in the body's zone. */
export interface Passage {
  readonly on: IsoDate;
  readonly at: IsoInstant;
}

/**
 * Writes what a decision changed in the rotation. Terms that leave the chair are written before those that take it,
 * so that the database sees one chair at any moment. The account tells of the changes in their order: the revision of
 * the first points to its next entry, and so on.
 * @param zone of the body: its days begin there.
 * @param passage when the chair passes in this change; null when it does not.
 */
export async function writeTerms(
  em: EntityManager,
  locked: LockedStream,
  changes: readonly TermChange[],
  zone: string,
  passage: Passage | null,
): Promise<void> {
  const instant = (day: IsoDate): IsoInstant => (day === passage?.on ? passage.at : startOfDay(day, zone));
  const numbered = changes.map((change, index) => ({ change, seq: locked.seq + 1 + index }));
  const leavingFirst = numbered.sort((a, b) => Number(isInChair(a.change.after)) - Number(isInChair(b.change.after)));
  for (const { change, seq } of leavingFirst) {
    const { before, after, revision } = change;
    const version = await writeTerm(em, locked.bodyId, change, instant);
    if (before === null || before.holders.join() !== after.holders.join()) await writeHolders(em, locked.bodyId, after);
    if (revision !== null) await writeRevision(em, locked.bodyId, revision, version, seq);
  }
}

const COLUMNS = `kind, state, position, planned_start, planned_end, effective_start, effective_end, start_precision,
  end_precision, label, boundary, certainty, certainty_note, pauses, sources, chair_from, chair_until`;
const VALUES = '$3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16::jsonb, $17::text[]';
const INSERT = `
  INSERT INTO term (body_id, id, ${COLUMNS}) VALUES ($1, $2, ${VALUES}, $18::timestamptz, $19::timestamptz) RETURNING version`;
/** The instants at which a chair passed stay what they were, whatever is noted of the term later. */
const UPDATE = `
  UPDATE term SET (${COLUMNS}) = ROW (${VALUES}, coalesce(chair_from, $18::timestamptz), coalesce(chair_until, $19::timestamptz)),
    version = version + 1
  WHERE body_id = $1 AND id = $2 AND version = $20 RETURNING version`;

interface Written {
  readonly version: number;
}

async function writeTerm(
  em: EntityManager,
  bodyId: string,
  { before, after }: TermChange,
  instant: (day: IsoDate) => IsoInstant,
): Promise<number> {
  const chair = chairInterval(after);
  const values = [
    bodyId,
    after.id,
    after.kind,
    after.state,
    after.position,
    after.planned.start,
    after.planned.end,
    after.effective.start,
    after.effective.end,
    after.precision.start,
    after.precision.end,
    after.label,
    after.boundary,
    after.certainty,
    after.certaintyNote,
    JSON.stringify(after.pauses),
    after.sources,
    chair === null ? null : instant(chair.from),
    chair === null || chair.until === null ? null : instant(chair.until),
  ];
  // The engine hands back the terms that it was given, and it was given rows.
  const [written] =
    before === null
      ? await prepared<Written>(em, 'insert-term', INSERT, values)
      : await prepared<Written>(em, 'update-term', UPDATE, [...values, (before as VersionedTerm).version]);
  if (written === undefined) throw new Error('A term changed although its rotation was locked');
  return written.version;
}

async function writeRevision(
  em: EntityManager,
  bodyId: string,
  { term, by, changed, decidedBy }: TermRevision,
  version: number,
  accountSeq: number,
): Promise<void> {
  await em.query(
    `INSERT INTO term_revision (body_id, term_id, version, account_seq, move, changed, decided_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [bodyId, term, version, accountSeq, by, changed, decidedBy],
  );
}

async function writeHolders(em: EntityManager, bodyId: string, term: Term): Promise<void> {
  await em.query('DELETE FROM term_holder WHERE body_id = $1 AND term_id = $2', [bodyId, term.id]);
  await em.query(
    `INSERT INTO term_holder (body_id, term_id, member_id, position)
     SELECT $1, $2, member_id, place FROM unnest($3::text[]) WITH ORDINALITY AS held(member_id, place)`,
    [bodyId, term.id, term.holders],
  );
}

function isInChair(term: Term): boolean {
  return term.state === 'serving' || term.state === 'suspended';
}
