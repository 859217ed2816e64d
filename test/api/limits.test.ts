import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';

const MOST = 20;
let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ variables: { RATE_LIMIT_PER_MINUTE: String(MOST) } });
});
afterAll(() => app.close());

describe('the limit of requests a minute', () => {
  test('stops one token and no other, and says when to come back', async () => {
    const ask = (person: 'watcher' | 'pt-lead') => app.as(person, 'get', '');
    for (let asked = 0; asked < MOST; asked++) expect((await ask('watcher')).status).toBe(200);
    const stopped = await ask('watcher');
    expect(stopped).toMatchObject({ status: 429, body: { type: 'urn:gavel:problem:rate.exceeded' } });
    expect(stopped.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('pt-lead')).status).toBe(200);
  });

  test('is not passed by writing the token otherwise', async () => {
    const knock = (authorization: string) => app.send('get', '/api/v1/me', { headers: { authorization } });
    const token = app.token('es-delegate');
    const statuses: number[] = [];
    for (let asked = 0; asked < MOST; asked++) {
      statuses.push(
        (await knock(`${asked % 2 === 0 ? 'Bearer' : 'bEARER'}${' '.repeat(1 + (asked % 3))}${token}`)).status,
      );
    }
    expect(statuses).toEqual(Array.from({ length: MOST }, () => 200));
    expect((await knock(`BEARER ${token}`)).status).toBe(429);
  });

  test('holds for an address without a token too, whatever it says of itself', async () => {
    const knock = (each: number) =>
      app.send('get', '/api/v1/me', { headers: { 'x-forwarded-for': `203.0.113.${String(each)}` } });
    for (let asked = 0; asked < MOST; asked++) expect((await knock(asked)).status).toBe(401);
    expect((await knock(MOST)).status).toBe(429);
  });

  test('leaves health and measurements alone', async () => {
    for (let asked = 0; asked <= MOST; asked++) expect((await app.send('get', '/healthz')).status).toBe(200);
  });
});
