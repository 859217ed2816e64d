import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { RABAT } from '../support/rabat.js';

const ROTATION = `/bodies/${RABAT}/rotation`;
const PLAN = `/bodies/${RABAT}/handovers/plan`;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const change = (sql: string, values: unknown[] = []): Promise<unknown> =>
  app.rabat.database.change(RABAT, (em) => em.query(sql, [RABAT, ...values]));

describe('The page of a rotation', () => {
  test('says to everyone of the body who chairs today and who is next, in words', async () => {
    const visitor = await app.signIn('es-delegate');
    const { status, text } = await visitor.get(ROTATION);
    expect(status).toBe(200);
    expect(words(text)).toContain('Morocco chairs today.');
    expect(words(text)).toContain('since 14 December 2022, planned until 31 January 2024 · In the chair');
    expect(words(text)).toContain('1 February 2024 to 31 January 2025 · Confirmed, to come');
  });

  test('marks co-chairs, vacancies, claims and turns without a holder in words, in picture and table', async () => {
    await change(
      `INSERT INTO term (body_id, id, kind, state, position, planned_start, planned_end, effective_start, effective_end,
         start_precision, end_precision, boundary, certainty, certainty_note)
       VALUES ($1, 'a', 'regular', 'concluded', 0.1, NULL, NULL, '2016-07-29', NULL, 'day', 'unknown', 'inclusive', 'disputed', 'Two claims <b>at once</b>'),
         ($1, 'b', 'vacancy', 'concluded', 0.2, NULL, NULL, '2017-01-01', NULL, 'year', 'unknown', 'inclusive', 'uncertain', NULL),
         ($1, 'c', 'regular', 'proposed', 3, '2025-01-31', NULL, NULL, NULL, 'approximate', 'unknown', 'inclusive', 'confirmed', NULL)`,
    );
    await change(
      `INSERT INTO term_holder (body_id, term_id, member_id, position) VALUES ($1, 'a', 'MA', 1), ($1, 'a', 'ES', 2)`,
    );
    const visitor = await app.signIn('watcher');
    const { text } = await visitor.get(ROTATION);
    for (const said of [
      'Morocco and Spain',
      'Co-chairs · Disputed claim',
      'No chair',
      'from 2017, end not known · Ended · Vacancy · Uncertain',
      'Not agreed yet',
      'from about 31 January 2025, end open · Proposed',
    ]) {
      expect(words(text)).toContain(said);
    }
    expect(text).toContain('Two claims &lt;b>at once');
  });

  test('lists meetings with and without days', async () => {
    await change(
      `INSERT INTO meeting (body_id, id, title, type, status) VALUES ($1, 'som-2020', 'Meeting of Paris', 'som', 'postponed')`,
    );
    const visitor = await app.signIn('sec');
    const { text } = await visitor.get(ROTATION);
    expect(words(text)).toContain('Meeting of Paris No date Postponed');
    expect(words(text)).toContain('Senior Officials’ Meeting 31 January 2024 to 1 February 2024 Rabat Announced');
  });
});

describe('The plan of all handovers', () => {
  test('is for the secretariat alone', async () => {
    expect((await (await app.signIn('ma-lead')).get(PLAN)).status).toBe(403);
    expect((await (await app.signIn('sec')).get(PLAN)).status).toBe(200);
  });

  test('shows each running handover with its dates, its readiness and what falls due next; closed ones are not there', async () => {
    await app.rabat.setClock('2023-10-05T09:00:00.000Z');
    const visitor = await app.signIn('sec');
    const text = words((await visitor.get(PLAN)).text);
    expect(text).toContain('0 of 60 tasks settled · 1 overdue');
    expect(text).toContain('The chair passes on 1 February 2024, in 119 days');
    expect(text).toMatch(/Next due dates SOM-01 .* 3 October Overdue, 2 days ago/);
    await change(`UPDATE handover SET state = 'cancelled' WHERE body_id = $1`);
    expect(words((await visitor.get(PLAN)).text)).toContain('No handover is running.');
  });
});
