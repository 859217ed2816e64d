import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { RABAT } from '../support/rabat.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

describe('the members of a body', () => {
  test('are added by the secretariat, partner unless said otherwise', async () => {
    const added = await app.as('sec', 'post', '/members', { id: 'SN', name: 'Senegal', rotationGroup: 'Africa' });
    expect(added).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { id: 'SN', version: 1 } });
    const read = await app.as('watcher', 'get', '/members/SN');
    expect(read.body).toEqual({
      id: 'SN',
      name: 'Senegal',
      rotationGroup: 'Africa',
      status: 'partner',
      calendarId: null,
      version: 1,
    });
  });

  test('keep what a change does not mention', async () => {
    const changed = await app.as('sec', 'patch', '/members/ES', { status: 'suspended' }, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect((await app.as('sec', 'get', '/members/ES')).body).toMatchObject({ name: 'Spain', status: 'suspended' });
  });

  test('cannot be changed on the strength of a version that is past', async () => {
    const answer = await app.as('sec', 'patch', '/members/ES', { name: 'España' }, { 'if-match': '"1"' });
    expect(answer).toMatchObject({
      status: 412,
      body: { gates: [{ code: 'version.stale', facts: { expected: 1, actual: 2 }, whose: 'nobody' }] },
    });
  });

  test('have ids that are taken once', async () => {
    const answer = await app.as('sec', 'post', '/members', { id: 'MA', name: 'Another Morocco' });
    expect(answer).toMatchObject({ status: 409, body: { gates: [{ code: 'member.exists' }] } });
  });

  test('may not name a calendar that is not there', async () => {
    const answer = await app.as('sec', 'post', '/members', { id: 'TN', name: 'Tunisia', calendarId: 'TN' });
    expect(answer).toMatchObject({ status: 409, body: { gates: [{ code: 'calendar.unknown' }] } });
  });

  test('that nobody knows are not there to change', async () => {
    const answer = await app.as('sec', 'patch', '/members/XX', { name: 'Nowhere' }, { 'if-match': '"1"' });
    expect(answer.status).toBe(404);
  });

  test('are told of in the account, with who acted and why', async () => {
    await app.as('sec', 'patch', '/members/PT', { rotationGroup: 'Europe' }, { 'if-match': '"1"' });
    const reason = 'Asked for by the steering committee';
    await app.as('sec-2', 'patch', '/members/PT', { status: 'observer', reason }, { 'if-match': '"2"' });
    const [told] = await app.rabat.rows(
      `SELECT e.actor, e.action, e.subject, e.entry::json -> 'facts' AS facts, t.text
       FROM account_entry e JOIN account_text t USING (body_id, stream, seq)
       WHERE e.body_id = $1 AND e.stream = 'body' ORDER BY e.seq DESC LIMIT 1`,
      [RABAT],
    );
    expect(told).toEqual({
      actor: 'sec-2',
      action: 'member.changed',
      subject: 'member:PT',
      facts: { status: 'observer' },
      text: reason,
    });
  });
});

describe('the offices of a body', () => {
  test('belong to a member, or to the secretariat', async () => {
    const office = { id: 'ma-interior', memberId: 'MA', name: 'Ministry of the Interior', calendarId: 'MA' };
    expect((await app.as('sec', 'post', '/offices', office)).status).toBe(201);
    const team = { id: 'sec-dakar', memberId: null, name: 'Team in the region', calendarId: 'AT' };
    expect((await app.as('sec', 'post', '/offices', team)).status).toBe(201);
    expect((await app.as('pt-lead', 'get', '/offices/sec-dakar')).body).toEqual({ ...team, version: 1 });
  });

  test('may change their name and calendar, and never their member', async () => {
    const send = (body: object) => app.as('sec', 'patch', '/offices/es-office', body, { 'if-match': '"1"' });
    expect(await send({ memberId: 'PT' })).toMatchObject({ status: 422, body: { errors: [{ field: 'memberId' }] } });
    expect((await send({ name: 'Ministry of Foreign Affairs' })).status).toBe(200);
    expect((await app.as('sec', 'get', '/offices/es-office')).body).toMatchObject({ memberId: 'ES', version: 2 });
  });

  test('need a member that is there', async () => {
    const office = { id: 'xx-office', memberId: 'XX', name: 'Office', calendarId: 'AT' };
    expect(await app.as('sec', 'post', '/offices', office)).toMatchObject({
      status: 409,
      body: { gates: [{ code: 'member.unknown' }] },
    });
  });
});
