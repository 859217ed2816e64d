import type { EntityManager } from 'typeorm';
import { writeAccount } from '../audit/account.js';
import type { Accepted, Message } from '../engine/decision.js';
import type { TermChange } from '../engine/terms/term-change.js';
import { owedFor } from '../notifications/owed.js';
import type { LockedStream } from '../storage/database.js';
import type { RotationFacts } from './load-rotation.js';
import { writeTerms } from './term-rows.js';

/**
 * Writes what was decided about the terms of a body: rows, revisions, the account and what is owed. A chair that passes
 * today passes at this instant, on any other day at its beginning.
 * @param messages each for one person.
 * @returns the account as it stands then.
 */
export async function writeDecision(
  em: EntityManager,
  locked: LockedStream,
  { actor, today, zone }: RotationFacts,
  changes: readonly TermChange[],
  happenings: Accepted<unknown>['happenings'],
  messages: readonly Message[],
): Promise<LockedStream> {
  await writeTerms(em, locked, changes, zone, { on: today, at: locked.at });
  const owed = owedFor(messages, null, actor.personId, locked.at);
  return writeAccount(em, locked, { actorId: actor.personId, happenings, owed });
}
