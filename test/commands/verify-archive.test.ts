import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isArchive, verifyArchive, type ArchiveEvidence } from '../../src/commands/verify-archive.js';
import { bytesOf, smallParts } from '../engine/small-archive.js';
import { startProgram } from '../support/programs.js';

let folder: string;
let archive: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gavel-verify-'));
  archive = await bytesOf(smallParts());
});
afterAll(() => rm(folder, { recursive: true }));

async function written(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'handover.zip');
  await writeFile(path, bytes);
  return path;
}

/** What the command says; the reason where it refuses. */
async function said(bytes: Uint8Array, evidence: Partial<ArchiveEvidence> = {}): Promise<string> {
  return verifyArchive(await written(bytes), { head: null, key: null, ...evidence }).catch(
    (error: unknown) => (error as Error).message,
  );
}

/** The archive with one bit of a byte turned. */
function flipped(at: number): Buffer {
  const bytes = Buffer.from(archive);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
}

test('an archive that is whole is told of, with what others can compare', async () => {
  const words = await said(archive);
  expect(words).toMatch(/^Record 1 of “Morocco to Portugal”, Rabat Process, .*: everything is as it was signed\.$/m);
  expect(words).toMatch(/^Key: [0-9a-f]{64}$/m);
});

test('a byte that was changed is found, and its file is named', async () => {
  expect(await said(flipped(archive.indexOf('An agenda')))).toContain('“documents/001-SOM-01-agenda.pdf”');
  expect(await said(flipped(archive.indexOf('<p>index.ar.html')))).toContain('“index.ar.html”');
});

test('an archive that was cut off is no archive, wherever it was cut', async () => {
  for (const length of [4, 100, archive.length >> 1, archive.length - 1]) {
    expect(await said(archive.subarray(0, length))).toContain('its end is missing');
  }
});

test('an archive that another key signed is whole in itself, and is not what was expected', async () => {
  const [, known] = /^Key: (\w+)$/m.exec(await said(archive)) ?? [];
  const signedAgain = await bytesOf(smallParts());
  expect(await said(signedAgain)).toContain('everything is as it was signed');
  expect(await said(signedAgain, { key: known ?? '' })).toContain('signed with another key');
});

test('archives and accounts are told apart by how they begin', async () => {
  expect(await isArchive(await written(archive))).toBe(true);
  expect(await isArchive(await written(Buffer.from('{"seq":1}\n')))).toBe(false);
  expect(await isArchive(await written(Buffer.alloc(0)))).toBe(false);
});

test('the command needs no database, ends with 0 for what is whole and with 1 for what is not', async () => {
  const nowhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' };
  const whole = startProgram('src/cli.ts', ['verify', await written(archive)], nowhere);
  expect(await whole.nextLine()).toContain('everything is as it was signed');
  expect(await whole.ended()).toBe(0);
  const spoilt = startProgram('src/cli.ts', ['verify', await written(flipped(archive.length - 40))], nowhere);
  expect(await spoilt.ended()).toBe(1);
});
