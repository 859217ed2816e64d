import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OTHER_BODY, TestApp } from '../support/app.js';
import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

const AT = `/handovers/${HANDOVER}/evidence`;
const address = (name: string): string => `https://files.secretariat.example/${name}.pdf`;
const link = (task: string, name: string, more: object = {}) => ({
  task,
  title: name,
  reference: address(name),
  ...more,
});
const send = (person: PersonId, links: readonly object[]) => app.as(person, 'post', AT, { links });

const evidenceOf = (task: string) =>
  app.rabat.rows('SELECT title, marking, added_by AS by FROM evidence WHERE task_id = $1 ORDER BY title', [task]);
const entries = async (): Promise<number> =>
  (await app.rabat.rows('SELECT FROM account_entry WHERE stream = $1', [HANDOVER])).length;
const faultsIn = (body: Readonly<Record<string, unknown>>): string[] =>
  (body.errors as { field: string; reason: string }[]).map(({ field, reason }) => `${field} ${reason}`);

describe('a list of links', () => {
  test('becomes evidence of its tasks, each told of in the account like one that is added alone', async () => {
    const before = await entries();
    const links = [link('GOV-01', 'one'), link('GOV-02', 'two', { marking: 'restricted' }), link('GOV-01', 'three')];
    const { status, body } = await send('sec', links);
    expect({ status, added: body.added }).toEqual({
      status: 201,
      added: [expect.any(String), expect.any(String), expect.any(String)],
    });
    const [{ marking }] = (await app.rabat.rows(`SELECT marking FROM task WHERE id = 'GOV-01'`)) as [
      { marking: string },
    ];
    expect(await evidenceOf('GOV-01')).toEqual([
      { title: 'one', marking, by: 'sec' },
      { title: 'three', marking, by: 'sec' },
    ]);
    expect(await evidenceOf('GOV-02')).toEqual([{ title: 'two', marking: 'restricted', by: 'sec' }]);
    const told = await app.rabat.rows(
      `SELECT seq::int, action, subject FROM account_entry WHERE stream = $1 ORDER BY seq DESC LIMIT 3`,
      [HANDOVER],
    );
    expect(told.map(({ subject }) => subject)).toEqual(['task:GOV-01', 'task:GOV-02', 'task:GOV-01']);
    expect(new Set(told.map(({ action }) => action))).toEqual(new Set(['task.evidence_added']));
    expect(await entries()).toBe(before + 3);
    expect(body.account).toMatchObject({ seq: told[0]?.seq });
    expect(
      await app.rabat.rows(`SELECT evidence_count AS count FROM task WHERE id IN ('GOV-01', 'GOV-02') ORDER BY id`),
    ).toEqual([{ count: 2 }, { count: 1 }]);
  });

  test('is taken as a whole or not at all: every wrong link is named, and nothing is added', async () => {
    await send('sec', [link('RES-01', 'there')]);
    const before = await entries();
    const { status, body } = await send('sec', [
      link('RES-02', 'right'),
      link('NO-99', 'nowhere'),
      link('RES-01', 'there'),
      link('RES-02', 'right'),
    ]);
    expect(status).toBe(422);
    expect(faultsIn(body)).toEqual([
      'links[1].task is no task of this handover',
      'links[2].reference is evidence of this task already',
      'links[3].reference stands in this list twice for the same task',
    ]);
    expect(await evidenceOf('RES-02')).toEqual([]);
    expect(await entries()).toBe(before);
  });

  test('is judged by the rules for each task: what takes no evidence is refused, and whose move it is is told', async () => {
    const [{ id }] = (await app.rabat.rows(
      `SELECT id FROM task WHERE evidence = 'none' ORDER BY position LIMIT 1`,
    )) as [{ id: string }];
    const { status, body } = await send('sec', [link('RES-02', 'right'), link(id, 'unwanted')]);
    expect(status).toBe(422);
    expect(faultsIn(body)).toEqual(['links[1] is not possible now: task.takes_no_evidence']);
    expect(body.gates).toEqual([expect.objectContaining({ code: 'task.takes_no_evidence' })]);
    expect(await evidenceOf('RES-02')).toEqual([]);
  });

  test('is refused where an address is none of the web, a title is missing, or a marking is not known', async () => {
    const wrong = [
      link('RES-02', 'right'),
      { ...link('RES-02', 'script'), reference: 'javascript:alert(1)' },
      { task: 'RES-02', reference: address('untitled') },
      link('RES-02', 'secret', { marking: 'top secret' }),
    ];
    const { status, body } = await send('sec', wrong);
    expect(status).toBe(422);
    expect(faultsIn(body).map((fault) => fault.split(' ')[0])).toEqual([
      'links[1].reference',
      'links[2].title',
      'links[3].marking',
    ]);
  });

  test('has at most two hundred', async () => {
    const many = Array.from({ length: 201 }, (_, index) => link('RES-02', String(index)));
    expect((await send('sec', many)).status).toBe(422);
  });

  test('is brought in by nobody without a part in the handover, and is not there for another body', async () => {
    expect((await send('es-delegate', [link('RES-02', 'right')])).status).toBe(403);
    expect((await send('watcher', [link('RES-02', 'right')])).status).toBe(403);
    const token = app.token('sec', OTHER_BODY);
    const body = { links: [link('RES-02', 'right')] };
    expect((await app.send('post', `/api/v1/bodies/${RABAT}${AT}`, { token, body })).status).toBe(404);
    expect(await evidenceOf('RES-02')).toEqual([]);
  });
});
