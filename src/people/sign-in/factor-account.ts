import type { EntityManager } from 'typeorm';
import type { Facts } from '../../engine/words.js';
import type { LockedStream } from '../../storage/database.js';
import { tell, type Receipt } from '../tell.js';

/** What the account tells of second factors; never a secret, nor which device. */
type FactorAction =
  'second_factor.added' | 'second_factor.removed' | 'second_factor.reset' | 'recovery_code.used' | 'recovery_code.made';

/** Tells that something about a person's second factors has changed. @param actorId who changed it. */
export function tellOfFactor(
  em: EntityManager,
  locked: LockedStream,
  actorId: string,
  personId: string,
  action: FactorAction,
  facts: Facts,
): Receipt {
  return tell(em, locked, actorId, { id: personId, version: 1 }, { action, subject: `person:${personId}`, facts });
}
