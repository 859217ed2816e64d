import type { Fact, Facts, IsoInstant } from '../words.js';

/**
 * The account of a handover: how an entry is written down, how entries chain, how a chain is checked.
 *
 *     hash(n) = sha256( hash(n-1) || entryText(n) )        as UTF-8, hash(0) = GENESIS, all hashes in lower-case hex
 *
 * `entryText` is the canonical form of the entry and is kept as it is, as text: jsonb would write numbers and keys anew.
 * The previous hash always has 64 characters, so the two parts cannot run into each other. Postgres checks a whole
 * account (columns `seq, prev_hash, hash` and `entry` for the text) with one window query that must find nothing:
 *
 *     SELECT seq FROM (
 *       SELECT seq, prev_hash, hash, entry, lag(hash, 1, repeat('0', 64)) OVER w AS before, row_number() OVER w AS place
 *       FROM account_entry WHERE body_id = $1 AND stream = $2 WINDOW w AS (ORDER BY seq)) AS chained
 *     WHERE seq <> place OR prev_hash <> before OR (entry::json ->> 'seq')::bigint <> seq
 *        OR hash <> encode(sha256(convert_to(prev_hash || entry, 'UTF8')), 'hex')
 *
 * What people wrote (names, reasons, comments) is not in the chain: an entry carries `textDigest`, the HMAC-SHA-256 of
 * the text with a random key of that entry alone. Key and text lie in an erasable row; when both are gone the digest
 * tells nothing, not even to someone who guesses the text, and the chain still holds.
 */

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hex digits. Handed in: the engine imports no cryptography. */
export type Sha256 = (text: string) => string;

/** HMAC-SHA-256 of a text's UTF-8 bytes with a key as it is kept, in the same form as `textDigest`. */
export type Hmac = (key: string, text: string) => string;

/** One line of the account: who did what to what, when, under which rule. `seq` counts from 1 within a handover. */
export interface AccountEntry {
  readonly seq: number;
  readonly at: IsoInstant;
  /** An id, never a name: names are erasable. */
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly facts: Facts;
  readonly textDigest: string | null;
}

/** The last link: what the next entry chains to, and what sign-off mails and packs carry abroad. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** An entry in its place, ready to be kept. */
export interface ChainedEntry {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly entryText: string;
}

/** The hash before the first entry. */
export const GENESIS: ChainHead = { seq: 0, hash: '0'.repeat(64) };

const DEEPEST = 64;
const HASH = /^[0-9a-f]{64}$/;
/** Printable ASCII that JSON does not escape: nearly every text of an account, and written as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The one text of a value (RFC 8785, JSON Canonicalization Scheme): names sorted by UTF-16 code units, no white space,
 * numbers and escapes as ECMAScript writes them. Throws a TypeError for what JSON cannot say or a database cannot keep:
 * NaN, infinities, undefined and holes, functions, symbols, bigints, objects that are not plain, lone surrogates and
 * U+0000 in texts or names, and anything nested deeper than 64.
 */
export function canonical(value: Fact): string {
  return written(value, 0);
}

/** The canonical form of an entry. Fields that do not belong to an entry are left out. */
export function entryText(entry: AccountEntry): string {
  const { seq, at, actor, action, subject, facts, textDigest } = entry;
  return canonical({ seq, at, actor, action, subject, facts, textDigest });
}

/**
 * Chains entries to a head, in their order. Throws a RangeError when they are not numbered on from the head without a
 * gap, or when the head's hash is none: both mean that the caller did not hold the lock on the head.
 */
export function chainEntries(head: ChainHead, entries: readonly AccountEntry[], sha256: Sha256): ChainedEntry[] {
  if (!HASH.test(head.hash)) throw new RangeError('The head of an account is 64 lower-case hex digits');
  let { seq, hash } = head;
  return entries.map((entry) => {
    seq += 1;
    if (entry.seq !== seq)
      throw new RangeError(`Entry ${String(seq)} of the account was numbered ${String(entry.seq)}`);
    const prevHash = hash;
    const text = entryText(entry);
    hash = sha256(prevHash + text);
    return { seq, prevHash, hash, entryText: text };
  });
}

function written(value: Fact, depth: number): string {
  if (depth > DEEPEST) throw new TypeError(`Canonical form refuses values nested deeper than ${String(DEEPEST)}`);
  if (value === null) return 'null';
  if (typeof value === 'string') return writtenText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return writtenNumber(value);
  if (typeof value !== 'object') throw new TypeError(`Canonical form refuses a value of type ${typeof value}`);
  return isList(value) ? writtenList(value, depth) : writtenObject(value, depth);
}

function writtenText(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new TypeError('Canonical form refuses a lone surrogate');
  if (text.includes('\u0000')) throw new TypeError('Canonical form refuses U+0000');
  return JSON.stringify(text);
}

function writtenNumber(number: number): string {
  if (!Number.isFinite(number)) throw new TypeError(`Canonical form refuses ${String(number)}`);
  return JSON.stringify(number);
}

function writtenList(list: readonly Fact[], depth: number): string {
  // Array.from, unlike map, does not step over holes: they are refused as the undefined that they are.
  return `[${Array.from(list, (item) => written(item, depth + 1)).join(',')}]`;
}

function writtenObject(object: Facts, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  // A Date or a Map has a meaning that its own names do not carry, so its text would say something else than it does.
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('Canonical form refuses objects that are not plain');
  }
  // Without a comparison function, sort() goes by UTF-16 code units, as the RFC asks.
  const names = Object.keys(object).sort();
  return `{${names.map((name) => `${writtenText(name)}:${written(own(object, name), depth + 1)}`).join(',')}}`;
}

function own(object: Facts, name: string): Fact {
  const value = object[name];
  if (value === undefined) throw new TypeError(`Canonical form refuses undefined, found at ${JSON.stringify(name)}`);
  return value;
}

function isList(value: readonly Fact[] | Facts): value is readonly Fact[] {
  return Array.isArray(value);
}
