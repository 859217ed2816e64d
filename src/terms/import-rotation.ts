import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sha256, writeAccount } from '../audit/account.js';
import type { Happening, Refused } from '../engine/decision.js';
import type { Problem } from '../engine/inspection.js';
import { readRotations, type Rotation } from '../engine/terms/rotation-import.js';
import { differences, happening, type TermChange } from '../engine/terms/term-change.js';
import { gate } from '../engine/terms/term-gates.js';
import type { IsoDate } from '../engine/words.js';
import type { Caller } from '../people/caller.js';
import { BODY_STREAM, Database, type LockedStream } from '../storage/database.js';
import { addMissingMembers, type AddedMember } from './add-missing-members.js';
import { loadRotation } from './load-rotation.js';
import { mergeRotation, type MergedRotation } from './merge-rotation.js';
import { writeTerms } from './term-rows.js';

/** What an import added. */
export interface ImportReceipt {
  /** True when everything in the document was here already, or just this document was imported before: nothing was written. */
  readonly unchanged: boolean;
  readonly added: readonly string[];
  readonly known: readonly string[];
  /** Added terms whose days or holders the sources leave in doubt. */
  readonly uncertain: readonly string[];
  /** Members who were missing, by their code. */
  readonly members: readonly string[];
  readonly account: { readonly seq: number; readonly hash: string };
}

/** The refusal of a document, with everything that is wrong in it and where. */
export interface RotationRefused extends Refused {
  readonly problems: readonly Problem[];
}

interface Found {
  readonly rotation: Rotation;
  /** Where its terms stand in the document. */
  readonly path: string;
}

const NOT_THEIRS: Refused = { refused: true, gates: [gate('term.not_your_side', { desks: ['secretariat'] })] };

/**
 * Imports the rotation of a body from a document that was not written by us: all its terms, each with its certainty,
 * precision, boundary and sources, and the members that are missing. All or nothing. Nobody is sent a message: what is
 * imported is what was agreed before.
 */
@Injectable()
export class ImportRotation {
  constructor(private readonly database: Database) {}

  /**
   * @param caller someone of the secretariat, or whoever runs the installation.
   * @param document parsed JSON in any of the shapes of `readRotations`; of several bodies the one with this id is taken.
   * @returns null when there is no such body.
   */
  async execute(
    { bodyId, personId, roles }: Caller,
    document: unknown,
  ): Promise<ImportReceipt | RotationRefused | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const facts = await loadRotation(em, bodyId, personId, locked.at);
      if (facts === null) return null;
      if (!roles.includes('secretariat')) return NOT_THEIRS;
      const found = find(bodyId, document, facts.today);
      if ('problems' in found) return unreadable(found.problems);
      const digest = sha256(JSON.stringify(document));
      const merged = mergeRotation(facts.terms, found.rotation.terms, found.path);
      if (merged.added.length === 0 && merged.problems.length === 0) return unchanged(merged, locked);
      if (await wasImported(em, locked, digest)) return unchanged(merged, locked);
      if (merged.problems.length > 0) return unreadable(merged.problems);
      const members = await addMissingMembers(em, bodyId, found.rotation);
      await writeTerms(em, locked, merged.changes, facts.zone, null);
      await writeRemarks(em, bodyId, found.rotation);
      const happenings = happeningsOf(bodyId, digest, merged, members);
      const after = writeAccount(em, locked, { actorId: personId, happenings, owed: [] });
      return receipt(merged, members, after);
    });
  }
}

/** The rotation of this body in a document of one or of several. */
function find(bodyId: string, document: unknown, today: IsoDate): Found | { readonly problems: readonly Problem[] } {
  const read = readRotations(document, today);
  if ('problems' in read) return read;
  const several = typeof document === 'object' && document !== null && 'bodies' in document;
  const at = read.rotations.findIndex(({ body }) => body.key === bodyId);
  const rotation = read.rotations[at];
  if (rotation !== undefined) return { rotation, path: several ? `bodies[${String(at)}].terms` : 'terms' };
  const message = several ? `must have one with the key ${bodyId}` : `must be ${bodyId}, the body it is imported to`;
  return { problems: [{ path: several ? 'bodies' : 'key', message }] };
}

function unreadable(problems: readonly Problem[]): RotationRefused {
  const facts = { problems: problems.length };
  return { refused: true, gates: [{ code: 'rotation.unreadable', facts, whose: 'nobody' }], problems };
}

/** Life goes on after an import: the same document, sent again, is no news, even where terms have moved on since. */
async function wasImported(em: EntityManager, { bodyId, stream }: LockedStream, digest: string): Promise<boolean> {
  const rows: unknown[] = await em.query(
    `SELECT FROM account_entry WHERE body_id = $1 AND stream = $2 AND subject = $3 AND action = 'rotation.imported'
       AND entry::jsonb #>> '{facts,document}' = $4 LIMIT 1`,
    [bodyId, stream, `body:${bodyId}`, digest],
  );
  return rows.length > 0;
}

async function writeRemarks(
  em: EntityManager,
  bodyId: string,
  { body, remarks, irregularities }: Rotation,
): Promise<void> {
  await em.query(
    `UPDATE term SET remarks = said.facts FROM jsonb_to_recordset($2) AS said(term text, facts jsonb)
     WHERE term.body_id = $1 AND term.id = said.term AND term.remarks = '{}'`,
    [bodyId, JSON.stringify(remarks)],
  );
  const told = { ...body.texts, irregularities, orderBeforeAmendment: body.orderBeforeAmendment };
  await em.query(
    `UPDATE body SET facts = facts || jsonb_build_object('rotation', $2::jsonb), version = version + 1
     WHERE id = $1 AND facts->'rotation' IS DISTINCT FROM $2::jsonb`,
    [bodyId, told],
  );
}

/** A line for every member and every term, and the last for the document as a whole. */
function happeningsOf(
  bodyId: string,
  document: string,
  { changes, added, known }: MergedRotation,
  members: readonly AddedMember[],
): [Happening, ...Happening[]] {
  const lines = [
    ...changes.map(lineOf),
    ...members.map(({ id, facts }) => ({ action: 'member.added', subject: `member:${id}`, facts })),
  ];
  const facts = { document, added, known, members: members.map(({ id }) => id) };
  const whole: Happening = { action: 'rotation.imported', subject: `body:${bodyId}`, facts };
  const [first, ...rest] = lines;
  return first === undefined ? [whole] : [first, ...rest, whole];
}

function lineOf({ before, after }: TermChange): Happening {
  return happening(before === null ? 'term.imported' : 'term.renumbered', after, differences(before, after));
}

function unchanged({ known }: MergedRotation, { seq, head }: LockedStream): ImportReceipt {
  return { unchanged: true, added: [], known, uncertain: [], members: [], account: { seq, hash: head } };
}

function receipt(
  { changes, added, known }: MergedRotation,
  members: readonly AddedMember[],
  { seq, head }: LockedStream,
): ImportReceipt {
  const uncertain = changes.flatMap(({ before, after }) =>
    before === null && after.certainty !== 'confirmed' ? [after.id] : [],
  );
  const account = { seq, hash: head };
  return { unchanged: false, added, known, uncertain, members: members.map(({ id }) => id), account };
}
