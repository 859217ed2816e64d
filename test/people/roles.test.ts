import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(() => app.rabat.setClock('2023-10-02T08:00:00.000Z'));
afterAll(() => app.close());

/** A person of an office, with a role for a while, and their token. */
async function personWith(id: string, officeId: string, role: object): Promise<{ token: string; roleId: string }> {
  await app.as('sec', 'post', '/persons', { id, officeId, name: id, mail: `${id}@office.example`, language: 'en' });
  const given = await app.as('sec', 'post', '/roles', { personId: id, ...role });
  expect(given.status).toBe(201);
  const issued = await app.as('sec', 'post', '/tokens', { personId: id, label: 'test' });
  return { token: String(issued.body.secret), roleId: String(given.body.id) };
}

describe('a role', () => {
  test('holds from its first day to the day before its last, by the clock of the body', async () => {
    const period = { role: 'delegate', fromDay: '2023-10-05', untilDay: '2023-10-07' };
    const { token } = await personWith('ma-7', 'ma-office', period);
    const statusAt = async (instant: string): Promise<number> => {
      await app.rabat.setClock(instant);
      return (await app.send('get', '/api/v1/me', { token })).status;
    };
    // In October 2023 clocks in Rabat are an hour ahead of UTC.
    expect(await statusAt('2023-10-04T22:59:59.999Z')).toBe(403);
    expect(await statusAt('2023-10-04T23:00:00.000Z')).toBe(200);
    expect(await statusAt('2023-10-06T22:59:59.999Z')).toBe(200);
    expect(await statusAt('2023-10-06T23:00:00.000Z')).toBe(403);
  });

  test('of a delegate or lead needs an office of a member, that of the secretariat needs one of the secretariat', async () => {
    const give = (personId: string, role: string) =>
      app.as('sec', 'post', '/roles', { personId, role, fromDay: '2023-11-01' });
    for (const [person, role] of [
      ['sec', 'lead'],
      ['watcher', 'delegate'],
      ['ma-lead', 'secretariat'],
    ] as const) {
      expect(await give(person, role)).toMatchObject({
        status: 409,
        body: { gates: [{ code: 'role.not_of_this_office', facts: { role } }] },
      });
    }
    expect((await give('ma-lead', 'observer')).status).toBe(201);
  });

  test('is given once at a time', async () => {
    const again = { personId: 'pt-lead', role: 'lead', fromDay: '2024-01-01', untilDay: '2024-02-01' };
    expect(await app.as('sec', 'post', '/roles', again)).toMatchObject({
      status: 409,
      body: { gates: [{ code: 'role.already_given' }] },
    });
  });

  test('ends today at the earliest: what someone was entitled to stays as it was', async () => {
    const { roleId } = await personWith('pt-8', 'pt-office', { role: 'lead', fromDay: '2023-09-01' });
    const end = (untilDay: string) =>
      app.as('sec', 'post', `/roles/${roleId}/end`, { untilDay }, { 'if-match': '"1"' });
    expect(await end('2023-10-01')).toMatchObject({ status: 409, body: { gates: [{ code: 'day.has_passed' }] } });
    expect((await end('2023-10-02')).status).toBe(200);
    expect((await app.as('sec', 'get', `/roles/${roleId}`)).body).toMatchObject({ untilDay: '2023-10-02', version: 2 });
  });

  test('that is ended before it begins never was, and the account tells of both', async () => {
    const { roleId } = await personWith('pt-9', 'pt-office', { role: 'lead', fromDay: '2024-01-01' });
    await app.as('sec', 'post', `/roles/${roleId}/end`, { untilDay: '2023-12-01' }, { 'if-match': '"1"' });
    expect((await app.as('sec', 'get', `/roles/${roleId}`)).status).toBe(404);
    const told = await app.rabat.rows(
      `SELECT action FROM account_entry WHERE subject = 'person:pt-9' AND action LIKE 'role.%' ORDER BY seq`,
    );
    expect(told).toEqual([{ action: 'role.given' }, { action: 'role.ended' }]);
  });

  test('of the last one in the secretariat cannot be ended', async () => {
    const roles = await app.rabat.rows(
      `SELECT id, person_id FROM role_grant WHERE role = 'secretariat' ORDER BY person_id = 'sec'`,
    );
    const end = ({ id }: Record<string, unknown>) =>
      app.as('sec', 'post', `/roles/${String(id)}/end`, { untilDay: '2023-10-03' }, { 'if-match': '"1"' });
    expect((await end(roles[0] ?? {})).status).toBe(200);
    expect(await end(roles[1] ?? {})).toMatchObject({
      status: 409,
      body: { gates: [{ code: 'role.last_secretariat' }] },
    });
  });
});
