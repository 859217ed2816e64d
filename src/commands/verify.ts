import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { digestOfText, sha256 } from '../audit/account.js';
import {
  chainVerifier,
  type ChainFault,
  type ChainVerdict,
  type ExportedEntry,
} from '../engine/account/record-check.js';
import { CommandFailure } from './failure.js';

/** A line of an export, as the API writes it. */
interface ExportedLine {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly entry: string;
  readonly text: string | null;
  readonly key: string | null;
}

/** What is wrong with an entry, in words. */
const FAULTS: Readonly<Record<ChainFault, string>> = {
  altered: 'it is not what was hashed',
  missing: 'it is not there, but a later one is',
  out_of_order: 'it comes a second time, or after a later one',
  unlinked: 'it is chained to another entry than the one before it',
  truncated: 'it is not there, but somebody holds its hash',
  other_head: 'somebody holds another hash of it',
  text_differs: 'the text beside it is not the one that was written',
};

/**
 * Checks an exported account without the database: every hash, every link, and every text that was not erased. Refuses
 * with a CommandFailure that names the first bad entry and says why.
 * @param head the hash that stands in a sign-off mail or a pack: one of the entries must have it. Null to check without.
 * @returns what was found, in words.
 */
export async function verifyAccount(file: string, head: string | null): Promise<string> {
  const verifier = chainVerifier(sha256, { hmac: digestOfText });
  let witnessed: number | null = null;
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    if (line.trim() === '') continue;
    const entry = readLine(line, number);
    if (entry.hash === head?.toLowerCase()) witnessed = entry.seq;
    if (!verifier.add(entry)) break;
  }
  return inWords(verifier.finish(), head, witnessed);
}

function inWords(verdict: ChainVerdict, head: string | null, witnessed: number | null): string {
  if (!verdict.ok) throw new CommandFailure(`Entry ${verdict.firstBad} is wrong: ${FAULTS[verdict.reason]}.`);
  const { count, head: last } = verdict;
  if (head !== null && witnessed === null) {
    const reason = 'this account was cut off before it, or chained anew';
    throw new CommandFailure(`None of the ${count} entries has the hash ${head}: ${reason}.`);
  }
  const held = witnessed === null ? '' : ` The hash that was given is that of entry ${witnessed}.`;
  return `${count} entries, all whole.${held}\nHead: ${last.hash}`;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandFailure(`${file} cannot be read: ${code}`);
  }
}

function readLine(line: string, number: number): ExportedEntry {
  const parsed = parse(line);
  if (!isExported(parsed)) throw new CommandFailure(`Line ${number} is no entry of an account.`);
  const { seq, prevHash, hash, entry, text, key } = parsed;
  // An erasure takes the text; a text without its key is one that nobody can vouch for.
  return { seq, prevHash, hash, entryText: entry, kept: text === null ? null : { text, key: key ?? '' } };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}

function isExported(value: unknown): value is ExportedLine {
  if (typeof value !== 'object' || value === null) return false;
  const line = value as Readonly<Record<string, unknown>>;
  const texts = [line.prevHash, line.hash, line.entry].every((one) => typeof one === 'string');
  const optional = [line.text, line.key].every((one) => one === null || typeof one === 'string');
  return texts && optional && Number.isInteger(line.seq);
}
