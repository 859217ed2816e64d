import { describe, expect, test } from '@jest/globals';
import { crc32, deflateRawSync } from 'node:zlib';
import { en } from '../../config/languages/en/pages.js';
import { isSafePath, SUMS, sumsText } from '../../src/engine/archive/archive-files.js';
import type { ArchiveFault } from '../../src/engine/archive/archive-fault.js';
import { faultWords } from '../../src/engine/archive/fault-words.js';
import { directory, IN_64, localHeader, type ZipEntry } from '../../src/engine/archive/zip-layout.js';
import { createHash } from 'node:crypto';
import { bytesOf, check, smallParts, type SmallWishes } from './small-archive.js';

/** What is wrong with an archive that somebody made with such changes, every checksum mended. */
async function faultOf(wishes: SmallWishes): Promise<ArchiveFault | null> {
  const verdict = await check(await bytesOf(smallParts(wishes)));
  return verdict.ok ? null : verdict.fault;
}

interface Packed {
  name: string;
  content: Buffer;
}

/** The files of a good archive, to be packed anew by somebody who knows how archives are made. */
async function unpacked(): Promise<Packed[]> {
  const bytes = await bytesOf(smallParts());
  const files: Packed[] = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [name, size] = [bytes.readUInt16LE(at + 26), bytes.readUInt32LE(at + 18)];
    const start = at + 30 + name;
    files.push({ name: bytes.toString('utf8', at + 30, start), content: bytes.subarray(start, start + size) });
    at = start + size;
  }
  return files;
}

/** Packs files as an archive is packed, its list of checksums written anew. */
function packed(files: readonly Packed[]): Buffer {
  const digest = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
  const others = files.filter(({ name }) => name !== SUMS);
  const sums = Buffer.from(sumsText(others.map(({ name, content }) => ({ name, sha256: digest(content) }))));
  const all = [...others, { name: SUMS, content: sums }];
  const entries = all.map(({ name, content }) => ({ name, crc32: crc32(content), size: content.length }));
  const parts = all.flatMap(({ content }, index) => [localHeader(entries[index] as ZipEntry), content]);
  return Buffer.concat([...parts, directory(entries)]);
}

async function repacked(change: (files: Packed[]) => Packed[]): Promise<ArchiveFault | null> {
  const verdict = await check(packed(change(await unpacked())));
  return verdict.ok ? null : verdict.fault;
}

describe('an archive that somebody packed anew with every checksum mended', () => {
  test('is good when nothing was changed', async () => {
    expect(await repacked((files) => files)).toBeNull();
  });

  test('is rejected for a document that was changed', async () => {
    const name = 'documents/001-SOM-01-agenda.pdf';
    const change = (files: Packed[]): Packed[] =>
      files.map((file) => (file.name === name ? { name, content: Buffer.from('Another') } : file));
    expect(await repacked(change)).toEqual({ code: 'document', name });
  });

  test('is rejected for a page that says something else', async () => {
    const change = (files: Packed[]): Packed[] =>
      files.map((file) => (file.name === 'index.html' ? { ...file, content: Buffer.from('<p>Other</p>') } : file));
    expect(await repacked(change)).toEqual({ code: 'signature' });
  });

  test.each(['record.json', 'record.sig', 'account.ndjson', 'index.ar.html', 'documents/001-SOM-01-agenda.pdf'])(
    'is rejected without %s',
    async (name) => {
      expect(await repacked((files) => files.filter((file) => file.name !== name))).toEqual({ code: 'missing', name });
    },
  );

  test.each(['documents/003-more.pdf', 'more.txt', 'README'])('is rejected with %s beside the rest', async (name) => {
    expect(await repacked((files) => [...files, { name, content: Buffer.from('more') }])).toEqual({
      code: 'added',
      name,
    });
  });

  test('is rejected in another order', async () => {
    expect(await repacked((files) => [...files].reverse())).toMatchObject({ code: 'added' });
  });

  test.each([
    '../evil.sh',
    'documents/../../evil',
    '/etc/passwd',
    'documents/a\\b',
    'C:evil',
    'documents/.hidden',
    'a\u202efdp.exe',
  ])('is rejected for the path %j', async (name) => {
    expect(await repacked((files) => [...files, { name, content: Buffer.from('x') }])).toEqual({
      code: 'unsafe_name',
      name,
    });
  });

  test('is rejected for a file that is there twice, also in other capitals', async () => {
    expect(await repacked((files) => [...files, { name: 'RECORD.json', content: Buffer.from('{}') }])).toEqual({
      code: 'twice',
      name: 'RECORD.json',
    });
  });
});

test('a bomb is rejected by its directory alone, before anything of it is unpacked', async () => {
  const bytes = await bytesOf(smallParts());
  const end = bytes.length - 22;
  const first = bytes.readUInt32LE(end + 16);
  const bomb = deflateRawSync(Buffer.alloc(50_000_000));
  bytes.writeUInt16LE(8, first + 10);
  bytes.writeUInt32LE(bomb.length, first + 20);
  bytes.writeUInt32LE(50_000_000, first + 24);
  expect(await check(bytes)).toEqual({ ok: false, fault: { code: 'packed', name: 'record.json' } });
});

test('an archive whose directory claims to be endless is not read', async () => {
  const bytes = await bytesOf(smallParts());
  bytes.writeUInt32LE(IN_64 - 1, bytes.length - 22 + 12);
  expect(await check(bytes)).toEqual({ ok: false, fault: { code: 'too_much' } });
});

describe('a record that somebody signed with a key of their own', () => {
  test('is rejected when the key is not the one it names', async () => {
    const record: SmallWishes['record'] = (same) => ({ ...same, key: { fingerprint: 'f'.repeat(64) } });
    expect(await faultOf({ record })).toEqual({ code: 'key' });
  });

  test('is rejected when the signature is of something else', async () => {
    expect(await faultOf({ sums: (sums) => sums.replace('index.html', 'index.htm') })).toEqual({ code: 'signature' });
  });

  test('is rejected when the account was another', async () => {
    const record: SmallWishes['record'] = (same) => ({ ...same, account: { seq: 2, head: '0'.repeat(64) } });
    expect(await faultOf({ record })).toEqual({ code: 'account', entry: 2, reason: 'other_head' });
  });

  test('is rejected when the account does not name it', async () => {
    expect(await faultOf({ lines: (lines) => lines.slice(0, 2) })).toEqual({ code: 'account_head' });
  });

  test('is rejected for an entry that was changed, left out or cannot be read, and for a text that was', async () => {
    const changed = (from: string, to: string): SmallWishes => ({
      lines: (lines) => lines.map((line) => line.replace(from, to)),
    });
    expect(await faultOf(changed('handover.prepared', 'handover.cancelled'))).toMatchObject({ reason: 'altered' });
    expect(await faultOf(changed('because', 'although'))).toEqual({
      ...{ code: 'account', entry: 2, reason: 'text_differs' },
    });
    expect(await faultOf({ lines: (lines) => lines.slice(1) })).toMatchObject({ entry: 1, reason: 'missing' });
    expect(await faultOf({ lines: (lines) => ['{}\n', ...lines] })).toMatchObject({ entry: 1, reason: 'unreadable' });
  });

  test('is rejected when it is no record', async () => {
    expect(await faultOf({ record: (same) => ({ ...same, format: 'another' }) })).toEqual({ code: 'record' });
    expect(await faultOf({ record: (same) => ({ ...same, files: 'none' }) })).toEqual({ code: 'record' });
  });
});

test('restricted documents may be left out, all of them together', async () => {
  const verdict = await check(await bytesOf(smallParts({ withRestricted: false })));
  expect(verdict).toMatchObject({ ok: true, facts: { documents: 1, leftOut: 1 } });
});

test('an erased text is no fault', async () => {
  const lines: SmallWishes['lines'] = (all) =>
    all.map((line) => `${JSON.stringify({ ...(JSON.parse(line) as object), text: null, key: null })}\n`);
  expect(await faultOf({ lines })).toBeNull();
});

test('a fault is told with the name it is about, shortened and without signs that act', () => {
  const words = faultWords(en.record.faults, { code: 'unsafe_name', name: `../\u202e\u0000${'a'.repeat(500)}` });
  expect(words).toContain('“../\u{FFFD}\u{FFFD}aaa');
  expect(words.length).toBeLessThan(300);
});

test('names that every system can keep are safe', () => {
  for (const name of ['record.json', 'documents/001-SOM-01-relatório.pdf', 'documents/002-قائمة.pdf', 'SHA256SUMS']) {
    expect(isSafePath(name)).toBe(true);
  }
  for (const name of ['', 'a//b', 'a/', './a', 'a/..', 'a.', 'a:b', 'a\nb', 'e\u0301.pdf'])
    expect(isSafePath(name)).toBe(false);
});
