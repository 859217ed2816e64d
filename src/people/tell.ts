import type { EntityManager } from 'typeorm';
import { writeAccount } from '../audit/account.js';
import type { Happening } from '../engine/decision.js';
import type { IsoDate } from '../engine/words.js';
import { localDate } from '../engine/time/zones.js';
import type { LockedStream } from '../storage/database.js';

/** What a command answers: what was added or changed, its version now, and where the account tells of it. */
export interface Receipt {
  readonly id: string;
  readonly version: number;
  readonly account: { readonly seq: number; readonly hash: string };
}

/** Tells of one thing that happened to one person, office, member, ... and gives the receipt of it. */
export function tell(
  em: EntityManager,
  locked: LockedStream,
  actorId: string,
  { id, version }: Pick<Receipt, 'id' | 'version'>,
  happening: Happening,
): Receipt {
  const after = writeAccount(em, locked, { actorId, happenings: [happening], owed: [] });
  return { id, version, account: { seq: after.seq, hash: after.head } };
}

/** The day it is for the body. */
export async function todayIn(em: EntityManager, locked: LockedStream): Promise<IsoDate> {
  const [body]: { zone: string }[] = await em.query('SELECT zone FROM body WHERE id = $1', [locked.bodyId]);
  if (body === undefined) throw new Error('A body with an account has a row');
  return localDate(locked.at, body.zone);
}

/** A happening with the reason that was given, if one was. */
export function because(happening: Happening, reason: string | undefined): Happening {
  return reason === undefined ? happening : { ...happening, text: reason };
}
