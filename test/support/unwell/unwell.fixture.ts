import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';

test('is well', () => {
  expect({ a: [1, new Date(0)] }).toEqual({ a: [1, new Date(0)] });
});

test('expects something else', () => {
  expect(1).toBe(2);
});

test('hangs', () => new Promise(() => undefined));

test('lets something fail that nobody waits for', async () => {
  void Promise.reject(new Error('Nobody waited'));
  await turn();
});

test('throws where nobody catches', async () => {
  setImmediate(() => {
    throw new Error('Nobody caught');
  });
  await turn();
  await turn();
});

describe('a hook that fails', () => {
  beforeAll(() => {
    throw new Error('Not set up');
  });

  test('fails what comes behind it', () => undefined);
});

afterAll(() => {
  throw new Error('Not cleaned up');
});
