import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { TestApp } from '../support/app.js';
import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';

const ADDRESS = `/bodies/${RABAT}/handovers/${HANDOVER}/calendar`;
/** Bytes that a page after the first may take on a slow line. */
const MOST_BYTES = 10 * 1024;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await app.rabat.task('SOM-01', 'ma-lead', { move: 'start' });
  // Two days after SOM-01 was due.
  await app.rabat.setClock('2023-10-05T09:00:00.000Z');
});
afterAll(() => app.close());

async function calendar(person: PersonId, query = '', language = 'en'): Promise<string> {
  const visitor = await app.signIn(person);
  const cookie = `${visitor.cookie}; gavel-language=${language}`;
  const { status, text } = await visitor.get(`${ADDRESS}${query}`, { headers: { cookie } });
  expect(status).toBe(200);
  return text;
}

/** The words of a page without its marks. */
const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
/** The part of a page from one id on to the next section. */
const lane = (html: string, task: string): string =>
  /<li>(?:(?!<li>).)*?<\/li>/gs.exec(html.slice(html.lastIndexOf('<li>', html.indexOf(`>${task}<`))))?.[0] ?? '';

describe('The calendar of a handover', () => {
  test('draws all sixty tasks in eleven sections and lists them in a table', async () => {
    const html = await calendar('ma-delegate');
    const chart = html.slice(html.indexOf('class="chart"'), html.indexOf('<details'));
    const table = html.slice(html.indexOf('<details'));
    expect(chart.match(/class="number"/g)).toHaveLength(60);
    expect(chart.match(/<section/g)).toHaveLength(11);
    expect(table.match(/class="number"/g)).toHaveLength(60);
  });

  test('says date and state of each task in words, and when it is overdue', async () => {
    const html = await calendar('ma-lead');
    expect(words(lane(html, 'SOM-01'))).toContain('3 October · In progress · Overdue');
    expect(lane(html, 'SOM-01')).toContain('late-line');
    expect(words(lane(html, 'SOM-07'))).toContain('24 January · Not started');
    expect(lane(html, 'SOM-07')).not.toContain('late-line');
  });

  test('tells at what time a day ends in each capital where their clocks differ, and nothing where they do not', async () => {
    const html = await calendar('pt-lead');
    const row = (task: string): string => words(html.slice(html.lastIndexOf(`>${task}<`)).split('</tr>')[0] ?? '');
    expect(row('SOM-07')).toContain('23:59 in Casablanca; 22:59 in Lisbon');
    // Of Portugal: there it ends an hour later, when in Morocco the next day has begun.
    expect(row('PRG-06')).toContain('23 January, 00:59 in Casablanca; 22 January, 23:59 in Lisbon');
    // In Ramadan Morocco goes by the clock of Lisbon.
    expect(row('AFT-03')).not.toContain('Casablanca');
  });

  test('names the holidays and the office hours of Ramadan that it shades', async () => {
    const text = words(await calendar('sec'));
    expect(text).toContain('Independence Manifesto');
    expect(text).toContain('Ramadan 2024 offices open 09:00 to 15:00');
  });

  test('shows one section when asked, and all when asked for one that is not there', async () => {
    const one = await calendar('sec', '?section=AFT');
    expect(one.slice(0, one.indexOf('<details')).match(/class="number"/g)).toHaveLength(5);
    // The drawing of a section goes as far as its last task.
    expect(words(lane(one, 'AFT-05'))).toContain('30 Jul · Not started');
    const all = await calendar('sec', '?section=NONE');
    expect(all.match(/<section/g)).toHaveLength(11);
  });

  test('runs from right to left in Arabic: what comes later stands further left', async () => {
    const barAt = (html: string, task: string): number =>
      Number(/<rect class="bar-open" x="([\d.]+)%"/.exec(lane(html, task))?.[1]);
    const [english, arabic] = [await calendar('sec'), await calendar('sec', '', 'ar')];
    expect(barAt(english, 'GOV-05')).toBeLessThan(barAt(english, 'PRO-04'));
    expect(barAt(arabic, 'GOV-05')).toBeGreaterThan(barAt(arabic, 'PRO-04'));
  });

  test('shows a hostile title as text, in the drawing and in the table', async () => {
    const hostile = '</text><script>alert(1)</script>"\'&\u202e';
    await app.rabat.database.change(RABAT, (em) =>
      em.query(`UPDATE task SET title = $2 WHERE body_id = $1 AND id = 'COM-01'`, [RABAT, { en: hostile }]),
    );
    await app.rabat.database.change(RABAT, (em) =>
      em.query(`UPDATE meeting SET title = $2 WHERE body_id = $1`, [RABAT, hostile.replace('\u202e', '')]),
    );
    const html = await calendar('sec');
    expect(html).not.toContain('<script>alert');
    expect(html.match(/&lt;script>alert/g)?.length).toBeGreaterThanOrEqual(3);
  });

  test('is small enough for a slow line', async () => {
    expect(gzipSync(await calendar('ma-lead')).length).toBeLessThan(MOST_BYTES);
  });

  test('without any date says so, and still lists the tasks', async () => {
    await app.rabat.database.change(RABAT, (em) =>
      em.query(`UPDATE task SET due_on = NULL, due_at = NULL WHERE body_id = $1`, [RABAT]),
    );
    await app.rabat.database.change(RABAT, (em) =>
      em.query(`UPDATE handover SET handover_date = NULL, meeting_id = NULL WHERE body_id = $1`, [RABAT]),
    );
    const html = await calendar('sec');
    expect(words(html)).toContain('No task has a date yet');
    expect(html).not.toContain('class="chart"');
    expect(html.match(/class="number"/g)).toHaveLength(60);
  });
});
