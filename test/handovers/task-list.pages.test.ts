import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { getPage } from '../support/english-pages.js';
import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';
import type { PageAnswer } from '../support/visitor.js';

const TASKS = `/bodies/${RABAT}/handovers/${HANDOVER}/tasks`;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await app.rabat.task('GOV-01', 'sec', { move: 'start' });
  await app.rabat.task('OPN-02', 'ma-delegate', { move: 'start' });
  await app.rabat.task('OPN-02', 'ma-delegate', { move: 'reassign', personId: 'ma-delegate' });
});
afterAll(() => app.close());

const get = (person: PersonId, address: string): Promise<PageAnswer> => getPage(app, person, address);

async function listed(person: PersonId, query = ''): Promise<string[]> {
  const { status, text } = await get(person, `${TASKS}${query}`);
  expect(status).toBe(200);
  return [...text.matchAll(/<span class="task-number"><bdi>([^<]+)<\/bdi>/g)].map(([, id]) => id ?? '');
}

describe('the checklist', () => {
  test('opens for a chair on what is theirs to do, or their side’s as long as nobody has it', async () => {
    const [delegate, lead] = [await listed('ma-delegate'), await listed('ma-lead')];
    expect(delegate).toContain('OPN-02');
    expect(lead).not.toContain('OPN-02');
    expect(lead).toContain('OPN-03');
    expect(lead).not.toContain('GOV-01');
  });

  test('opens for the secretariat on what needs attention now, and not on all that is still far away', async () => {
    const open = await listed('sec');
    expect(open).not.toContain('AFT-04');
    expect(await listed('sec', '?show=all')).toContain('AFT-04');
  });

  test('opens for an observer on everything, since nothing is theirs', async () => {
    expect(await listed('watcher')).toHaveLength(60);
    const { text } = await get('watcher', TASKS);
    expect(text).not.toContain('value="mine"');
  });

  test('is narrowed by kind, person and section together, and says how much is left', async () => {
    expect(await listed('sec', '?show=started')).toEqual(['GOV-01', 'OPN-02']);
    expect(await listed('sec', '?show=started&person=ma-delegate&section=*')).toEqual(['OPN-02']);
    expect(await listed('sec', '?show=all&person=-&section=GOV')).toHaveLength(6);
    const { text } = await get('sec', `${TASKS}?show=started`);
    expect(text).toContain('2 of 60 tasks');
  });

  test('says of each kind how many there are', async () => {
    const { text } = await get('sec', `${TASKS}?show=all`);
    expect(text).toMatch(/In progress <b[^>]*>2<\/b>/);
    expect(text).toMatch(/All <b[^>]*>60<\/b>/);
  });

  test('says so when nothing is left, and leads to everything', async () => {
    const { text } = await get('sec', `${TASKS}?show=returned`);
    expect(text).toContain('No task has been returned.');
    expect(text).toContain(`href="${TASKS}?show=all">Show all 60 tasks</a>`);
  });

  test('refuses a kind that there is none of, and does not break over a person who is not there', async () => {
    expect((await get('sec', `${TASKS}?show=secret`)).status).toBe(422);
    expect(await listed('sec', `?show=all&person=${encodeURIComponent('<nobody>')}`)).toEqual([]);
  });

  test('marks for the secretariat what has been silent for more than a week, for no one else', async () => {
    await app.rabat.setClock('2023-10-12T08:00:00.000Z');
    const silent = 'silent for 10 days';
    expect((await get('sec', `${TASKS}?show=all`)).text).toContain(silent);
    expect(await listed('sec')).toEqual(expect.arrayContaining(['GOV-01', 'OPN-02']));
    expect((await get('ma-lead', `${TASKS}?show=all`)).text).not.toContain(silent);
  });

  test('marks nothing that somebody has commented on since', async () => {
    await app.rabat.setClock('2023-10-12T08:00:00.000Z');
    const silent = async (): Promise<number> =>
      (await get('sec', `${TASKS}?show=all`)).text.split('silent for 10 days').length - 1;
    const before = await silent();
    const visitor = await app.signIn('pt-delegate');
    const { status } = await visitor.post(`${TASKS}/OPN-02/comments`, { text: 'Please add the annexes.' });
    expect(status).toBe(303);
    expect(await silent()).toBe(before - 1);
  });
});

describe('the checklist as a table', () => {
  test('has the tasks that are shown, and the marks by which spreadsheets know text', async () => {
    const { headers, text } = await get('sec', `${TASKS}.csv?show=started`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('attachment');
    const rows = text.split('\r\n');
    expect(rows[0]?.startsWith('\ufeffNumber,Section,Task')).toBe(true);
    expect(rows.slice(1, -1).map((row) => row.split(',')[0])).toEqual(['GOV-01', 'OPN-02']);
  });

  test.each(['=cmd|x', '+1+1', '-2', '@SUM(A1)', '\tx'])('never hands a spreadsheet a formula: %j', async (title) => {
    await app.rabat.database.change(RABAT, (em) =>
      em.query(`UPDATE task SET title = jsonb_build_object('en', $1::text) WHERE body_id = $2 AND id = 'GOV-01'`, [
        title,
        RABAT,
      ]),
    );
    const { text } = await get('sec', `${TASKS}.csv?show=started`);
    expect(text).toContain(`,'${title},`);
    expect(text).not.toContain(`,${title},`);
  });

  test('is for the secretariat', async () => {
    expect((await get('ma-lead', `${TASKS}.csv`)).status).toBe(403);
    expect((await get('ma-lead', TASKS)).text).not.toContain('.csv');
  });
});
