import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Happening } from '../engine/decision.js';
import { chainEntries, type AccountEntry } from '../engine/account/record.js';
import type { Owed } from '../notifications/owed.js';
import { type LockedStream } from '../storage/database.js';
import { sendAlong } from '../storage/statements.js';

/** What a command leaves behind beside the rows it changed: its entries in the account and the messages it owes. */
export interface Telling {
  /** Who acted: a person's id, or `system` for what the clock brought about. */
  readonly actorId: string;
  readonly happenings: readonly [Happening, ...Happening[]];
  readonly owed: readonly Owed[];
}

/** The arguments of the database's `write_account`, and the head of the account once it has run. */
export interface AccountCall {
  readonly values: readonly [bodyId: string, stream: string, entries: string, owed: string];
  readonly after: LockedStream;
}

/** SHA-256 of a text, in hex: the hash function of the chain. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The digest under which the chain knows a text: without the key, which is erased with the text, it tells nothing. */
export function digestOfText(key: string, text: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(text, 'utf8').digest('hex');
}

/**
 * Chains what happened to the account and sends entries, texts and owed messages along with what comes next.
 * Gives the account as it then stands, for whatever else the same transaction has to tell.
 */
export function writeAccount(em: EntityManager, locked: LockedStream, telling: Telling): LockedStream {
  const { values, after } = accountCall(locked, telling);
  sendAlong(em, 'write-account', 'SELECT write_account($1, $2, $3, $4)', [...values]);
  return after;
}

/** The same for a statement that writes its own rows too: `WITH ... SELECT write_account($1, $2, $3, $4)`. */
export function accountCall(locked: LockedStream, telling: Telling): AccountCall {
  const told = telling.happenings.map((happening, index) => tell(locked, telling.actorId, happening, index));
  const chained = chainEntries(
    { seq: locked.seq, hash: locked.head },
    told.map(({ entry }) => entry),
    sha256,
  );
  const rows = chained.map((link, index) => {
    const { entry, text, key } = told[index] as Told;
    const { seq, at, actor, action, subject } = entry;
    const row = { seq, at, actor, action, subject, entry: link.entryText, prevHash: link.prevHash, hash: link.hash };
    return text === undefined ? row : { ...row, text, key };
  });
  const last = chained.at(-1);
  return {
    values: [locked.bodyId, locked.stream, JSON.stringify(rows), JSON.stringify(telling.owed)],
    after: last === undefined ? locked : { ...locked, seq: last.seq, head: last.hash },
  };
}

interface Told {
  readonly entry: AccountEntry;
  readonly text?: string;
  readonly key?: string;
}

function tell(locked: LockedStream, actor: string, happening: Happening, index: number): Told {
  const { action, subject, facts, text } = happening;
  const entry = { seq: locked.seq + 1 + index, at: locked.at, actor, action, subject, facts };
  if (text === undefined) return { entry: { ...entry, textDigest: null } };
  const key = randomBytes(16).toString('hex');
  return { entry: { ...entry, textDigest: digestOfText(key, text) }, text, key };
}
