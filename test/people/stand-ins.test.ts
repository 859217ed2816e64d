import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(() => app.rabat.setClock('2023-10-02T08:00:00.000Z'));
afterAll(() => app.close());

const rolesOf = async (person: 'watcher' | 'pt-delegate'): Promise<unknown> =>
  (await app.send('get', '/api/v1/me', { token: app.token(person) })).body.roles;

describe('a stand-in', () => {
  test('has the roles of both for the days named, and their own again after', async () => {
    const named = { personId: 'pt-lead', standInId: 'pt-delegate', fromDay: '2023-10-10', untilDay: '2023-10-12' };
    expect((await app.as('pt-lead', 'post', '/stand-ins', named)).status).toBe(201);
    expect(await rolesOf('pt-delegate')).toEqual(['delegate']);
    await app.rabat.setClock('2023-10-11T12:00:00.000Z');
    expect(await rolesOf('pt-delegate')).toEqual(['delegate', 'lead']);
    await app.rabat.setClock('2023-10-12T12:00:00.000Z');
    expect(await rolesOf('pt-delegate')).toEqual(['delegate']);
  });

  test('stands in for one person, not for those whom that person stands in for', async () => {
    const days = { fromDay: '2023-11-01', untilDay: '2023-11-10' };
    await app.as('sec', 'post', '/stand-ins', { personId: 'sec-2', standInId: 'ma-lead', ...days });
    await app.as('sec', 'post', '/stand-ins', { personId: 'ma-lead', standInId: 'watcher', ...days });
    await app.rabat.setClock('2023-11-02T12:00:00.000Z');
    expect(await rolesOf('watcher')).toEqual(['lead', 'observer']);
  });

  test('is named by the absent person or by the secretariat, by nobody else', async () => {
    const named = { personId: 'ma-delegate', standInId: 'ma-lead', fromDay: '2023-12-01', untilDay: '2023-12-05' };
    expect(await app.as('ma-lead', 'post', '/stand-ins', named)).toMatchObject({
      status: 403,
      body: { gates: [{ code: 'permission.not_yours', about: { kind: 'person', id: 'ma-delegate' } }] },
    });
    expect((await app.as('sec', 'post', '/stand-ins', named)).status).toBe(201);
  });

  test('is one at a time for a person', async () => {
    const named = { personId: 'es-delegate', standInId: 'ma-lead', fromDay: '2023-12-01', untilDay: '2023-12-05' };
    await app.as('sec', 'post', '/stand-ins', named);
    const other = { ...named, standInId: 'pt-lead', fromDay: '2023-12-04', untilDay: '2023-12-08' };
    expect(await app.as('sec', 'post', '/stand-ins', other)).toMatchObject({
      status: 409,
      body: { gates: [{ code: 'stand_in.already_named' }] },
    });
  });

  test('is someone else, and is not named for days that are past; every reason is given', async () => {
    const named = { personId: 'ma-lead', standInId: 'ma-lead', fromDay: '2023-09-01', untilDay: '2023-12-05' };
    const { body } = await app.as('ma-lead', 'post', '/stand-ins', named);
    expect((body.gates as { code: string }[]).map(({ code }) => code)).toEqual([
      'stand_in.same_person',
      'day.has_passed',
    ]);
  });

  test('can be sent home earlier, not later', async () => {
    const named = { personId: 'sec', standInId: 'sec-2', fromDay: '2023-10-01', untilDay: '2023-10-20' };
    const given = await app.as('sec', 'post', '/stand-ins', { ...named, fromDay: '2023-10-02' });
    const end = (untilDay: string, version: number) =>
      app.as('sec', 'post', `/stand-ins/${String(given.body.id)}/end`, { untilDay }, { 'if-match': `"${version}"` });
    expect(await end('2023-10-25', 1)).toMatchObject({
      status: 409,
      body: { gates: [{ code: 'stand_in.ends_earlier' }] },
    });
    expect((await end('2023-10-05', 1)).status).toBe(200);
    expect((await end('2023-10-02', 1)).status).toBe(412);
  });
});
