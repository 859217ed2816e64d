import type { EntityManager } from 'typeorm';
import type { Refused } from '../engine/decision.js';
import type { IsoDate } from '../engine/words.js';
import type { Caller } from '../people/caller.js';
import { Database, isRefused } from '../storage/database.js';
import { prepared } from '../storage/statements.js';
import { notAParty, rightsEnded } from './not-a-party.js';

/** How someone reads a handover: from inside (its chairs and the secretariat), or as an observer from outside. */
export interface Reader {
  readonly inside: boolean;
}

/** The side that gave up the chair reads longer than it writes; then it is told like any other bystander, and why. */
const IS_PARTY = `
  SELECT jsonb_array_length(reading_hats($1, $2, $3, gavel_now())) > 0 AS party
  FROM handover WHERE body_id = $1 AND id = $2`;

/** The last day on which this person's side could do something in a handover; null where it never could. */
const HAD_RIGHTS = `
  SELECT CASE WHEN jsonb_array_length(reading_hats($1, $2, $3, gavel_now())) > 0
      THEN passed_on($1, $2) + b.writes_after_days ELSE passed_on($1, $2) + b.reads_after_days END AS until,
    jsonb_array_length(reading_hats($1, $2, $3, gavel_now())) > 0 AS reads
  FROM body b
  WHERE b.id = $1 AND passed_on($1, $2) IS NOT NULL
    AND jsonb_array_length(hats_for_days($1, $2, $3, gavel_now(), 1000000)) > 0`;

/** Whether this person's side ever had a part in a handover whose chair has passed. Values: body, handover, person. */
const HAD_PART = `
  SELECT jsonb_array_length(hats_for_days($1, $2, $3, gavel_now(), 1000000)) > 0 AS had
  FROM handover WHERE body_id = $1 AND id = $2`;

/** As what a caller may read a handover; refuses a bystander of the same body; null when there is no such handover. */
export async function readerOf(
  em: EntityManager,
  caller: Caller,
  handoverId: string,
): Promise<Reader | Refused | null> {
  const party = await isParty(em, caller, handoverId);
  if (party === null) return null;
  return readerBy(caller, party) ?? refuseBystander(em, caller.bodyId, handoverId, caller.personId);
}

/** Whether somebody is of one of a handover's sides; null when there is no such handover. */
async function isParty(em: EntityManager, caller: Caller, handoverId: string): Promise<boolean | null> {
  const values = [caller.bodyId, handoverId, caller.personId];
  const [row] = await prepared<{ party: boolean }>(em, 'is-party', IS_PARTY, values);
  return row?.party ?? null;
}

/** Null for a bystander. */
function readerBy({ roles }: Caller, isParty: boolean): Reader | null {
  const inside = isParty || roles.includes('secretariat');
  return inside || roles.includes('observer') ? { inside } : null;
}

/** The same for its records and archives, which the side that gave up the chair keeps when it reads nothing else any more. */
export async function archiveReaderOf(
  em: EntityManager,
  caller: Caller,
  handoverId: string,
): Promise<Reader | Refused | null> {
  const reader = await readerOf(em, caller, handoverId);
  if (!isRefused(reader)) return reader;
  const values = [caller.bodyId, handoverId, caller.personId];
  const [row] = await prepared<{ had: boolean }>(em, 'had-part', HAD_PART, values);
  return row?.had === true ? { inside: true } : reader;
}

/**
 * The refusal of somebody who may not do this in a handover: they never had a part in it, or their side has given up the
 * chair and the days after which it still had one are over.
 */
export async function refuseBystander(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  personId: string,
): Promise<Refused> {
  const values = [bodyId, handoverId, personId];
  const [had] = await prepared<{ until: IsoDate; reads: boolean }>(em, 'had-rights', HAD_RIGHTS, values);
  return had === undefined ? notAParty(handoverId) : rightsEnded(handoverId, had.until, had.reads);
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

/**
 * The same in one round trip, for what does not depend on as what the caller reads: it is asked together with whether they
 * may, and thrown away where they may not.
 * @param ask sends everything it asks before it waits for anything.
 */
export async function readHandoverAtOnce<T>(
  database: Database,
  caller: Caller,
  handoverId: string,
  ask: (em: EntityManager) => Promise<T | null>,
): Promise<{ readonly found: T; readonly reader: Reader } | Refused | null> {
  const [party, found] = await database.readAtOnce(caller.bodyId, (em) =>
    Promise.all([isParty(em, caller, handoverId), ask(em)]),
  );
  if (party === null || found === null) return null;
  const reader = readerBy(caller, party);
  if (reader !== null) return { found, reader };
  return readHandover(database, caller, handoverId, () => Promise.resolve(null));
}

/** Reads something of the records and archives of a handover, for a caller who may have those. */
export async function readArchived<T>(
  database: Database,
  caller: Caller,
  handoverId: string,
  work: (em: EntityManager, reader: Reader) => Promise<T | null>,
): Promise<T | Refused | null> {
  return database.read(caller.bodyId, async (em) => {
    const reader = await archiveReaderOf(em, caller, handoverId);
    return reader === null || isRefused(reader) ? reader : work(em, reader);
  });
}
