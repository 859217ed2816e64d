import type { EntityManager } from 'typeorm';
import type { Refused } from '../../engine/decision.js';
import { archiveReaderOf, readArchived, readerOf, type Reader } from '../../handovers/read-handover.js';
import type { Caller } from '../../people/caller.js';
import type { Database } from '../../storage/database.js';
import type { PackFile } from './pack-files.queries.js';

/** Reads something for those who work in a handover, or did before their side gave up the chair; observers are told that it is not there. */
export async function readFromInside<T>(
  database: Database,
  caller: Caller,
  handoverId: string,
  work: (em: EntityManager) => Promise<T | null>,
): Promise<T | Refused | null> {
  return readArchived(database, caller, handoverId, (em, { inside }) => (inside ? work(em) : Promise.resolve(null)));
}

/** As what somebody has a file: a pack as it is now is for those who read it still, what a record tells for those who did. */
export function fileReaderOf(
  em: EntityManager,
  caller: Caller,
  handoverId: string,
  kind: PackFile['kind'],
): Promise<Reader | Refused | null> {
  return kind === 'pack_pdf' ? readerOf(em, caller, handoverId) : archiveReaderOf(em, caller, handoverId);
}
