import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(() => app.rabat.setClock('2023-10-02T08:00:00.000Z'));
afterAll(() => app.close());

const me = async (token: string): Promise<number> => (await app.send('get', '/api/v1/me', { token })).status;

describe('a token', () => {
  test('is shown once and kept as a hash', async () => {
    const { status, body } = await app.as('ma-lead', 'post', '/tokens', { personId: 'ma-lead', label: 'script' });
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^gvl_[A-Za-z0-9_-]{43}$/);
    expect(await me(String(body.secret))).toBe(200);
    const read = await app.as('ma-lead', 'get', `/tokens/${String(body.id)}`);
    expect(read.body).toMatchObject({ personId: 'ma-lead', label: 'script', revokedAt: null });
    const kept = await app.rabat.rows('SELECT row_to_json(t)::text AS row FROM api_token t');
    expect(JSON.stringify([read.body, kept])).not.toContain(String(body.secret).slice(4));
  });

  test('opens nothing once it is revoked, from the very next request', async () => {
    const { body } = await app.as('ma-lead', 'post', '/tokens', { personId: 'ma-lead', label: 'lost' });
    const revoke = () => app.as('ma-lead', 'post', `/tokens/${String(body.id)}/revoke`, {}, { 'if-match': '"1"' });
    expect((await revoke()).status).toBe(200);
    expect(await me(String(body.secret))).toBe(401);
    expect((await revoke()).status).toBe(412);
  });

  test('works to the end of its last day in the body’s zone', async () => {
    const token = { personId: 'pt-lead', label: 'visit', expiresOn: '2023-10-10' };
    const { body } = await app.as('pt-lead', 'post', '/tokens', token);
    await app.rabat.setClock('2023-10-10T22:59:59.998Z');
    expect(await me(String(body.secret))).toBe(200);
    await app.rabat.setClock('2023-10-10T23:00:00.000Z');
    expect(await me(String(body.secret))).toBe(401);
  });

  test('is issued, read and revoked by its person or the secretariat, and by nobody else', async () => {
    const issue = (by: 'ma-lead' | 'sec') => app.as(by, 'post', '/tokens', { personId: 'ma-delegate', label: 'x' });
    expect((await issue('ma-lead')).status).toBe(403);
    const { status, body } = await issue('sec');
    expect(status).toBe(201);
    const address = `/tokens/${String(body.id)}`;
    expect((await app.as('ma-lead', 'get', address)).status).toBe(404);
    expect((await app.as('ma-lead', 'post', `${address}/revoke`, {}, { 'if-match': '"1"' })).status).toBe(403);
    const others = await app.as('ma-lead', 'get', '/tokens?person=ma-delegate');
    expect(others.body).toEqual({ items: [], next: null });
    const mine = await app.as('ma-lead', 'get', '/tokens');
    expect(new Set((mine.body.items as { personId: string }[]).map(({ personId }) => personId))).toEqual(
      new Set(['ma-lead']),
    );
  });

  test('is not issued a second time for a repeated request, and its secret is not shown again', async () => {
    const once = { 'idempotency-key': 'issue-1' };
    const token = { personId: 'watcher', label: 'reader' };
    const first = await app.as('watcher', 'post', '/tokens', token, once);
    const again = await app.as('watcher', 'post', '/tokens', token, once);
    expect(again).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } });
    expect(again.body).toMatchObject({ id: first.body.id });
    expect(again.text).not.toContain('gvl_');
  });

  test('is one of twenty at most for a person', async () => {
    const issue = () => app.as('es-delegate', 'post', '/tokens', { personId: 'es-delegate', label: 'many' });
    for (let issued = 1; issued < 20; issued++) expect((await issue()).status).toBe(201);
    expect(await issue()).toMatchObject({ status: 409, body: { gates: [{ code: 'token.too_many' }] } });
  });

  test.each([
    ['nothing', undefined],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['a token that was never issued', `Bearer gvl_${'A'.repeat(43)}`],
    ['something that is no token', 'Bearer gvl_short'],
    ['two tokens', `Bearer gvl_${'A'.repeat(43)}, gvl_${'A'.repeat(43)}`],
  ])('that is %s gets the same answer as any other', async (_what, authorization) => {
    const sent = authorization === undefined ? {} : { headers: { authorization } };
    const { status, headers: answered, body } = await app.send('get', '/api/v1/me', sent);
    const { instance, ...problem } = body;
    expect({ status, challenge: answered['www-authenticate'], problem }).toEqual({
      status: 401,
      challenge: 'Bearer realm="gavel"',
      problem: { type: 'urn:gavel:problem:token.needed', title: 'A valid token is needed', status: 401 },
    });
    expect(instance).toMatch(/^urn:uuid:/);
  });
});
