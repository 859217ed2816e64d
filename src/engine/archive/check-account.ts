import { readExportedLine } from '../account/exported-line.js';
import type { ChainHead, Hmac, Sha256 } from '../account/record.js';
import { chainVerifier, type ExportedEntry } from '../account/record-check.js';
import { ACCOUNT } from './archive-files.js';
import { Faulty } from './archive-fault.js';
import type { CheckedRecord } from './checked-record.js';
import type { Bytes, PlacedEntry } from './zip-reading.js';

/** The digests that an account is chained with. */
export interface Account {
  readonly sha256: Sha256;
  readonly hmac: Hmac;
  /** Hears each entry that is whole, by its number and hash. */
  readonly onEntry?: (head: ChainHead) => void;
}

/** What is read of an account at a time, in bytes; and the longest entry there can be. */
const STEP = 1024 * 1024;
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * The account holds together from its first entry to the one that names the record, and was as the record says when that
 * was made. Gives its head.
 */
export async function checkAccount(
  archive: Bytes,
  entries: readonly PlacedEntry[],
  { account, number }: CheckedRecord,
  recordSha256: string,
  { sha256, hmac, onEntry }: Account,
): Promise<ChainHead> {
  const place = entries.find(({ name }) => name === ACCOUNT);
  if (place === undefined) throw new Faulty({ code: 'missing', name: ACCOUNT });
  const witnessed = [{ seq: account.seq, hash: account.head }];
  const verifier = chainVerifier(sha256, { witnessed, hmac });
  let seq = 0;
  let last: ExportedEntry | null = null;
  for await (const line of lines(archive, place)) {
    seq += 1;
    const entry = readExportedLine(line);
    if (entry === null) throw new Faulty({ code: 'account', entry: seq, reason: 'unreadable' });
    last = entry;
    if (!verifier.add(entry)) break;
    onEntry?.({ seq: entry.seq, hash: entry.hash });
  }
  const verdict = verifier.finish();
  if (!verdict.ok) throw new Faulty({ code: 'account', entry: verdict.firstBad, reason: verdict.reason });
  const names = verdict.head.seq === account.seq + 1 && last !== null && namesRecord(last, number, recordSha256);
  if (!names) throw new Faulty({ code: 'account_head' });
  return verdict.head;
}

/** Whether an entry is the one with which the account names this record. */
function namesRecord({ entryText }: ExportedEntry, number: number, sha256: string): boolean {
  const { action, facts } = JSON.parse(entryText) as { action?: unknown; facts?: Readonly<Record<string, unknown>> };
  return action === 'handover.recorded' && facts?.number === number && facts.sha256 === sha256;
}

/** The lines of a file, never more of them in memory than is read at a time. */
async function* lines(archive: Bytes, { start, size }: PlacedEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for (let at = 0; at < size; at += STEP) {
    rest += decoder.decode(await archive.read(start + at, Math.min(STEP, size - at)), { stream: true });
    const whole = rest.split('\n');
    rest = whole.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new Faulty({ code: 'too_much' });
    yield* whole;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
