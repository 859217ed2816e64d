import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { digestOfText, sha256 } from '../audit/account.js';
import { readExportedLine } from '../engine/account/exported-line.js';
import {
  chainVerifier,
  type ChainFault,
  type ChainVerdict,
  type ExportedEntry,
} from '../engine/account/record-check.js';
import { CommandFailure } from './failure.js';

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
  const entry = readExportedLine(line);
  if (entry === null) throw new CommandFailure(`Line ${number} is no entry of an account.`);
  return entry;
}
