import { expect, test } from '@jest/globals';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { LOCALES, textsOf } from '../../config/languages/pages.js';
import { writtenOnce } from '../../src/web/components/written-once.js';

const EN = { language: 'en', locale: LOCALES.en, texts: textsOf('en') } as const;
const AR = { language: 'ar', locale: LOCALES.ar, texts: textsOf('ar') } as const;

let looked = 0;
const Seat = writtenOnce<{ who: string | null; since?: number | string | undefined }>(({ page, who, since }) => {
  looked++;
  return h<Record<string, unknown>>('td', { lang: page.language, title: who }, who ?? '–', ' ', since);
});

test('what is the same is written once, and looks as it did', () => {
  const [first, again] = [renderToString(Seat({ page: EN, who: 'A "B" & <c>' })), looked];
  expect(first).toBe('<td lang="en" title="A &quot;B&quot; &amp; &lt;c>">A &quot;B&quot; &amp; &lt;c> </td>');
  expect(renderToString(Seat({ page: { ...EN }, who: 'A "B" & <c>' }))).toBe(first);
  expect(looked).toBe(again);
});

test('nobody is not somebody of that name, a number is not its text, and each language is for itself', () => {
  const seats = [
    Seat({ page: EN, who: null }),
    Seat({ page: EN, who: 'null' }),
    Seat({ page: EN, who: '' }),
    Seat({ page: AR, who: '' }),
    Seat({ page: EN, who: '', since: 1 }),
    Seat({ page: EN, who: ' ', since: '1' }),
  ];
  const alone = [
    '<td lang="en">– </td>',
    '<td lang="en" title="null">null </td>',
    '<td lang="en" title> </td>',
    '<td lang="ar" title> </td>',
    '<td lang="en" title> 1</td>',
    '<td lang="en" title=" ">  1</td>',
  ];
  expect(seats.map((seat) => renderToString(seat))).toEqual(alone);
});

test('what lies within counts, and where it lies', () => {
  let written = 0;
  const Table = writtenOnce<{ seats: readonly { who: string; next?: string | null }[]; free?: number }>((props) => {
    written++;
    return h('p', null, JSON.stringify(props.seats), props.free);
  });
  const ways = [
    { seats: [] },
    { seats: [{ who: 'a' }] },
    { seats: [{ who: 'b' }] },
    { seats: [{ who: 'a' }, { who: 'b' }] },
    { seats: [{ who: 'a', next: 'b' }] },
    { seats: [{ who: 'a', next: null }] },
    { seats: [{ who: 'a', next: 'null' }] },
    { seats: [], free: 1 },
  ];
  for (const seats of [...ways, ...ways]) renderToString(Table({ page: EN, ...seats }));
  expect(written).toBe(ways.length);
});

test('it does not grow for ever', () => {
  const write = (who: string) => renderToString(Seat({ page: EN, who }));
  write('first');
  const once = looked;
  write('first');
  expect(looked).toBe(once);
  for (let each = 0; each < 500; each++) write(`${String(each)} ${'long '.repeat(200)}`);
  const before = looked;
  write('first');
  expect(looked).toBe(before + 1);
});
