import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OTHER_BODY, TestApp, type Answer } from '../support/app.js';
import { databaseDigest } from '../support/database-digest.js';
import { HANDOVER, must, RABAT, type PersonId } from '../support/rabat.js';
import { pdf } from './files.js';
import { settleTasks } from './settled-tasks.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await settleTasks(app.rabat, 'true');
  must(await app.rabat.tryHandover('sec', { move: 'prepare' }));
});
afterAll(() => app.close());

const OF_HANDOVER = `/handovers/${HANDOVER}`;
const at = (section: string, behind = ''): string => `${OF_HANDOVER}/sections/${section}${behind}`;

const get = (person: PersonId, section: string, behind = ''): Promise<Answer> =>
  app.as(person, 'get', at(section, behind));

/** Sends a move on the strength of a version; of the present one where none is given. */
async function post(
  person: PersonId,
  section: string,
  move: string,
  body: object = {},
  version?: string,
): Promise<Answer> {
  const match = version ?? (await get('sec', section)).headers.etag ?? '';
  return app.as(person, 'post', at(section, `/${move}`), body, { 'if-match': match });
}

const present = (section: string): Promise<Answer> =>
  post('ma-delegate', section, 'present', { summary: 'What was agreed', needs: 'Name your people' });

const codesOf = ({ body }: Answer): unknown[] =>
  ((body.gates ?? []) as readonly { readonly code: string }[]).map(({ code }) => code);

const stateOf = async (section: string): Promise<unknown> => (await get('sec', section)).body.state;

/** Sends a document to a task of a section, or a version of one. */
async function sendDocument(task: string, mark: string, behind = ''): Promise<string> {
  const address = `${OF_HANDOVER}/tasks/${task}`;
  const form = new FormData();
  form.append('title', 'Roadmap');
  form.append('file', new Blob([new Uint8Array(pdf(2_000, mark))]), 'roadmap.pdf');
  const match = (await app.as('sec', 'get', address)).headers.etag ?? '';
  const headers = { authorization: `Bearer ${app.token('sec')}`, 'if-match': match };
  const url = `${app.address}/api/v1/bodies/${RABAT}${address}/documents${behind}`;
  const sent = await fetch(url, { method: 'POST', headers, body: form });
  const answer = (await sent.json()) as { readonly document?: { readonly id: string } };
  if (answer.document === undefined) throw new Error(JSON.stringify(answer));
  return answer.document.id;
}

describe('a section', () => {
  test('is sent for review with its summary and accepted, each on the strength of what was read', async () => {
    const read = await get('ma-delegate', 'RES');
    expect(read).toMatchObject({ status: 200, body: { id: 'RES', state: 'drafting', version: 1 } });
    expect(await present('RES')).toMatchObject({ status: 200, body: { id: 'RES', state: 'in_review', version: 2 } });
    const shown = (await get('pt-delegate', 'RES')).body;
    expect(shown).toMatchObject({ state: 'in_review', summary: 'What was agreed', needs: 'Name your people' });
    // From Monday, 2 October 2023; the Thursday of that week is a holiday in Portugal alone.
    expect(shown.reviewDueOn).toBe('2023-10-10');
    const { body: content } = await get('pt-delegate', 'RES', '/content');
    expect(content.changes).toBeNull();
    expect((await post('pt-delegate', 'RES', 'accept', {}, '"1"')).status).toBe(412);
    expect(await stateOf('RES')).toBe('in_review');
    const accepted = await post('pt-delegate', 'RES', 'accept', { note: 'Complete' }, '"2"');
    expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted', version: 3 } });
    const [entry] = await app.rabat.rows(
      `SELECT entry::jsonb->'facts'->>'content' AS sha256 FROM account_entry WHERE subject = 'section:RES' AND action = 'section.accepted'`,
    );
    expect(entry).toEqual({ sha256: content.sha256 });
  });

  test('is not returned without a word, and nothing of the attempt is left', async () => {
    await present('OPN');
    const before = await databaseDigest(app.rabat.url);
    for (const body of [{}, { reason: '' }, { reason: ' \n ' }, { reason: 7 }]) {
      const { status, body: problem } = await post('pt-lead', 'OPN', 'return', body);
      expect([status, problem.errors]).toEqual([422, [expect.objectContaining({ field: 'reason' })]]);
    }
    expect(await databaseDigest(app.rabat.url)).toBe(before);
    const reason = '<b>Page 2</b> has no date';
    expect((await post('pt-lead', 'OPN', 'return', { reason })).body.state).toBe('returned');
  });

  test('is decided by its reviewers alone, and not by somebody who only looks on', async () => {
    await present('PRG');
    expect(codesOf(await post('ma-lead', 'PRG', 'accept'))).toContain('section.not_your_side');
    expect((await post('watcher', 'PRG', 'accept')).status).toBe(403);
    expect((await get('watcher', 'PRG')).status).toBe(403);
    expect(await stateOf('PRG')).toBe('in_review');
  });

  test('is not there for another body, nor one that no checklist has for this one', async () => {
    const token = app.token('pt-lead', OTHER_BODY);
    for (const behind of ['', '/content', '/comments']) {
      const address = `/api/v1/bodies/${RABAT}${at('GOV', behind)}`;
      expect((await app.send('get', address, { token })).status).toBe(404);
    }
    expect((await get('pt-lead', 'NONE')).status).toBe(404);
    expect((await post('pt-lead', 'NONE', 'accept', {}, '"1"')).status).toBe(404);
  });

  test('gets one decision of two that are made at the same instant; the other is told that it was read before', async () => {
    await present('PRO');
    const version = (await get('sec', 'PRO')).headers.etag ?? '';
    const answers = await Promise.all([
      post('pt-lead', 'PRO', 'accept', {}, version),
      post('pt-delegate', 'PRO', 'return', { reason: 'No date' }, version),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const won = answers.find(({ status }) => status === 200);
    expect(await stateOf('PRO')).toBe(won?.body.state);
  });
});

describe('a reservation', () => {
  const RESERVATION = 'A shorter notice';

  test('may stand by itself', async () => {
    await present('SOM');
    const answer = await post('pt-lead', 'SOM', 'reserve', { reservation: RESERVATION });
    expect(answer.body.state).toBe('accepted_with_reservation');
    expect((await get('ma-lead', 'SOM')).body).toMatchObject({ reservation: RESERVATION });
  });

  test('becomes a commitment of the incoming chair, with a day of the new term', async () => {
    await present('DOC');
    for (const half of [{ followUp: 'incoming' }, { dueOn: '2024-05-02' }]) {
      expect((await post('pt-lead', 'DOC', 'reserve', { reservation: RESERVATION, ...half })).status).toBe(422);
    }
    const dated = (dueOn: string): Promise<Answer> =>
      post('pt-lead', 'DOC', 'reserve', { reservation: RESERVATION, followUp: 'incoming', dueOn });
    expect(codesOf(await dated('2023-09-30'))).toEqual(['section.date_past', 'section.before_new_term']);
    expect(codesOf(await dated('2024-01-31'))).toEqual(['section.before_new_term']);
    expect(await stateOf('DOC')).toBe('in_review');
    expect((await dated('2024-05-02')).status).toBe(200);
    const task = await app.as('ma-delegate', 'get', `${OF_HANDOVER}/tasks/DOC-R1`);
    expect(task.body).toMatchObject({ id: 'DOC-R1', owner: 'incoming', state: 'committed' });
    const [planned] = await app.rabat.rows(
      `SELECT t.due_on::text AS due, (SELECT count(*)::int FROM notification n WHERE n.task_id = t.id AND n.kind = 'reminder') AS reminders
       FROM task t WHERE t.id = 'DOC-R1'`,
    );
    expect(planned?.due).toBe('2024-05-02');
    expect(Number(planned?.reminders)).toBeGreaterThan(0);
  });
});

describe('a section that was accepted and has changed', () => {
  test('is the only one to be reviewed again, and tells what differs: task, document and summary', async () => {
    must(await app.rabat.task('GOV-03', 'pt-delegate', { move: 'reopen', reason: 'A page is missing' }));
    const document = await sendDocument('GOV-03', 'first');
    await settleTasks(app.rabat, `id = 'GOV-03'`);
    for (const section of ['GOV', 'CON']) {
      await present(section);
      expect((await post('pt-delegate', section, 'accept')).status).toBe(200);
    }
    must(await app.rabat.task('GOV-06', 'sec', { move: 'reopen', reason: 'Other duties' }));
    expect([await stateOf('GOV'), await stateOf('CON')]).toEqual(['drafting', 'accepted']);
    must(await app.rabat.task('GOV-03', 'pt-delegate', { move: 'reopen', reason: 'A page is missing' }));
    await sendDocument('GOV-03', 'second', `/${document}/versions`);
    await settleTasks(app.rabat, `id = 'GOV-03'`);
    await post('ma-delegate', 'GOV', 'present', { summary: 'Agreed anew', needs: 'Name your people' });
    const { changes } = (await get('pt-lead', 'GOV', '/content')).body;
    expect(changes).toEqual([
      { what: 'summary', from: 'What was agreed', to: 'Agreed anew' },
      { what: 'task', id: 'GOV-06', from: 'accepted', to: 'unfinished' },
      {
        what: 'piece',
        id: document,
        task: 'GOV-03',
        from: expect.objectContaining({ version: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }),
        to: expect.objectContaining({ version: 2 }),
      },
    ]);
  });
});

describe('a comment', () => {
  const say = (person: PersonId, text: string, more: object = {}): Promise<Answer> =>
    app.as(person, 'post', at('COM', '/comments'), { text, ...more });
  const comments = async (): Promise<unknown> => (await get('ma-delegate', 'COM', '/comments')).body;

  test('is part of a thread that all who work in the handover read, and nobody else', async () => {
    const first = await say('pt-delegate', 'Page 4?', { mentions: ['ma-lead'] });
    expect(first.status).toBe(201);
    await say('ma-lead', 'Page 4 is <b>mended</b>', { answers: first.body.id });
    expect(await comments()).toMatchObject([
      { parentId: null, author: { id: 'pt-delegate' }, text: 'Page 4?', mentions: [{ id: 'ma-lead' }] },
      { parentId: first.body.id, author: { id: 'ma-lead' }, text: 'Page 4 is <b>mended</b>', mentions: [] },
    ]);
    expect((await get('watcher', 'COM', '/comments')).status).toBe(403);
    expect((await get('es-delegate', 'COM', '/comments')).status).toBe(403);
  });

  test('that mentions somebody who does not work in the handover is refused with each of them', async () => {
    const before = await databaseDigest(app.rabat.url);
    const answer = await say('pt-delegate', 'Look', { mentions: ['es-delegate', 'watcher', 'nobody', 'ma-lead'] });
    expect(answer.status).toBe(409);
    expect(answer.body.gates).toEqual(
      ['es-delegate', 'watcher', 'nobody'].map((person) =>
        expect.objectContaining({ code: 'section.mention_outside', facts: { person } }),
      ),
    );
    expect((await say('pt-delegate', ' ')).status).toBe(422);
    expect((await say('pt-delegate', 'Look', { mentions: ['not a key'] })).status).toBe(422);
    expect(await databaseDigest(app.rabat.url)).toBe(before);
  });
});
