import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { getPage, sendForm } from '../support/english-pages.js';
import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';
import type { PageAnswer } from '../support/visitor.js';

const TASKS = `/bodies/${RABAT}/handovers/${HANDOVER}/tasks`;
const HOSTILE = `<script>alert("'")</script>‮&amp;`;
const ESCAPED = "&lt;script>alert(&quot;'&quot;)&lt;/script>";

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

const get = (person: PersonId, address: string): Promise<PageAnswer> => getPage(app, person, address);

const post = (person: PersonId, address: string, fields: Readonly<Record<string, string>>): Promise<PageAnswer> =>
  sendForm(app, person, address, fields);

async function rowOf(task: string): Promise<Record<string, unknown>> {
  const [row] = await app.rabat.rows('SELECT state, version FROM task WHERE id = $1', [task]);
  return row ?? {};
}

describe('the page of a task', () => {
  test('says when the day ends in both capitals where their clocks differ', async () => {
    const { text } = await get('ma-lead', `${TASKS}/OPN-02`);
    expect(text).toMatch(/The day ends at 23:59 in Casablanca and 22:59 in Lisbon\./);
  });

  test('says why the date is what it is, in words', async () => {
    const { text } = await get('ma-lead', `${TASKS}/OPN-02`);
    expect(text).toMatch(
      /\d+ (working )?days before the .+ day of the (meeting|handover)|before the day of the handover/,
    );
    expect(text).toContain('The calendar of Morocco counts.');
    expect(text).not.toMatch(/MEETING_START|working_days|"rule"/);
  });

  test('leads to what the task waits for and to what waits for it', async () => {
    const { text } = await get('ma-lead', `${TASKS}/OPN-01`);
    expect(text).toContain(`href="${TASKS}/RES-02"`);
    expect(text).toContain(`href="${TASKS}/OPN-04"`);
  });

  test('keeps a step that cannot be taken yet in sight, with all reasons and whose move each is', async () => {
    const { text } = await get('ma-lead', `${TASKS}/DOC-04`);
    expect(text).toMatch(/Start <span class="quiet">Not possible now/);
    for (const id of ['DOC-01', 'DOC-02', 'DOC-03', 'OPN-01', 'OPN-02', 'CON-02']) {
      expect(text).toContain(`Open task ${id}`);
    }
    expect(text).toContain('Waiting for the Secretariat.');
  });

  test('offers nobody what is for another side to do', async () => {
    const { text } = await get('ma-delegate', `${TASKS}/OPN-02`);
    expect(text).not.toContain(`${TASKS}/OPN-02/accept`);
    expect(text).not.toContain('Pin the date');
    expect((await get('watcher', `${TASKS}/OPN-02`)).text).not.toContain('<form method="post" action="/bodies/');
  });

  test('tells a lead alone that a task can be taken on, and a delegate who could', async () => {
    expect((await get('pt-lead', `${TASKS}/OPN-02`)).text).toContain(`href="${TASKS}/OPN-02/commit"`);
    const { text } = await get('pt-delegate', `${TASKS}/OPN-02`);
    expect(text).not.toContain(`href="${TASKS}/OPN-02/commit"`);
    expect(text).toMatch(/Take it on <span class="quiet">Not possible now/);
  });

  test('is not there for a task that does not exist, nor for whoever has no part in the handover', async () => {
    expect((await get('sec', `${TASKS}/GOV-99`)).status).toBe(404);
    expect((await get('es-delegate', `${TASKS}/GOV-01`)).status).toBe(403);
  });
});

describe('starting a task', () => {
  test('leads back to the task and says that it was done', async () => {
    const { version } = await rowOf('SOM-01');
    const { status, headers } = await post('ma-delegate', `${TASKS}/SOM-01/start`, { version: String(version) });
    expect([status, headers.location]).toEqual([303, `${TASKS}/SOM-01`]);
    expect((await rowOf('SOM-01')).state).toBe('started');
  });

  test('is refused in words where something else comes first', async () => {
    const { version } = await rowOf('OPN-01');
    const { status, text } = await post('ma-delegate', `${TASKS}/OPN-01/start`, { version: String(version) });
    expect(status).toBe(409);
    expect(text).toContain('It waits for task RES-02');
    expect((await rowOf('OPN-01')).state).toBe('open');
  });

  test('shows what others did since the page was opened, where they were faster', async () => {
    const [account] = await app.rabat.rows('SELECT seq FROM account WHERE stream = $1', [HANDOVER]);
    const { version } = await rowOf('OPN-03');
    await app.rabat.task('OPN-03', 'ma-lead', { move: 'start' });
    const seen = { version: String(version), seen: String(account?.seq) };
    const { status, text } = await post('ma-delegate', `${TASKS}/OPN-03/start`, seen);
    expect(status).toBe(409);
    expect(text).toContain('This task has changed since you opened it');
    expect(text).toMatch(/ma-lead<\/bdi> started it/);
  });
});

describe('comments on a task', () => {
  test('stand on its page for those who work in the handover, and for no observer', async () => {
    const { status } = await post('pt-delegate', `${TASKS}/OPN-02/comments`, { text: 'Please add the annexes.' });
    expect(status).toBe(303);
    expect((await get('ma-lead', `${TASKS}/OPN-02`)).text).toContain('Please add the annexes.');
    expect((await get('watcher', `${TASKS}/OPN-02`)).text).not.toContain('Please add the annexes.');
  });

  test('are right whatever has become of the task meanwhile', async () => {
    const { status } = await post('pt-delegate', `${TASKS}/OPN-02/comments`, { version: '1', text: 'And the list.' });
    expect(status).toBe(303);
  });

  test('that say nothing are shown again with what is wrong', async () => {
    const { status, text } = await post('pt-delegate', `${TASKS}/OPN-02/comments`, { text: ' \n ' });
    expect(status).toBe(422);
    expect(text).toContain('<title>Error: ');
    expect(text).toContain('<a href="#text">Comment: Fill this in</a>');
  });

  test('with what cannot be shown are kept in the field', async () => {
    const { status, text } = await post('pt-delegate', `${TASKS}/OPN-02/comments`, { text: `Turned ‮ round` });
    expect(status).toBe(422);
    expect(text).toContain('Turned ‮ round</textarea>');
  });
});

describe('links as documents', () => {
  const link = `${TASKS}/SOM-06/links/new`;

  test('are added with what they are, in which language and for whom', async () => {
    const fields = { title: 'Letter', reference: 'https://files.example/letter', language: 'fr', marking: 'public' };
    expect((await post('ma-delegate', link, fields)).status).toBe(303);
    const { text } = await get('watcher', `${TASKS}/SOM-06`);
    expect(text).toContain('href="https://files.example/letter"');
    expect(text).toContain('French');
  });

  test.each(['javascript:alert(1)', 'http://plain.example/', 'https://name:secret@files.example/', 'data:text/html,x'])(
    'are never %s',
    async (reference) => {
      const { status, text } = await post('ma-delegate', link, { title: 'Kept title', reference });
      expect(status).toBe(422);
      expect(text).toContain('value="Kept title"');
      expect((await get('ma-delegate', `${TASKS}/SOM-06`)).text).not.toContain(`href="${reference}`);
    },
  );

  test('are refused in words where the task takes none', async () => {
    const fields = { title: 'Letter', reference: 'https://files.example/letter' };
    const { status, text } = await post('ma-delegate', `${TASKS}/OPN-04/links/new`, fields);
    expect(status).toBe(409);
    expect(text).toContain('This is not possible now');
    expect(text).toContain('value="https://files.example/letter"');
  });

  test('are removed on a page that says what that means; one that is gone is no mistake', async () => {
    const [piece] = await app.rabat.rows('SELECT id FROM evidence WHERE task_id = $1', ['SOM-06']);
    const remove = `${TASKS}/SOM-06/evidence/${String(piece?.id)}/remove`;
    const { status, text } = await get('ma-delegate', remove);
    expect(status).toBe(200);
    expect(text).toContain('stays in the record');
    expect((await post('ma-delegate', remove, {})).status).toBe(303);
    expect((await post('ma-delegate', remove, {})).headers.location).toBe(`${TASKS}/SOM-06`);
    const [left] = await app.rabat.rows('SELECT evidence_count FROM task WHERE id = $1', ['SOM-06']);
    expect(left).toEqual({ evidence_count: 0 });
  });
});

describe('hostile titles', () => {
  test.each([`${TASKS}?show=all`, `${TASKS}/GOV-03`, `${TASKS}/GOV-03/pin`, `${TASKS}/GOV-04`])(
    'are text on %s',
    async (address) => {
      await app.rabat.database.change(RABAT, (em) =>
        em.query(
          `UPDATE task SET title = jsonb_build_object('en', $1::text), description = $1, evidence_kind = $1
           WHERE body_id = $2 AND id = 'GOV-03'`,
          [HOSTILE, RABAT],
        ),
      );
      const { status, text } = await get('sec', address);
      expect(status).toBe(200);
      expect(text).not.toContain('<script>alert');
      expect(text).toContain(ESCAPED);
    },
  );
});
