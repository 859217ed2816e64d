import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Readiness } from '../../src/health/readiness.js';
import { TestApp } from '../support/app.js';
import { databaseDigest } from '../support/database-digest.js';
import { eventually } from '../support/eventually.js';
import { Line } from '../support/line.js';

let app: TestApp;
let line: Line;
beforeAll(async () => {
  app = await TestApp.start({
    through: async (databaseUrl) => {
      const opened = await Line.to(databaseUrl);
      line = opened.line;
      return opened.url;
    },
  });
});
afterAll(async () => {
  await app.close();
  await line.close();
});

const isReady = async (): Promise<boolean> => (await app.send('get', '/readyz')).status === 200;

describe('a process', () => {
  test('is ready when its database is there and migrated', async () => {
    const { status, body } = await app.send('get', '/readyz');
    expect(status).toBe(200);
    expect(body).toMatchObject({ ready: true, parts: [{ name: 'database', ready: true, reason: null }] });
  });

  test('lives, is not ready, and says 503 while the database cannot be reached; and works on by itself after', async () => {
    const before = await databaseDigest(app.rabat.url);
    line.cut();
    expect((await app.send('get', '/healthz')).status).toBe(200);
    const { status, body } = await app.send('get', '/readyz');
    expect(status).toBe(503);
    expect(body).toMatchObject({ ready: false, parts: [{ name: 'database', ready: false }] });
    const answer = await app.as('sec', 'post', '/members', { id: 'SN', name: 'Senegal' });
    expect(answer).toMatchObject({ status: 503, body: { type: 'urn:gavel:problem:outage' } });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/127\.0\.0\.1|postgres|ECONN/i);
    expect(await databaseDigest(app.rabat.url)).toBe(before);
    line.mend();
    await eventually('the process is ready again', isReady);
    expect((await app.as('sec', 'post', '/members', { id: 'SN', name: 'Senegal' })).status).toBe(201);
  });

  test('is not ready while a part that registered itself is not well, and says which', async () => {
    let reason: string | null = 'holds 3 jobs that nobody works on';
    app.app.get(Readiness).register({ name: 'queue', check: () => Promise.resolve(reason) });
    app.app.get(Readiness).register({ name: 'post', check: () => Promise.reject(new Error('secret address')) });
    const { status, body, text } = await app.send('get', '/readyz');
    expect(status).toBe(503);
    expect(body.parts).toMatchObject([
      { name: 'database', ready: true },
      { name: 'queue', ready: false, reason },
      { name: 'post', ready: false, reason: 'does not answer' },
    ]);
    expect(text).not.toContain('secret address');
    reason = null;
    expect((await app.send('get', '/readyz')).body.parts).toMatchObject([{}, { name: 'queue', ready: true }, {}]);
  });
});
