import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { paths } from '../../src/web/paths.js';
import { TestApp, type Answer } from '../support/app.js';
import { HANDOVER, must, RABAT, SIGN, type PersonId } from '../support/rabat.js';
import { bringToSigning } from '../support/ready-to-sign.js';

const API = `/handovers/${HANDOVER}`;
const TASK = `${API}/tasks/OPN-03`;
const CONSENT = 'Two letters came in January: the incoming chair answers them.';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await app.rabat.database.change(RABAT, (em) => em.query(`UPDATE person SET language = 'en'`));
});
afterAll(() => app.close());

async function move(person: PersonId, name: string, body: object): Promise<Answer> {
  const { headers } = await app.as('sec', 'get', TASK);
  return app.as(person, 'post', `${TASK}/${name}`, body, { 'if-match': headers.etag });
}

/** When the incoming chair will be reminded of it, by whatever ladder. */
const reminders = () =>
  app.rabat.rows(
    `SELECT rung, due_at::date::text AS day FROM notification
     WHERE task_id = 'OPN-03' AND state = 'owed' AND rung IS NOT NULL ORDER BY due_at, rung`,
  );

describe('What is unfinished', () => {
  test('passes with the written consent of a lead of the incoming chair, and nobody else’s', async () => {
    const asked = { reason: CONSENT, dueOn: '2024-02-29' };
    for (const person of ['ma-lead', 'sec', 'pt-delegate'] as const) {
      expect([person, (await move(person, 'commit', asked)).status]).toEqual([person, 409]);
    }
    const wordless = await move('pt-lead', 'commit', { ...asked, reason: ' ' });
    expect(wordless.status).toBe(422);
    const early = await move('pt-lead', 'commit', { ...asked, dueOn: '2024-01-31' });
    expect(early).toMatchObject({ status: 409, body: { gates: [{ code: 'task.before_new_term' }] } });
    expect(await app.rabat.rows(`SELECT state FROM task WHERE id = 'OPN-03'`)).toEqual([{ state: 'open' }]);
  });

  test('then has an owner, a day in the new term and the words with which it was taken on', async () => {
    expect((await move('pt-lead', 'commit', { reason: CONSENT, dueOn: '2024-02-29' })).status).toBe(200);
    const { body } = await app.as('ma-delegate', 'get', `${API}/commitments`);
    expect(body.items).toEqual([
      expect.objectContaining({ id: 'OPN-03', dueOn: '2024-02-29', person: 'pt-lead', isLate: false, reason: CONSENT }),
    ]);
    const { body: seen } = await app.as('watcher', 'get', `${API}/commitments`);
    expect(seen.items).toEqual([expect.objectContaining({ id: 'OPN-03', reason: null })]);
  });

  test('does not hold up the signatures, and is reminded of after the chair has passed', async () => {
    await bringToSigning(app.rabat);
    const before = await reminders();
    expect(before.length).toBeGreaterThan(2);
    for (const person of ['ma-lead', 'pt-lead'] as const) must(await app.rabat.tryHandover(person, SIGN));
    must(await app.rabat.tryHandover('sec', { move: 'effect', way: 'meeting' }));
    expect(await reminders()).toEqual(before);
    await app.rabat.database.change(RABAT, (em) =>
      em.query(`UPDATE task SET state = 'accepted', submitted_sides = '{secretariat}', submitted_persons = '{sec}'
         WHERE state NOT IN ('accepted', 'committed')`),
    );
    must(await app.rabat.tryHandover('sec', { move: 'close' }));
    expect(await reminders()).toEqual(before);
    expect(before.every(({ rung }) => String(rung).startsWith('commitment-'))).toBe(true);
  });

  test('is late once its day is over, and done when the incoming chair says so, once', async () => {
    await app.rabat.setClock('2024-03-02T09:00:00.000Z');
    const visitor = await app.signIn('pt-delegate');
    const address = paths.commitments(RABAT, HANDOVER);
    const late = (await visitor.get(address)).text;
    expect(late).toContain('Late');
    expect(late).toContain(`href="${paths.moveTask(RABAT, HANDOVER, 'OPN-03', 'fulfil')}"`);
    expect((await (await app.signIn('ma-lead')).get(address)).text).not.toContain('/fulfil');
    const done = { reason: 'Both letters are answered.' };
    expect((await move('ma-lead', 'fulfil', done)).body).toMatchObject({ gates: [{ code: 'task.not_your_side' }] });
    expect((await move('pt-delegate', 'fulfil', done)).status).toBe(200);
    expect((await move('pt-delegate', 'fulfil', done)).status).toBe(409);
    const { body } = await app.as('sec', 'get', `${API}/commitments`);
    expect(body.items).toEqual([expect.objectContaining({ isLate: false, fulfilledAt: '2024-03-02T09:00:00.000Z' })]);
    expect((await visitor.get(address)).text).toContain('Done on 2 March 2024');
  });
});
