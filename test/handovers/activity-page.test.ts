import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';
import type { PageAnswer } from '../support/visitor.js';

const RECORD = `/bodies/${RABAT}/handovers/${HANDOVER}/activity`;
/** One more than a page shows. */
const COMMENTS = 51;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  const { rabat } = app;
  for (let count = 1; count <= COMMENTS; count += 1) {
    await rabat.task('GOV-01', 'ma-delegate', { move: 'comment', text: `Remark ${String(count)}` });
  }
  await rabat.setClock('2023-10-03T22:30:00.000Z');
  await rabat.task('GOV-01', 'ma-delegate', { move: 'comment', text: '=HYPERLINK("x")\n<script>alert(1)</script>' });
  await rabat.task('GOV-01', 'pt-lead', { move: 'comment', text: 'Seen.' });
  await rabat.tryHandover('sec', { move: 'prepare' });
});
afterAll(() => app.close());

async function read(person: PersonId, question = ''): Promise<PageAnswer> {
  return (await app.signIn(person)).get(`${RECORD}${question}`);
}

/** The numbers of the entries on a page, as they stand there. */
const entries = ({ text }: PageAnswer): number[] =>
  [...text.matchAll(/<li id="entry-(\d+)"/g)].map(([, seq]) => Number(seq));

describe('the record of a handover', () => {
  test('tells the newest first, under its day in the zone of the reader', async () => {
    const inVienna = await read('sec');
    expect(inVienna.status).toBe(200);
    const seqs = entries(inVienna);
    expect(seqs).toEqual([...seqs].sort((one, other) => other - one));
    expect(inVienna.text).toContain('Wednesday, 4 October 2023');
    expect(inVienna.text).toContain('00:30');
    expect(inVienna.text).toContain('Times are those of Vienna.');
    const inLisbon = await read('pt-lead');
    expect(inLisbon.text).toContain('terça-feira, 3 de outubro de 2023');
    expect(inLisbon.text).not.toContain('4 de outubro de 2023');
  });

  test('goes on where a page ends, and loses nothing between two pages', async () => {
    const first = await read('sec');
    expect(entries(first)).toHaveLength(50);
    const older = /href="([^"]*upto=\d+)">Older entries/.exec(first.text)?.[1] ?? '';
    const second = await (await app.signIn('sec')).get(older.replaceAll('&amp;', '&'));
    const all = [...entries(first), ...entries(second)];
    expect(all.at(-1)).toBe(1);
    expect(all).toEqual(Array.from(all, (_, index) => all.length - index));
    expect(second.text).not.toContain('Older entries');
    expect(second.text).toContain('Back to the newest entries');
  });

  test('has an address for each entry that shows it for ever', async () => {
    const page = await read('sec', '?upto=7');
    expect(entries(page)[0]).toBe(7);
    expect(page.text).toContain(`href="${RECORD}?upto=7#entry-7"`);
  });

  test('shows what people wrote to those who take part, as text, and to no observer', async () => {
    const inside = await read('ma-lead');
    expect(inside.text).toContain('&lt;script>alert(1)&lt;/script>');
    expect(inside.text).not.toContain('<script>alert');
    const outside = await read('watcher');
    expect(outside.status).toBe(200);
    expect(entries(outside)).toEqual(entries(inside));
    expect(outside.text).not.toContain('alert(1)');
    expect(outside.text).not.toContain('Remark 5');
  });

  test('shows on demand what one side did, or one kind of entries', async () => {
    expect(entries(await read('sec', '?by=incoming'))).toHaveLength(1);
    expect((await read('sec', '?by=incoming')).text).toContain('Seen.');
    const handover = await read('sec', '?by=all&about=handover');
    expect(entries(handover)).toHaveLength(2);
    expect(handover.text).toContain('began the preparation of the handover');
    const nothing = await read('sec', '?about=documents');
    expect(entries(nothing)).toEqual([]);
    expect(nothing.text).toContain('No entry fits this choice.');
  });

  test.each(['?by=queen', '?about=__proto__', '?upto=0', '?upto=-1', '?upto=1e3', '?upto=9999999999999999', '?x=1'])(
    'refuses %s',
    async (question) => {
      expect((await read('sec', question)).status).toBe(422);
    },
  );
});

describe('the record as a table', () => {
  const exported = async (person: PersonId, question = ''): Promise<PageAnswer> =>
    (await app.signIn(person)).get(`${RECORD}.csv${question}`);

  test('has every entry, with what was written, and no cell that a spreadsheet would run', async () => {
    const { status, headers, text } = await exported('sec');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain(`${HANDOVER}-activity-`);
    expect(text).toContain('Entry,When (UTC),Local time,Who');
    expect(text.match(/^\d+,2023-/gm)).toHaveLength(COMMENTS + 4);
    expect(text).toContain(`"'=HYPERLINK(""x"")`);
  });

  test('follows the choice of the page', async () => {
    const { text } = await exported('sec', '?by=incoming');
    expect(text.match(/^\d+,2023-/gm)).toHaveLength(1);
  });

  test('is the secretariat’s alone', async () => {
    expect((await exported('ma-lead')).status).toBe(403);
    expect((await exported('watcher')).status).toBe(403);
  });
});
