import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { formTokenOf, isFormTokenOf } from '../../src/people/session-secret.js';
import { TestApp } from '../support/app.js';
import { HANDOVER, RABAT } from '../support/rabat.js';
import { rawAnswer } from './raw-answer.js';

const OVERVIEW = `/bodies/${RABAT}/handovers/${HANDOVER}`;
const TOKEN = /name="formToken" value="([^"]+)"/;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

test('a page is packed as the browser takes it, and says so to whoever keeps it', async () => {
  const visitor = await app.signIn('ma-lead');
  const address = `${app.address}${OVERVIEW}`;
  const plain = await rawAnswer(address, visitor, 'identity');
  const gzipped = await rawAnswer(address, visitor, 'gzip, deflate');
  const brotli = await rawAnswer(address, visitor, 'gzip, deflate, br, zstd');
  const encodings = [plain, gzipped, brotli].map(({ headers }) => headers['content-encoding']);
  expect(encodings).toEqual([undefined, 'gzip', 'br']);
  for (const { headers } of [plain, gzipped, brotli]) expect(headers.vary).toContain('Accept-Encoding');
  const texts = [plain.body, gunzipSync(gzipped.body), brotliDecompressSync(brotli.body)].map((body) =>
    body.toString('utf8').replace(new RegExp(TOKEN, 'g'), ''),
  );
  expect(new Set(texts).size).toBe(1);
  expect(gzipped.body.length).toBeLessThan(plain.body.length / 3);
});

test('a page of an error is packed too', async () => {
  const visitor = await app.signIn('ma-lead');
  const { status, headers } = await rawAnswer(`${app.address}/nowhere`, visitor, 'gzip');
  expect([status, headers['content-encoding']]).toEqual([404, 'gzip']);
});

test('the token of the forms is another in each page, so that the length of packed pages does not tell it', async () => {
  const visitor = await app.signIn('ma-lead');
  const pages = [await visitor.get(OVERVIEW), await visitor.get(OVERVIEW)];
  const [first = '', second = ''] = pages.map(({ text }) => TOKEN.exec(text)?.[1]);
  expect(first).not.toBe(second);
  for (const token of [first, second]) expect(isFormTokenOf(visitor.secret ?? '', token)).toBe(true);
});

test('a form of an older page of the same session is taken; a token that was changed or cut is not', () => {
  const [secret, other] = ['a'.repeat(43), 'b'.repeat(43)];
  const token = formTokenOf(secret);
  formTokenOf(secret);
  expect(isFormTokenOf(secret, token)).toBe(true);
  expect(isFormTokenOf(other, token)).toBe(false);
  for (const wrong of [token.slice(1), token.slice(0, -2), `A${token.slice(1)}A`, '', undefined, 7]) {
    expect(isFormTokenOf(secret, wrong)).toBe(false);
  }
});
