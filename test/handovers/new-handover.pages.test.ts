import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { paths } from '../../src/web/paths.js';
import { OTHER_BODY, TestApp } from '../support/app.js';
import { databaseDigest } from '../support/database-digest.js';
import { HANDOVER, RABAT } from '../support/rabat.js';
import type { PageAnswer, Visitor } from '../support/visitor.js';

const NEW = paths.newHandover(RABAT);

let app: TestApp;
let secretariat: Visitor;
/** All questions answered: from Portugal's term to one of Spain, at a meeting that is new. */
let answers: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await TestApp.start();
  secretariat = await app.signIn('sec');
  await app.rabat.database.change(RABAT, async (em) => {
    await em.query(
      `INSERT INTO term (body_id, id, kind, state, position, planned_start, planned_end, boundary, certainty)
       VALUES ($1, '2025-es', 'regular', 'confirmed', 3, '2025-02-01', '2026-01-31', 'shared_day', 'confirmed')`,
      [RABAT],
    );
    await em.query(`INSERT INTO term_holder (body_id, term_id, member_id, position) VALUES ($1, '2025-es', 'ES', 1)`, [
      RABAT,
    ]);
  });
  const [template] = await app.rabat.rows('SELECT id, version FROM template');
  answers = {
    outgoingTermId: '2024-pt',
    incomingTermId: '2025-es',
    meetingId: '+new',
    meetingTitle: 'Meeting of <senior> officials',
    meetingType: 'som',
    place: 'Madrid',
    startsOn: '2025-01-29',
    endsOn: '2025-01-30',
    handoverDate: '2025-01-30',
    template: `${String(template?.id)} ${String(template?.version)}`,
    title: 'Portugal to Spain',
    id: '2025-es',
  };
});
afterAll(() => app.close());

const ask = (fields: Readonly<Record<string, string>>): Promise<PageAnswer> =>
  secretariat.get(`${NEW}?${new URLSearchParams(fields).toString()}`);
const titleOf = ({ text }: PageAnswer): string | undefined => /<h1>(.*?)<\/h1>/.exec(text)?.[1];
const upTo = (last: string): Record<string, string> => {
  const names = Object.keys(answers);
  return Object.fromEntries(names.slice(0, names.indexOf(last) + 1).map((name) => [name, answers[name] ?? '']));
};
const except = (change: Readonly<Record<string, string>>): Record<string, string> => ({ ...answers, ...change });

describe('A new handover', () => {
  test('is asked for one question at a time, and nothing is written before the last page', async () => {
    const before = await databaseDigest(app.rabat.url);
    const titles = [
      titleOf(await secretariat.get(NEW)),
      titleOf(await ask({ ...upTo('outgoingTermId'), answered: 'outgoing' })),
      titleOf(await ask({ ...upTo('incomingTermId'), answered: 'incoming' })),
      titleOf(await ask({ ...upTo('meetingId'), answered: 'meeting' })),
      titleOf(await ask({ ...upTo('endsOn'), answered: 'newMeeting' })),
      titleOf(await ask({ ...upTo('handoverDate'), answered: 'day' })),
      titleOf(await ask({ ...upTo('template'), answered: 'template' })),
      titleOf(await ask({ ...answers, answered: 'name' })),
    ];
    expect(titles).toEqual([
      'Which term ends?',
      'Which term comes next?',
      'At which meeting is the chair handed over?',
      'What is known of the new meeting?',
      'On which day does the chair pass?',
      'From which template is the checklist made?',
      'What is the handover called?',
      'Check before you make the handover',
    ]);
    expect(await databaseDigest(app.rabat.url)).toBe(before);
  });

  test('offers no term that has its handover, and none that has ended', async () => {
    const { text } = await secretariat.get(NEW);
    expect([...text.matchAll(/name="outgoingTermId" value="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      '2024-pt',
      '2025-es',
    ]);
    const next = await ask(upTo('outgoingTermId'));
    expect([...next.text.matchAll(/type="radio"[^>]*value="([^"]*)"/g)].map(([, id]) => id)).toEqual(['2025-es']);
  });

  test('can be changed at any question without losing the other answers', async () => {
    const { text } = await ask({ ...answers, step: 'meeting' });
    expect(text).toContain('At which meeting');
    expect(text).toContain('name="title" value="Portugal to Spain"');
  });

  test.each([
    ['no answer', 'outgoing', { outgoingTermId: '' }],
    ['a term that is not offered', 'incoming', { incomingTermId: '2022-ma' }],
    ['the same term twice', 'incoming', { outgoingTermId: '2025-es' }],
    ['a meeting that is not there', 'meeting', { meetingId: 'moon' }],
    ['a day that does not exist', 'newMeeting', { startsOn: '2024-02-30' }],
    ['an end before the start', 'newMeeting', { endsOn: '2025-01-28' }],
    ['only one day of two', 'newMeeting', { startsOn: '' }],
    ['a kind of meeting of their own', 'newMeeting', { meetingType: 'party' }],
    ['an absurd year', 'day', { handoverDate: '9999-01-01' }],
    ['a template that is not there', 'template', { template: 'none 1' }],
    ['a short name with blanks', 'name', { id: 'a b' }],
    ['a name that turns the line round', 'name', { title: 'x\u202Ey' }],
  ])('is not made of %s: the question is asked again, by address and by form', async (_, question, change) => {
    const before = await databaseDigest(app.rabat.url);
    const asked = await ask({ ...except(change), answered: question });
    expect([asked.status, asked.text.includes('role="alert"')]).toEqual([422, true]);
    expect((await secretariat.post(NEW, except(change))).status).toBe(422);
    expect(await databaseDigest(app.rabat.url)).toBe(before);
  });

  test('that is refused says why, keeps all answers, and adds no meeting', async () => {
    const before = await databaseDigest(app.rabat.url);
    const { status, text } = await secretariat.post(NEW, except({ id: HANDOVER }));
    expect([status, text.includes('refusals')]).toEqual([409, true]);
    expect(text).toContain('name="meetingTitle" value="Meeting of &lt;senior> officials"');
    expect(await databaseDigest(app.rabat.url)).toBe(before);
  });

  test('is made together with its meeting, with sixty tasks, and opens', async () => {
    const { status, headers } = await secretariat.post(NEW, answers);
    expect([status, headers.location]).toEqual([303, paths.handover(RABAT, '2025-es')]);
    expect((await secretariat.get(headers.location ?? '')).status).toBe(200);
    const [made] = await app.rabat.rows(
      `SELECT h.handover_date AS day, m.title, m.place, count(t.*)::int AS tasks FROM handover h
       JOIN meeting m ON m.id = h.meeting_id JOIN task t ON t.handover_id = h.id WHERE h.id = '2025-es' GROUP BY 1, 2, 3`,
    );
    expect(made).toEqual({ day: '2025-01-30', title: 'Meeting of <senior> officials', place: 'Madrid', tasks: 60 });
    expect((await secretariat.post(NEW, answers)).status).toBe(422);
  });

  test.each(['ma-lead', 'pt-delegate', 'watcher'] as const)('is not for %s to make', async (person) => {
    const visitor = await app.signIn(person);
    expect([(await visitor.get(NEW)).status, (await visitor.post(NEW, answers)).status]).toEqual([403, 403]);
  });

  test('is of no use to another body', async () => {
    const visitor = await app.signIn('sec', OTHER_BODY);
    expect([(await visitor.get(NEW)).status, (await visitor.post(NEW, answers)).status]).toEqual([404, 404]);
  });
});

describe('A planned handover', () => {
  const PREPARE = paths.prepareHandover(RABAT, HANDOVER);
  const CANCEL = paths.cancelHandover(RABAT, HANDOVER);
  const state = async (): Promise<unknown> =>
    (await app.rabat.rows('SELECT state FROM handover WHERE id = $1', [HANDOVER]))[0]?.state;

  test('is prepared by the secretariat alone; to others the page says whose move it is', async () => {
    const lead = await app.signIn('ma-lead');
    const shown = await lead.get(PREPARE);
    expect([shown.status, shown.text.includes('<button class="main"')]).toEqual([200, false]);
    expect(shown.text).toContain('Secretariat');
    expect((await lead.post(PREPARE, { version: '1' })).status).toBe(409);
    expect(await state()).toBe('planned');
    expect((await secretariat.post(PREPARE, { version: '1' })).status).toBe(303);
    expect(await state()).toBe('preparing');
  });

  test('is not prepared twice: the page says why not', async () => {
    const { status, text } = await secretariat.get(PREPARE);
    expect([status, text.includes('<button class="main"')]).toEqual([200, false]);
  });

  test('is cancelled with a reason only, and not by what somebody read before it changed', async () => {
    const without = await secretariat.post(CANCEL, { version: '2', reason: ' ' });
    expect([without.status, without.text.includes('<a href="#reason">')]).toEqual([422, true]);
    const stale = await secretariat.post(CANCEL, { version: '1', reason: 'The chair withdrew' });
    expect([stale.status, stale.text.includes('The chair withdrew</textarea>')]).toEqual([409, true]);
    expect(await state()).toBe('preparing');
    expect((await secretariat.post(CANCEL, { version: '2', reason: 'The chair withdrew' })).status).toBe(303);
    expect(await state()).toBe('cancelled');
  });

  test('that is cancelled has its dates moved no more, and says so', async () => {
    const { text } = await secretariat.get(paths.moveMeeting(RABAT, HANDOVER));
    expect(text).toContain('This handover was cancelled: its dates stay as they are.');
    const sent = { what: 'rules', token: 'x', reason: 'y' };
    expect((await secretariat.post(paths.moveMeeting(RABAT, HANDOVER), sent)).status).toBe(409);
  });
});

describe('The pack', () => {
  test('says who has sent how much, with real numbers', async () => {
    const { status, text } = await secretariat.get(paths.pack(RABAT, HANDOVER));
    expect(status).toBe(200);
    expect(text).toMatch(/The pack is not ready to review yet\. Morocco has sent 0 of \d+ sections, Portugal 0 of \d+/);
    expect([...text.matchAll(/class="pack-title"/g)]).toHaveLength(11);
  });
});
