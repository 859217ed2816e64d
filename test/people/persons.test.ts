import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';
import type { PersonId } from '../support/rabat.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(() => app.rabat.setClock('2023-10-02T08:00:00.000Z'));
afterAll(() => app.close());

const newPerson = (id: string) => ({
  id,
  officeId: 'ma-office',
  name: 'Desk officer for protocol',
  mail: `${id}@ministry.example`,
  language: 'fr',
});

async function roleOf(person: string): Promise<{ id: string; version: number; untilDay: string | null }> {
  const { body } = await app.as('sec', 'get', `/roles?person=${person}`);
  const [role] = body.items as { id: string; version: number; untilDay: string | null }[];
  if (role === undefined) throw new Error(`${person} has no role`);
  return role;
}

describe('people of a body', () => {
  test('are added without a role, and may do nothing until they have one', async () => {
    expect((await app.as('sec', 'post', '/persons', newPerson('ma-3'))).status).toBe(201);
    const issued = await app.as('sec', 'post', '/tokens', { personId: 'ma-3', label: 'first' });
    const mine = await app.send('get', '/api/v1/me', { token: String(issued.body.secret) });
    expect(mine.status).toBe(403);
  });

  test('are seen with name and mail address by everyone of the same body', async () => {
    const { body } = await app.as('es-delegate', 'get', '/persons/ma-lead');
    expect(body).toMatchObject({ id: 'ma-lead', mail: 'ma-lead@rabat-process.example', memberId: 'MA', leftOn: null });
  });

  test('leave no name and no address in the account', async () => {
    await app.as('sec', 'post', '/persons', newPerson('ma-4'));
    const change = { name: 'Desk officer for visas', mail: 'visas@ministry.example' };
    await app.as('sec', 'patch', '/persons/ma-4', change, { 'if-match': '"1"' });
    const told = await app.rabat.rows(
      `SELECT action, entry::json -> 'facts' AS facts FROM account_entry WHERE subject = 'person:ma-4' ORDER BY seq`,
    );
    expect(told).toEqual([
      { action: 'person.added', facts: { officeId: 'ma-office', language: 'fr' } },
      { action: 'person.changed', facts: { fields: ['name', 'mail'] } },
    ]);
  });

  test('have a mail address that nobody else has, however it is written', async () => {
    const answer = await app.as('sec', 'post', '/persons', {
      ...newPerson('ma-5'),
      mail: 'MA-Lead@rabat-process.example',
    });
    expect(answer).toMatchObject({ status: 409, body: { gates: [{ code: 'person.mail_taken' }] } });
  });

  test('cannot move to an office that has no place for the roles they have', async () => {
    const answer = await app.as(
      'sec',
      'patch',
      '/persons/pt-delegate',
      { officeId: 'sec-office' },
      { 'if-match': '"1"' },
    );
    expect(answer).toMatchObject({
      status: 409,
      body: { gates: [{ code: 'role.not_of_this_office', facts: { role: 'delegate', office: 'sec-office' } }] },
    });
  });
});

describe('whoever leaves', () => {
  test('works until the day before, and on that day their token opens nothing', async () => {
    const left = await app.as(
      'sec',
      'post',
      '/persons/es-delegate/leave',
      { leftOn: '2023-10-04' },
      { 'if-match': '"1"' },
    );
    expect(left.status).toBe(200);
    const knock = () => app.as('es-delegate', 'get', '');
    await app.rabat.setClock('2023-10-03T22:59:59.000Z'); // 3 October, 23:59:59 in Rabat
    expect((await knock()).status).toBe(200);
    await app.rabat.setClock('2023-10-03T23:00:00.000Z'); // midnight in Rabat
    expect((await knock()).status).toBe(401);
  });

  test('gives up roles and stand-ins from that day on', async () => {
    const standIn = { personId: 'pt-lead', standInId: 'pt-delegate', fromDay: '2023-10-02', untilDay: '2023-12-01' };
    const named = await app.as('sec', 'post', '/stand-ins', standIn);
    await app.as('sec', 'post', '/persons/pt-delegate/leave', { leftOn: '2023-10-10' }, { 'if-match': '"1"' });
    expect(await roleOf('pt-delegate')).toMatchObject({ untilDay: '2023-10-10', version: 2 });
    const ended = await app.as('sec', 'get', `/stand-ins/${String(named.body.id)}`);
    expect(ended.body).toMatchObject({ untilDay: '2023-10-10' });
  });

  test('cannot have left already', async () => {
    const answer = await app.as(
      'sec',
      'post',
      '/persons/ma-delegate/leave',
      { leftOn: '2023-10-01' },
      { 'if-match': '"1"' },
    );
    expect(answer).toMatchObject({
      status: 409,
      body: { gates: [{ code: 'day.has_passed', facts: { day: '2023-10-01', today: '2023-10-02' } }] },
    });
  });

  test('must not be the last of the secretariat', async () => {
    const leave = (person: PersonId, version: number) =>
      app.as('sec', 'post', `/persons/${person}/leave`, { leftOn: '2023-11-01' }, { 'if-match': `"${version}"` });
    expect((await leave('sec-2', 1)).status).toBe(200);
    expect(await leave('sec', 1)).toMatchObject({
      status: 409,
      body: { gates: [{ code: 'role.last_secretariat', facts: { day: '2023-11-01' } }] },
    });
  });
});
