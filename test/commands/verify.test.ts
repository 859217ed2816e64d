import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportAccount, type ExportedEntry } from '../../src/audit/account.queries.js';
import { verifyAccount } from '../../src/commands/verify.js';
import { HANDOVER, RABAT, RabatHandover } from '../support/rabat.js';

let folder: string;
let entries: readonly ExportedEntry[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gavel-verify-'));
  const rabat = await RabatHandover.plannedAt('2023-10-02T07:00:00.000Z');
  try {
    await rabat.task('OPN-04', 'ma-delegate', { move: 'start' }).catch(() => undefined);
    await rabat.task('SOM-01', 'ma-delegate', { move: 'start' });
    await rabat.task('SOM-01', 'ma-delegate', { move: 'comment', text: 'The host letter is on its way.' });
    await rabat.task('SOM-01', 'sec', { move: 'comment', text: 'Thank you.' });
    await rabat.task('SOM-02', 'sec', { move: 'pin', on: '2023-12-01', reason: 'The post is slow in December.' });
    entries = await rabat.database.read(RABAT, (em) => exportAccount(em, RABAT, HANDOVER, 0, 100));
  } finally {
    await rabat.close();
  }
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Verifies an export as it comes in lines. */
async function verify(lines: readonly unknown[], head: string | null = null): Promise<string> {
  const file = join(folder, 'account.ndjson');
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await writeFile(file, `${text.join('\n')}\n`);
  return verifyAccount(file, head);
}

/** The export with one entry changed. */
function withEntry(seq: number, change: (entry: ExportedEntry) => Partial<ExportedEntry>): ExportedEntry[] {
  return entries.map((entry) => (entry.seq === seq ? { ...entry, ...change(entry) } : entry));
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What somebody could do who owns the database: alter an entry, and chain everything after it anew. */
function chainedAnew(from: number, alter: (text: string) => string): ExportedEntry[] {
  let hash = entries[from - 2]?.hash ?? '0'.repeat(64);
  return entries.map((entry) => {
    if (entry.seq < from) return entry;
    const text = entry.seq === from ? alter(entry.entry) : entry.entry;
    const prevHash = hash;
    hash = sha256(prevHash + text);
    return { ...entry, entry: text, prevHash, hash };
  });
}

test('an account that nobody touched is whole, and its head is given', async () => {
  const last = entries.at(-1);
  expect(entries.length).toBeGreaterThan(4);
  expect(await verify(entries)).toBe(`${entries.length} entries, all whole.\nHead: ${last?.hash ?? ''}`);
  expect(await verify(entries, last?.hash)).toContain(`is that of entry ${entries.length}.`);
  expect(await verify(entries, entries[1]?.hash.toUpperCase())).toContain('is that of entry 2.');
});

test('a text that was erased is no fault', async () => {
  expect(await verify(entries.map((entry) => ({ ...entry, text: null, key: null })))).toContain('all whole');
});

describe('every kind of tampering is found, and the first bad entry named', () => {
  test.each([
    [
      'an entry altered',
      () => withEntry(3, ({ entry }) => ({ entry: entry.replace('SOM-01', 'SOM-02') })),
      'Entry 3 is wrong: it is not what was hashed.',
    ],
    [
      'a hash altered',
      () => withEntry(3, () => ({ hash: 'f'.repeat(64) })),
      'Entry 3 is wrong: it is not what was hashed.',
    ],
    [
      'an entry altered with its own hash',
      () =>
        withEntry(3, ({ entry, prevHash }) => {
          const altered = entry.replace('ma-delegate', 'ma-lead');
          return { entry: altered, hash: sha256(prevHash + altered) };
        }),
      'Entry 4 is wrong: it is chained to another entry than the one before it.',
    ],
    [
      'an entry taken out',
      () => entries.filter(({ seq }) => seq !== 2),
      'Entry 2 is wrong: it is not there, but a later one is.',
    ],
    ['the first entry taken out', () => entries.slice(1), 'Entry 1 is wrong: it is not there, but a later one is.'],
    [
      'an entry put in twice',
      () => [...entries.slice(0, 2), entries[1], ...entries.slice(2)],
      'Entry 2 is wrong: it comes a second time, or after a later one.',
    ],
    [
      'two entries swapped',
      () => [entries[0], entries[2], entries[1], ...entries.slice(3)],
      'Entry 2 is wrong: it is not there, but a later one is.',
    ],
    [
      'an entry renumbered',
      () => withEntry(2, () => ({ seq: 3 })),
      'Entry 2 is wrong: it is not there, but a later one is.',
    ],
    [
      'a text rewritten',
      () => entries.map((entry) => (entry.text === 'Thank you.' ? { ...entry, text: 'No.' } : entry)),
      'is wrong: the text beside it is not the one that was written.',
    ],
    [
      'a text rewritten without its key',
      () => entries.map((entry) => (entry.text === 'Thank you.' ? { ...entry, text: 'No.', key: null } : entry)),
      'is wrong: the text beside it is not the one that was written.',
    ],
    [
      'words given to whoever said none',
      () => withEntry(1, () => ({ text: 'I agree.', key: 'ab'.repeat(16) })),
      'Entry 1 is wrong: the text beside it is not the one that was written.',
    ],
  ])('%s', async (_what, tampered, said) => {
    await expect(verify(tampered())).rejects.toThrow(said);
  });

  test('an account chained anew is whole in itself, and not the one whose head others hold', async () => {
    const anew = chainedAnew(2, (text) => text.replace('ma-delegate', 'ma-lead'));
    expect(await verify(anew)).toContain('all whole');
    await expect(verify(anew, entries.at(-1)?.hash)).rejects.toThrow('None of the');
  });

  test('an account cut off lacks the head that others hold', async () => {
    const cut = entries.slice(0, 3);
    expect(await verify(cut)).toContain('3 entries, all whole');
    await expect(verify(cut, entries.at(-1)?.hash)).rejects.toThrow(
      'this account was cut off before it, or chained anew',
    );
  });

  test('a line that is no entry', async () => {
    await expect(verify([entries[0], 'not JSON'])).rejects.toThrow('Line 2 is no entry of an account.');
    await expect(verify([{ seq: 1 }])).rejects.toThrow('Line 1 is no entry of an account.');
    await expect(verify([{ ...entries[0], seq: '1' }])).rejects.toThrow('Line 1 is no entry of an account.');
  });

  test('a file that is not there', async () => {
    await expect(verifyAccount(join(folder, 'missing.ndjson'), null)).rejects.toThrow('cannot be read');
  });
});
