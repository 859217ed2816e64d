import type { EntityManager } from 'typeorm';
import type { Refused } from '../../engine/decision.js';
import { readArchived } from '../../handovers/read-handover.js';
import type { Caller } from '../../people/caller.js';
import type { Database } from '../../storage/database.js';

/** Reads something for those who work in a handover, or did before their side gave up the chair; observers are told that it is not there. */
export async function readFromInside<T>(
  database: Database,
  caller: Caller,
  handoverId: string,
  work: (em: EntityManager) => Promise<T | null>,
): Promise<T | Refused | null> {
  return readArchived(database, caller, handoverId, (em, { inside }) => (inside ? work(em) : Promise.resolve(null)));
}
