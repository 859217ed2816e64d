import type { EntityManager } from 'typeorm';
import type { Refused } from '../engine/decision.js';
import type { Caller } from '../people/caller.js';
import { Database, isRefused, prepared } from '../storage/database.js';
import { notAParty } from './not-a-party.js';

/** How someone reads a handover: from inside (its chairs and the secretariat), or as an observer from outside. */
export interface Reader {
  readonly inside: boolean;
}

const IS_PARTY = `
  SELECT jsonb_array_length(hats_in_handover($1, $2, $3, gavel_now())) > 0 AS party
  FROM handover WHERE body_id = $1 AND id = $2`;

/** As what a caller may read a handover; refuses a bystander of the same body; null when there is no such handover. */
export async function readerOf(
  em: EntityManager,
  caller: Caller,
  handoverId: string,
): Promise<Reader | Refused | null> {
  const values = [caller.bodyId, handoverId, caller.personId];
  const [row] = await prepared<{ party: boolean }>(em, 'is-party', IS_PARTY, values);
  if (row === undefined) return null;
  const inside = row.party || caller.roles.includes('secretariat');
  return inside || caller.roles.includes('observer') ? { inside } : notAParty(handoverId);
}

/**
 * Reads something of a handover for a caller who may: the secretariat, the people of its two chairs, observers.
 * Refuses a bystander of the same body; null when there is no such handover, or nothing was found in it.
 */
export async function readHandover<T>(
  database: Database,
  caller: Caller,
  handoverId: string,
  work: (em: EntityManager, reader: Reader) => Promise<T | null>,
): Promise<T | Refused | null> {
  return database.read(caller.bodyId, async (em) => {
    const reader = await readerOf(em, caller, handoverId);
    return reader === null || isRefused(reader) ? reader : work(em, reader);
  });
}
