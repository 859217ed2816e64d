import type { EntityManager } from 'typeorm';
import { chairInterval } from '../engine/chair.js';
import type { TermChange } from '../engine/term-change.js';
import type { Term } from '../engine/term.js';
import type { IsoDate, IsoInstant } from '../engine/words.js';
import { startOfDay } from '../engine/zones.js';
import type { LockedStream } from '../storage/database.js';

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
 * so that the database sees one chair at any moment.
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
  const leavingFirst = [...changes].sort((a, b) => Number(isInChair(a.after)) - Number(isInChair(b.after)));
  for (const change of leavingFirst) await writeTerm(em, locked, change, zone, passage);
}

const WRITE = `
  INSERT INTO term AS t (body_id, id, kind, state, position, planned_start, planned_end, effective_start, effective_end,
    start_precision, end_precision, label, boundary, certainty, certainty_note, pauses, sources, chair_from, chair_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
  ON CONFLICT ON CONSTRAINT term_pkey DO UPDATE SET
    kind = $3, state = $4, position = $5, planned_start = $6, planned_end = $7, effective_start = $8, effective_end = $9,
    start_precision = $10, end_precision = $11, label = $12, boundary = $13, certainty = $14, certainty_note = $15,
    pauses = $16, sources = $17, chair_from = coalesce(t.chair_from, $18), chair_until = $19, version = t.version + 1
  RETURNING version`;

async function writeTerm(
  em: EntityManager,
  locked: LockedStream,
  { before, after, revision }: TermChange,
  zone: string,
  passage: Passage | null,
): Promise<void> {
  const chair = chairInterval(after);
  const instant = (day: IsoDate): IsoInstant => (day === passage?.on ? passage.at : startOfDay(day, zone));
  const [written]: { version: number }[] = await em.query(WRITE, [
    locked.bodyId,
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
  ]);
  if (written === undefined) throw new Error('A term was not written');
  if (before === null || before.holders.join() !== after.holders.join()) await writeHolders(em, locked.bodyId, after);
  if (revision === null) return;
  await em.query(
    `INSERT INTO term_revision (body_id, term_id, version, account_seq, move, changed, decided_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [locked.bodyId, after.id, written.version, locked.seq + 1, revision.by, revision.changed, revision.decidedBy],
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
