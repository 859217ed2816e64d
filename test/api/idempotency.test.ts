import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ForgetAnswers } from '../../src/api/forget-answers.js';
import { TestApp, type Answer } from '../support/app.js';
import { RABAT } from '../support/rabat.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

let made = 0;
const newMember = (): { id: string; name: string } => ({ id: `M${String(++made)}`, name: 'Member' });
const post = (member: object, key: string, path = '/members'): Promise<Answer> =>
  app.as('sec', 'post', path, member, { 'idempotency-key': key });

async function entriesAbout(subject: string): Promise<number> {
  const entries = await app.rabat.rows('SELECT seq FROM account_entry WHERE body_id = $1 AND subject = $2', [
    RABAT,
    subject,
  ]);
  return entries.length;
}

describe('a POST with an Idempotency-Key', () => {
  test('happens once, and is answered the same each time', async () => {
    const member = newMember();
    const first = await post(member, 'once');
    const again = await post(member, 'once');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', etag: first.headers.etag });
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(await entriesAbout(`member:${member.id}`)).toBe(1);
  });

  test('happens once though fifty are sent at the same time', async () => {
    const member = newMember();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(member, 'at-once')));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    expect(await entriesAbout(`member:${member.id}`)).toBe(1);
  });

  test('happens once though each time something new would be made', async () => {
    const standIn = { personId: 'sec', standInId: 'sec-2', fromDay: '2023-12-01', untilDay: '2023-12-02' };
    const token = { personId: 'sec', label: 'import' };
    const standIns = [await post(standIn, 'stand-in', '/stand-ins'), await post(standIn, 'stand-in', '/stand-ins')];
    const tokens = [await post(token, 'token', '/tokens'), await post(token, 'token', '/tokens')];
    expect(standIns[1]?.body.id).toBe(standIns[0]?.body.id);
    expect(tokens[1]?.body.id).toBe(tokens[0]?.body.id);
  });

  test('is answered as before although its version has moved on since', async () => {
    const headers = { 'if-match': '"1"', 'idempotency-key': 'leave' };
    const leave = (): Promise<Answer> =>
      app.as('sec', 'post', '/persons/es-delegate/leave', { leftOn: '2023-11-01' }, headers);
    const first = await leave();
    expect(first.status).toBe(200);
    expect(await leave()).toMatchObject({ status: 200, body: first.body, headers: { etag: '"2"' } });
  });

  test('is refused when the key was used for another request, whatever that came to', async () => {
    await post(newMember(), 'reused');
    const other = await post(newMember(), 'reused');
    expect(other).toMatchObject({
      status: 422,
      body: { type: 'urn:gavel:problem:idempotency.key_reused', errors: [{ field: 'Idempotency-Key' }] },
    });
    expect((await post({ personId: 'sec', label: 'x' }, 'reused', '/tokens')).status).toBe(422);
  });

  test('that was refused may be asked again under the same key, and then succeed', async () => {
    const member = { ...newMember(), calendarId: 'TN' };
    expect((await post(member, 'later')).status).toBe(409);
    const morocco = await app.as('sec', 'get', '/calendars/MA');
    const tunisia = { ...(morocco.body.definition as object), id: 'TN' };
    await app.as('sec', 'post', '/calendars', tunisia);
    expect((await post(member, 'later')).status).toBe(201);
  });

  test('shares its key with nobody else', async () => {
    const token = { label: 'mine' };
    const key = { 'idempotency-key': 'shared' };
    const mine = await app.as('ma-lead', 'post', '/tokens', { ...token, personId: 'ma-lead' }, key);
    const theirs = await app.as('pt-lead', 'post', '/tokens', { ...token, personId: 'pt-lead' }, key);
    expect([mine.status, theirs.status]).toEqual([201, 201]);
  });

  test('is forgotten after a day, and not before', async () => {
    const member = newMember();
    await post(member, 'old');
    await app.rabat.setClock('2023-10-03T07:59:59.000Z');
    await app.app.get(ForgetAnswers, { strict: false }).execute();
    expect((await post(member, 'old')).headers['idempotency-replayed']).toBe('true');
    await app.rabat.setClock('2023-10-03T08:00:01.000Z');
    await app.app.get(ForgetAnswers, { strict: false }).execute();
    expect(await post(member, 'old')).toMatchObject({ status: 409, body: { gates: [{ code: 'member.exists' }] } });
  });
});
