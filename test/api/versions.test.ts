import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

describe('an ETag', () => {
  test('is the version of what was read, and a change gives the next', async () => {
    const read = await app.as('sec', 'get', '/members/MA');
    expect(read.headers.etag).toBe('"1"');
    const changed = await app.as('sec', 'patch', '/members/MA', { name: 'Maroc' }, { 'if-match': '"1"' });
    expect(changed.headers.etag).toBe('"2"');
    expect((await app.as('sec', 'get', '/members/MA')).headers.etag).toBe('"2"');
  });

  test.each(['"1"', 'W/"1"', '"7", "1"', '*'])('that was read already (%s) spares the answer', async (seen) => {
    const answer = await app.as('watcher', 'get', '/members/PT', undefined, { 'if-none-match': seen });
    expect(answer).toMatchObject({ status: 304, text: '' });
    expect(answer.headers.etag).toBe('"1"');
  });

  test('of another version brings the answer', async () => {
    const answer = await app.as('watcher', 'get', '/members/PT', undefined, { 'if-none-match': '"2"' });
    expect(answer).toMatchObject({ status: 200, body: { id: 'PT' } });
  });

  test('lets one of fifty who change the same thing at once do it, and tells the others', async () => {
    const change = (name: string) => app.as('sec', 'patch', '/members/ES', { name }, { 'if-match': '"1"' });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, each) => change(`Spain ${String(each)}`)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 412)]);
  });
});
