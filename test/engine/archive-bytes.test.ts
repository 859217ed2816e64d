import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesOf, check, smallParts } from './small-archive.js';

let archive: Buffer;

beforeAll(async () => {
  archive = await bytesOf(smallParts());
});

test('a small archive is whole, and always the same to the byte', async () => {
  const parts = smallParts();
  expect((await bytesOf(parts)).equals(await bytesOf(parts))).toBe(true);
  expect(await check(archive)).toMatchObject({
    ok: true,
    facts: { title: 'Morocco to Portugal', number: 1, files: 12, documents: 2, leftOut: 0, head: { seq: 3 } },
  });
});

test('whichever single byte of it is changed, it is rejected', async () => {
  const whole: number[] = [];
  for (let at = 0; at < archive.length; at += 1) {
    // Each byte in one bit, of which there are eight in turn: one in a header may mean something that another does not.
    const right = archive.readUInt8(at);
    archive.writeUInt8(right ^ (1 << (at % 8)), at);
    if ((await check(archive)).ok) whole.push(at);
    archive.writeUInt8(right, at);
  }
  expect(whole).toEqual([]);
});

test('whatever a byte is changed to, wherever anything is put in or cut out, it is rejected', async () => {
  const place = fc.nat({ max: archive.length - 1 });
  const spoilt = fc.oneof(
    fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
      const bytes = Buffer.from(archive);
      bytes.writeUInt8((bytes.readUInt8(at) + by) % 256, at);
      return bytes;
    }),
    fc
      .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 40 }))
      .map(([at, more]) => Buffer.concat([archive.subarray(0, at), more, archive.subarray(at)])),
    fc
      .tuple(place, fc.integer({ min: 1, max: 60 }))
      .map(([at, length]) => Buffer.concat([archive.subarray(0, at), archive.subarray(at + length)])),
  );
  await fc.assert(
    fc.asyncProperty(spoilt, async (bytes) => bytes.equals(archive) || !(await check(bytes)).ok),
    { numRuns: 3_000 },
  );
});

test('bytes that are no archive at all are told so, and break nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const verdict = await check(bytes);
      expect(verdict).toEqual({ ok: false, fault: { code: 'not_an_archive' } });
    }),
    { numRuns: 500 },
  );
});
