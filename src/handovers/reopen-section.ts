import type { EntityManager } from 'typeorm';
import { writeAccount } from '../audit/account.js';
import { sidesOf, type Actor } from '../engine/decision.js';
import { decideReopening } from '../engine/handovers/decide-section.js';
import type { HandoverState } from '../engine/handovers/handover.js';
import type { SectionContent } from '../engine/handovers/section-content.js';
import type { SectionState } from '../engine/handovers/section.js';
import { owedFor } from '../notifications/owed.js';
import { type LockedStream } from '../storage/database.js';
import { prepared, sendAlong } from '../storage/statements.js';
import { contentOfSection, digestOfContent } from './section-content.queries.js';

interface Row {
  readonly state: SectionState;
  readonly version: number;
  readonly handoverState: HandoverState;
  readonly presented: SectionContent | null;
}

const PRESENTED = `
  SELECT s.state, s.version, h.state AS "handoverState", s.presented_content AS presented
  FROM section s JOIN handover h ON h.body_id = s.body_id AND h.id = s.handover_id
  WHERE s.body_id = $1 AND s.handover_id = $2 AND s.id = $3`;

const REOPEN = `
  UPDATE section SET state = $5, state_since = $6, version = version + 1, review_due_on = NULL, review_look_at = NULL
  WHERE body_id = $1 AND handover_id = $2 AND id = $3 AND version = $4 RETURNING id`;

/**
 * Takes a section out of its review, or takes back what was decided of it, where its tasks or documents are no longer as
 * they were presented. For whoever has just changed them, in the same transaction: nothing is accepted that has changed.
 * What was accepted is kept, so that the difference can be told.
 * @param locked the account as it stands after what the change itself has told.
 */
export async function reopenChangedSection(
  em: EntityManager,
  locked: LockedStream,
  sectionId: string,
  actor: Actor,
): Promise<LockedStream> {
  const key = [locked.bodyId, locked.stream, sectionId];
  const [row] = await prepared<Row>(em, 'section-presented', PRESENTED, key);
  if (row === undefined || row.presented === null) return locked;
  const now = await contentOfSection(em, locked.bodyId, locked.stream, sectionId);
  if (now === null) return locked;
  const facts = { ...row, id: sectionId, content: digestOfContent(now) };
  const reopening = decideReopening(facts, row.presented, now, sidesOf(actor));
  if (reopening === null) return locked;
  const { changes, happenings, messages } = reopening;
  sendAlong(em, 'reopen-section', REOPEN, [...key, row.version, changes.state, locked.at]);
  const owed = owedFor(messages, null, actor.personId, locked.at);
  return writeAccount(em, locked, { actorId: actor.personId, happenings, owed });
}

const UNDER_REVIEW = `
  SELECT id FROM section WHERE body_id = $1 AND handover_id = $2 AND state <> 'drafting' ORDER BY position`;

/** The same for every section of a handover: once its pack is open again, what was added meanwhile counts. */
export async function reopenChangedSections(
  em: EntityManager,
  locked: LockedStream,
  actor: Actor,
): Promise<LockedStream> {
  const sections = await prepared<{ id: string }>(em, 'sections-under-review', UNDER_REVIEW, [
    locked.bodyId,
    locked.stream,
  ]);
  let account = locked;
  for (const { id } of sections) account = await reopenChangedSection(em, account, id, actor);
  return account;
}
