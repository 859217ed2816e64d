import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { crc32 as crcOfNode } from 'node:zlib';
import fc from 'fast-check';
import { crc32 } from '../../../src/packs/record/browser/crc32.js';
import { hexOf, hmacOf, sha256 } from '../../../src/packs/record/browser/sha256.js';

test('the script that checks archives in browsers is made of the sources as they are', async () => {
  const { stdout } = spawnSync(process.execPath, ['config/tools/bundle-checker.mjs', '--print'], { encoding: 'utf8' });
  expect(await readFile('src/web/scripts/archive-worker.js', 'utf8')).toBe(stdout);
});

describe('what browsers digest with', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 });

  test('gives the SHA-256 of any bytes, in whatever pieces they come', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const digest = sha256();
        for (const part of parts) digest.add(part);
        expect(hexOf(digest.end())).toBe(createHash('sha256').update(Buffer.concat(parts)).digest('hex'));
      }),
    );
  });

  test.each([0, 55, 56, 63, 64, 65, 119, 120, 1_000_003])('also where %i bytes end at or near a block', (length) => {
    const bytes = randomBytes(length);
    const digest = sha256();
    digest.add(bytes);
    expect(hexOf(digest.end())).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('gives HMAC and CRC-32 as everybody else does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ maxLength: 300 }), (key, bytes) => {
        expect(hexOf(hmacOf(key, bytes))).toBe(createHmac('sha256', key).update(bytes).digest('hex'));
        expect(crc32(bytes.subarray(40), crc32(bytes.subarray(0, 40)))).toBe(crcOfNode(bytes));
      }),
    );
  });
});
