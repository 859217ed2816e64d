import type { EntityManager } from 'typeorm';
import { writeAccount } from '../audit/account.js';
import type { Actor, Refused } from '../engine/decision.js';
import { passChair, type PassChair } from '../engine/terms/pass-chair.js';
import type { IsoDate } from '../engine/words.js';
import { lockBodyToo, type LockedStream } from '../storage/database.js';
import { loadTerms, writeTerms } from './term-rows.js';

/**
 * Concludes the term in the chair and starts the next, as part of the transaction in which a handover takes effect.
 * Told in the account of the body; who is told by mail is the handover's matter. Null when it was done.
 * @param today and the days of `zone`, the body's.
 */
export async function passChairTo(
  em: EntityManager,
  locked: LockedStream,
  command: PassChair,
  actor: Actor,
  today: IsoDate,
  zone: string,
): Promise<Refused | null> {
  const body = await lockBodyToo(em, locked);
  const decision = passChair(await loadTerms(em, locked.bodyId), command, actor, today);
  if (decision.refused) return decision;
  const passage = command.on === today ? { on: command.on, at: locked.at } : null;
  await writeTerms(em, body, decision.changes.terms, zone, passage);
  writeAccount(em, body, { actorId: actor.personId, happenings: decision.happenings, owed: [] });
  return null;
}
