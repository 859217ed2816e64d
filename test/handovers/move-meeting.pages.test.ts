import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PreviewPlan, type PlanPreview } from '../../src/handovers/preview-plan.js';
import { paths } from '../../src/web/paths.js';
import { OTHER_BODY, TestApp } from '../support/app.js';
import { databaseDigest } from '../support/database-digest.js';
import { HANDOVER, must, RABAT } from '../support/rabat.js';
import type { PageAnswer, Visitor } from '../support/visitor.js';

const MOVE = paths.moveMeeting(RABAT, HANDOVER);
const PREVIEW = paths.previewMove(RABAT, HANDOVER);
/** Nine working days later than 31 January and 1 February. */
const LATER = { what: 'meeting', startsOn: '2024-02-13', endsOn: '2024-02-14' };
const AS_PLANNED = { what: 'meeting', startsOn: '2024-01-31', endsOn: '2024-02-01' };

let app: TestApp;
let secretariat: Visitor;
beforeAll(async () => {
  app = await TestApp.start();
  secretariat = await app.signIn('sec');
});
afterAll(() => app.close());

const asked = (fields: Readonly<Record<string, string>>): string =>
  `${PREVIEW}?${new URLSearchParams(fields).toString()}`;

/** What the form of a preview sends beside the token of the session. */
function hiddenIn({ text }: PageAnswer): Record<string, string> {
  const form = text.slice(text.indexOf('id="decision"'));
  const fields = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(
    fields.map(([, name = '', value = '']) => [name, value]).filter(([name]) => name !== 'formToken'),
  );
}

async function enginesPreview(startsOn: string | null, endsOn: string | null): Promise<PlanPreview> {
  const change = { kind: 'meeting', meetingId: 'som-2024-rabat', startsOn, endsOn, keepHandoverDate: false } as const;
  return must(await new PreviewPlan(app.rabat.database).execute(RABAT, change));
}

async function apply(
  fields: Readonly<Record<string, string>>,
  reason: string,
  visitor = secretariat,
): Promise<PageAnswer> {
  return visitor.post(MOVE, { ...hiddenIn(await visitor.get(asked(fields))), reason });
}

const meeting = (): Promise<Record<string, unknown>[]> =>
  app.rabat.rows(`SELECT starts_on AS first, ends_on AS last FROM meeting WHERE id = 'som-2024-rabat'`);

describe('The preview of a meeting moved by nine working days', () => {
  test('counts what the engine counts, and changes nothing', async () => {
    const [handover] = (await enginesPreview('2024-02-13', '2024-02-14')).handovers;
    const { moved, reminders } = handover?.difference ?? { moved: [], reminders: { move: [] } };
    const before = await databaseDigest(app.rabat.url);
    const { status, text } = await secretariat.get(asked(LATER));
    expect(status).toBe(200);
    expect(await databaseDigest(app.rabat.url)).toBe(before);
    expect(moved.length).toBeGreaterThan(50);
    expect(text).toContain(`Move ${String(moved.length)} tasks and tell 5 people`);
    expect(text).toContain(`${String(reminders.move.length)} reminders move with their tasks`);
    expect([...text.matchAll(/<tr><th scope="row"><span class="task-link">/g)]).toHaveLength(moved.length);
  });

  test('says in words why each date is what it is, and which day of the meeting is a day off', async () => {
    const { text } = await secretariat.get(asked(LATER));
    expect(text).toContain('working days before the first day of the meeting, 13 February 2024.');
    expect(text).toContain('13 February 2024 is a day off for Portugal: Carnival');
  });

  test('names a date that was fixed by hand and stays', async () => {
    await app.rabat.task('PRG-06', 'sec', { move: 'pin', on: '2024-01-19', reason: 'Agreed with the minister' });
    const { text } = await secretariat.get(asked(LATER));
    expect(text).toMatch(/PRG-06.*stays on 19 January 2024; by the rule it would be \d+ February 2024/);
    await app.rabat.task('PRG-06', 'sec', { move: 'unpin', reason: 'No more' });
  });

  test('names everyone who is told, save the one who moves it', async () => {
    const { text } = await secretariat.get(asked(LATER));
    const told = text.slice(text.indexOf('id="told"'));
    for (const name of ['ma-delegate', 'ma-lead', 'pt-delegate', 'pt-lead', 'sec-2'])
      expect(told).toContain(`<bdi>${name}</bdi>`);
    expect(told).not.toContain('<bdi>sec</bdi>');
  });

  test('compares three pairs of dates side by side, each with its way on', async () => {
    const { status, text } = await secretariat.get(
      asked({
        ...LATER,
        startsOn2: '2024-03-05',
        endsOn2: '2024-03-06',
        startsOn3: '2024-02-10',
        endsOn3: '2024-02-11',
      }),
    );
    expect(status).toBe(200);
    expect([...text.matchAll(/class="button" href="[^"]*preview\?/g)]).toHaveLength(3);
    const daysOff = /Days of the meeting on a day off<\/th>(.*?)<\/tr>/.exec(text)?.[1] ?? '';
    expect([...daysOff.matchAll(/<td[^>]*>(\d+)/g)].map(([, count]) => count)).toEqual(['1', '0', '2']);
  });

  test('of a postponement without a date takes every date away', async () => {
    const [handover] = (await enginesPreview(null, null)).handovers;
    const { text } = await secretariat.get(asked({ what: 'postponed' }));
    expect(text).toContain(
      `Take the dates of ${String(handover?.difference.undated.length)} tasks away and tell 5 people`,
    );
    expect(text).toContain('That has no date yet, so the task has none either.');
  });

  test('is there for another day of effect, for a holiday decreed late, for one that is none, and for edited calendars', async () => {
    const changes: Readonly<Record<string, string>>[] = [
      { what: 'effect_date', handoverDate: '2024-02-05' },
      { what: 'holiday', calendarId: 'MA', date: '2024-01-15', name: 'Mourning' },
      { what: 'working_day', calendarId: 'PT', date: '2024-01-15' },
      { what: 'rules' },
    ];
    const titles = await Promise.all(
      changes.map(async (fields) => /<h1>(.*?)<\/h1>/.exec((await secretariat.get(asked(fields))).text)?.[1]),
    );
    expect(titles).toEqual([
      'Pass the chair on 5 February 2024?',
      'Make 15 January 2024 a day off for Morocco?',
      'Make 15 January 2024 a working day for Portugal?',
      'Work out all dates anew?',
    ]);
  });
});

describe('Days that cannot be', () => {
  test.each([
    ['a day that does not exist', { startsOn: '2024-02-30', endsOn: '2024-03-01' }, '#startsOn'],
    ['an end before its start', { startsOn: '2024-02-14', endsOn: '2024-02-13' }, '#endsOn'],
    ['a year long gone', { startsOn: '0024-02-13', endsOn: '0024-02-14' }, '#startsOn'],
    ['a year far away', { startsOn: '9999-02-13', endsOn: '9999-02-14' }, '#startsOn'],
    ['a meeting of months', { startsOn: '2024-02-13', endsOn: '2024-06-14' }, '#endsOn'],
    [
      'half a pair to compare with',
      { startsOn: '2024-02-13', endsOn: '2024-02-14', startsOn2: '2024-03-01' },
      '#endsOn2',
    ],
    ['what is no day at all', { startsOn: '"><script>alert(1)</script>', endsOn: '2024-02-14' }, '#startsOn'],
    ['nothing', {}, '#startsOn'],
  ])('such as %s are said at the field and above, and what was typed is kept', async (_, days, field) => {
    const { status, text } = await secretariat.get(asked({ what: 'meeting', ...days }));
    expect(status).toBe(422);
    expect(text).toContain(`<a href="${field}">`);
    expect(text).not.toContain('<script>alert');
    for (const day of Object.values(days))
      expect(text).toContain(`value="${day.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`);
  });

  test('are refused in a form that was sent by hand, too, and change nothing', async () => {
    const before = await databaseDigest(app.rabat.url);
    const sent = { ...LATER, startsOn: '2024-02-30', token: 'x', reason: 'Because' };
    expect((await secretariat.post(MOVE, sent)).status).toBe(422);
    expect((await secretariat.post(MOVE, { ...sent, what: 'moon' })).status).toBe(422);
    const strange = {
      what: 'holiday',
      calendarId: 'ES',
      date: '2024-01-15',
      name: 'Not theirs',
      token: 'x',
      reason: 'y',
    };
    expect((await secretariat.post(MOVE, strange)).status).toBe(422);
    expect(await databaseDigest(app.rabat.url)).toBe(before);
  });
});

describe('Moving the meeting', () => {
  test('needs a reason: without one the preview is shown again, and nothing is moved', async () => {
    const { status, text } = await apply(LATER, '  ');
    expect(status).toBe(422);
    expect(text).toContain('<a href="#reason">');
    expect(await meeting()).toEqual([{ first: '2024-01-31', last: '2024-02-01' }]);
  });

  test('leads to the new revision, which says what changed and why', async () => {
    const moved = (await enginesPreview('2024-02-13', '2024-02-14')).handovers[0]?.difference.moved.length;
    const { status, headers } = await apply(LATER, 'The hall is not free <b>');
    expect([status, headers.location?.startsWith(paths.plan(RABAT, HANDOVER))]).toEqual([303, true]);
    expect(await meeting()).toEqual([{ first: '2024-02-13', last: '2024-02-14' }]);
    const { text } = await secretariat.get(headers.location ?? '');
    expect(text).toContain('The hall is not free &lt;b>');
    expect(text).toContain(`${String(moved)} of 60 tasks get another date`);
    const list = await secretariat.get(paths.plan(RABAT, HANDOVER));
    expect(list.text).toContain(headers.location);
    await apply(AS_PLANNED, 'It is free again');
  });

  test('by what is no longer so moves nothing: it shows what is so now, who changed it, and keeps the reason', async () => {
    const hidden = hiddenIn(await secretariat.get(asked(LATER)));
    await app.rabat.task('RES-03', 'sec-2', { move: 'pin', on: '2023-12-22', reason: 'Before the feast' });
    const before = await databaseDigest(app.rabat.url);
    const stale = await secretariat.post(MOVE, { ...hidden, reason: 'The hall is taken' });
    expect(stale.status).toBe(409);
    expect(await databaseDigest(app.rabat.url)).toBe(before);
    expect(stale.text).toContain('Something has changed since you looked');
    expect(stale.text).toContain('<bdi class="actor">sec-2</bdi>');
    expect(stale.text).toContain('The hall is taken</textarea>');
    const again = await secretariat.post(MOVE, { ...hiddenIn(stale), reason: 'The hall is taken' });
    expect(again.status).toBe(303);
    await apply(AS_PLANNED, 'Back');
  });

  test('by two people at once moves it once; the second sees what the first did', async () => {
    const other = await app.signIn('sec-2');
    const [mine, theirs] = await Promise.all(
      [secretariat, other].map(async (one) => hiddenIn(await one.get(asked(LATER)))),
    );
    const answers = await Promise.all([
      secretariat.post(MOVE, { ...mine, reason: 'One' }),
      other.post(MOVE, { ...theirs, reason: 'Other' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(answers.find(({ status }) => status === 409)?.text).toContain('Nothing would change');
    await apply(AS_PLANNED, 'Back');
  });

  test('moves every handover that hangs on the meeting, together', async () => {
    await app.rabat.database.change(RABAT, (em) =>
      em.query(
        `INSERT INTO term (body_id, id, kind, state, position, planned_start, planned_end, boundary, certainty)
        VALUES ($1, '2025-es', 'regular', 'confirmed', 3, '2025-02-01', '2026-01-31', 'shared_day', 'confirmed'),
          ($1, '2026-ma', 'regular', 'confirmed', 4, '2026-02-01', '2027-01-31', 'shared_day', 'confirmed')`,
        [RABAT],
      ),
    );
    await app.rabat.database.change(RABAT, (em) =>
      em.query(
        `INSERT INTO term_holder (body_id, term_id, member_id, position) VALUES ($1, '2025-es', 'ES', 1), ($1, '2026-ma', 'MA', 1)`,
        [RABAT],
      ),
    );
    const [template] = await app.rabat.rows('SELECT id, version FROM template');
    const made = await app.as('sec', 'post', '/handovers', {
      id: 'second',
      title: 'A second handover',
      outgoingTermId: '2025-es',
      incomingTermId: '2026-ma',
      meetingId: 'som-2024-rabat',
      templateId: template?.id,
      templateVersion: template?.version,
    });
    expect(made.status).toBe(201);
    const preview = await secretariat.get(asked(LATER));
    expect(preview.text).toContain('tasks of 2 handovers');
    expect(preview.text).toContain('A second handover');
    expect((await secretariat.post(MOVE, { ...hiddenIn(preview), reason: 'Both' })).status).toBe(303);
    const revisions = await app.rabat.rows(`SELECT handover_date AS day FROM handover ORDER BY id`);
    expect(revisions).toEqual([{ day: '2024-02-14' }, { day: '2024-02-14' }]);
  });
});

describe('Whoever is not of the secretariat', () => {
  test.each(['ma-lead', 'pt-delegate', 'watcher', 'es-delegate'] as const)(
    'such as %s, moves nothing',
    async (person) => {
      const visitor = await app.signIn(person);
      const before = await databaseDigest(app.rabat.url);
      const sent = { ...LATER, token: 'x', reason: 'Because' };
      const statuses = [
        (await visitor.get(MOVE)).status,
        (await visitor.get(asked(LATER))).status,
        (await visitor.post(MOVE, sent)).status,
      ];
      expect(statuses).toEqual([403, 403, 403]);
      expect(await databaseDigest(app.rabat.url)).toBe(before);
    },
  );

  test('but of another body finds no such handover', async () => {
    const visitor = await app.signIn('sec', OTHER_BODY);
    for (const address of [MOVE, asked(LATER), paths.plan(RABAT, HANDOVER), paths.planRevision(RABAT, HANDOVER, 1)]) {
      expect((await visitor.get(address)).status).toBe(404);
    }
  });

  test('reads the revisions as a party, without the reason as an observer', async () => {
    const [newest] = await app.rabat.rows(`SELECT plan_revision AS number FROM handover WHERE id = $1`, [HANDOVER]);
    const address = paths.planRevision(RABAT, HANDOVER, Number(newest?.number));
    expect((await (await app.signIn('pt-delegate')).get(address)).text).toContain('>Both<');
    expect((await (await app.signIn('watcher')).get(address)).text).not.toContain('>Both<');
    expect((await secretariat.get(paths.planRevision(RABAT, HANDOVER, 9999))).status).toBe(404);
  });
});
