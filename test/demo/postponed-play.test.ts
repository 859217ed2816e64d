import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DemoPlace } from '../../src/demo/demo-place.js';
import { isWellEnded, play } from '../../src/demo/play.js';
import { postponedStory } from '../../src/demo/postponed-story.js';
import type { PlaySummary } from '../../src/demo/summary.js';
import { openTheatre } from './theatre.js';

let place: DemoPlace;
let summary: PlaySummary;
const lines: string[] = [];

/** The places in the story of lines in which all of this is said. */
const at = (...words: string[]): number[] =>
  lines.flatMap((line, index) => (words.every((word) => line.includes(word)) ? [index] : []));
const told = (...words: string[]): string[] => at(...words).map((index) => lines[index] ?? '');

beforeAll(async () => {
  place = await openTheatre();
  summary = await play(postponedStory, place, (line) => lines.push(line));
}, 240_000);

afterAll(async () => {
  await place.release();
});

describe('a meeting is postponed, and the chair passes without it', () => {
  test('every rule of the checker held, and both files are closed', () => {
    expect(summary.report.rules.flatMap(({ findings }) => findings)).toEqual([]);
    expect(isWellEnded(summary)).toBe(true);
    expect(summary.handovers.map(({ id, state }) => [id, state])).toEqual([
      ['2020-gq', 'closed'],
      ['2021-es', 'closed'],
    ]);
  });

  test('the chair goes from France to Equatorial Guinea on 7 December 2020, and on to Spain on 18 November 2021', () => {
    expect(summary.chairs.map(({ holder, from, until }) => [holder, from.slice(0, 10), until?.slice(0, 10)])).toEqual([
      ['France', '2019-06-03', '2020-12-07'],
      ['Equatorial Guinea', '2020-12-07', '2021-11-18'],
      ['Spain', '2021-11-18', undefined],
    ]);
  });

  test('a postponement without a date takes the dates away, and nobody is reminded until there are new ones', () => {
    const [undated] = at('2020-09-14', 'applies it: the meeting in Paris is postponed').slice(-1);
    const [dated] = at('2020-10-12', 'applies it: the meeting in Paris is on 20 and 21 April 2021');
    expect(undated).toBeLessThan(dated ?? 0);
    const between = lines.slice(undated, dated).filter((line) => line.includes(' mail:'));
    expect(between.filter((line) => /(before|after) due|is due|still open/.test(line))).toEqual([]);
    expect(told('0 dates move, 47 vanish, 0 appear')).toHaveLength(1);
    expect(told('0 dates move, 0 vanish, 47 appear')).toHaveLength(1);
  });

  test('what was looked at before somebody settled a task cannot be applied, and is looked at again', () => {
    expect(told('applies it: the meeting in Paris is postponed', 'REFUSED (plan.preview_stale)')).toHaveLength(1);
    expect(told('looks at what it would do if the meeting in Paris is postponed')).toHaveLength(2);
    expect(summary.refusals['plan.preview_stale']).toBe(1);
  });

  test('without a ceremony the chair passes only by a written decision', () => {
    const attempts = told('2020-12-07', 'lets the chair pass by 2020-gq');
    expect(attempts).toHaveLength(2);
    expect(attempts[0]).toContain('REFUSED (handover.task_unsettled)');
    expect(attempts[1]).toContain('Decision of December 2020');
  });

  test('what only the meeting needed is let go when it is not held', () => {
    expect(told('2021-02-15', 'notes that the meeting in Paris is not held')).toHaveLength(1);
    expect(summary.handovers[0]?.tasks).toEqual({ accepted: 49, waived: 11 });
  });

  test('the next handover slips from July to November with its dates', () => {
    expect(told('2021-06-10', 'applies it: the meeting in Malabo is on 17 and 18 November 2021')).toHaveLength(1);
    expect(summary.handovers[1]).toMatchObject({ effectedAt: '2021-11-18T09:06:00.000Z', tasks: { accepted: 60 } });
    expect(summary.mails.messages['plan.meeting']).toBe(24);
  });
});
