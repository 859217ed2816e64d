import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import type { DemoPlace } from '../../src/demo/demo-place.js';
import { isWellEnded, play } from '../../src/demo/play.js';
import { printSummary } from '../../src/demo/print-summary.js';
import { rabatStory } from '../../src/demo/rabat-story.js';
import type { PlaySummary } from '../../src/demo/summary.js';
import { openTheatre } from './theatre.js';

let place: DemoPlace;
let summary: PlaySummary;
const lines: string[] = [];

/** The lines in which all of this is said. */
const told = (...words: string[]): string[] => lines.filter((line) => words.every((word) => line.includes(word)));

beforeAll(async () => {
  place = await openTheatre();
  summary = await play(rabatStory, place, (line) => lines.push(line));
}, 180_000);

afterAll(async () => {
  await place.release();
});

describe('Morocco hands the chair to Portugal, and nobody has to help', () => {
  test('every rule of the checker held, and the story ended well', () => {
    expect(summary.report.rules.flatMap(({ findings }) => findings)).toEqual([]);
    expect(summary.report.duplicates).toBe(0);
    expect(isWellEnded(summary)).toBe(true);
  });

  test('the file is closed with every task settled: one let go, two taken on by the incoming chair', () => {
    expect(summary.handovers).toEqual([
      expect.objectContaining({
        id: '2024-pt',
        state: 'closed',
        how: 'signed',
        effectedAt: '2024-02-01T10:00:00.000Z',
        tasks: { accepted: 58, waived: 1, committed: 2 },
      }),
    ]);
  });

  test('the chair passes at one instant of 1 February 2024', () => {
    expect(summary.chairs).toEqual([
      { term: '2022-ma', holder: 'Morocco', from: expect.any(String), until: '2024-02-01T10:00:00.000Z' },
      { term: '2024-pt', holder: 'Portugal', from: '2024-02-01T10:00:00.000Z', until: null },
    ]);
  });

  test('what is due the day after the handover is made is done in time', () => {
    expect(told('2023-10-03', 'submits SOM-01')).toHaveLength(1);
    expect(told('SOM-01', 'after due')).toEqual([]);
  });

  test('what comes back is mended before it is accepted', () => {
    const story = lines.filter((line) => /(returns|starts|submits|accepts) RES-03/.test(line));
    expect(story.map((line) => /(returns|starts|submits|accepts) RES-03/.exec(line)?.[1])).toEqual([
      'starts',
      'submits',
      'returns',
      'starts',
      'submits',
      'accepts',
    ]);
    expect(told('mail', 'urgent', 'RES-03 returned')).toHaveLength(1);
  });

  test('the pack is reviewed by section: one is returned and mended, one accepted with a reservation that leads to a task', () => {
    const mandate = lines.filter((line) => / section GOV /.test(line));
    expect(mandate.map((line) => /(sends for review|returns|accepts\b.*?) section/.exec(line)?.[1])).toEqual([
      'sends for review',
      'returns',
      'sends for review',
      'accepts with a reservation',
    ]);
    expect(told('2024-01-10', 'Morocco lead:', 'section AFT', 'REFUSED')).toHaveLength(1);
    expect(told('2024-01-31', 'Portugal delegate:', 'accepts section')).toHaveLength(9);
    expect(told('2024-01-17', 'freezes the pack', 'x handover.section_undecided')).toHaveLength(1);
  });

  test('what is late is reminded of again and again, until it is done and no longer', () => {
    expect(told('PRG-07 1 day after due').length).toBeGreaterThan(0);
    expect(told('PRG-07 3 days after due').length).toBeGreaterThan(0);
    expect(told('PRG-07 is still open').length).toBeGreaterThan(0);
    const accepted = lines.findIndex((line) => line.includes('accepts PRG-07'));
    expect(lines.slice(accepted).filter((line) => /PRG-07 .*(due|open)/.test(line))).toEqual([]);
  });

  test('a holiday decreed in November is not known before, and moves nothing because it is a Sunday', () => {
    const [looked] = told('looks at what it would do if 14 January becomes a public holiday');
    expect(looked).toContain('2023-11-24');
    expect(told('0 dates move, 0 vanish, 0 appear, 0 are compressed to today; 9 people would be told')).toHaveLength(1);
    expect(told('Decree 2.23.688')).toHaveLength(1);
  });

  test('whoever speaks for two sides that day can accept nothing that either submitted', () => {
    expect(
      told('2023-12-22', 'secretariat officer:', 'accepts PRG-02', 'REFUSED (task.own_side_submitted)'),
    ).toHaveLength(1);
  });

  test('nobody signs, freezes or passes the chair before its time', () => {
    expect(summary.refusals).toMatchObject({
      'handover.needs_lead': 1,
      'handover.signature_missing': 1,
      'handover.too_early': 1,
      'handover.task_unsettled': 2,
      'task.not_your_side': 1,
    });
    expect(told('2024-01-17', 'freezes the pack', 'x handover.task_unsettled')).toHaveLength(1);
  });

  test('a stand-in does the work of whoever is away', () => {
    expect(told('is away from 2023-12-18 to 2024-01-02; Morocco delegate stands in')).toHaveLength(1);
    const ofLead = lines.filter((line) => / Morocco lead: /.test(line)).map((line) => line.slice(0, 10));
    expect(ofLead.filter((day) => day >= '2023-12-18' && day < '2024-01-02')).toEqual([]);
  });

  test('mail goes out in three languages, at most one digest per person and day', async () => {
    expect(Object.keys(summary.mails.byLanguage)).toEqual(['en', 'fr', 'pt']);
    expect(summary.mails.sent).toBe((await readdir(place.environment.mailDirectory)).length);
    expect(summary.mails.messages.reminder).toBeGreaterThan(300);
    expect(told('mail', 'the chair has passed').length).toBeGreaterThan(0);
  });

  test('each signing, effect and closing leaves a record, and the archive of the last one is as it was signed', () => {
    expect(told('secretariat lead:', 'makes the last record of 2024-pt')).toHaveLength(1);
    expect(summary.archives).toEqual([expect.objectContaining({ handoverId: '2024-pt' })]);
    expect(summary.archives[0]?.found).toContain('Record 3 of “Morocco to Portugal, Rabat 2024”');
    expect(summary.archives[0]?.found).toContain('everything is as it was signed');
    const [, documents] = /(\d+) documents/.exec(summary.archives[0]?.found ?? '') ?? [];
    expect(Number(documents)).toBeGreaterThan(10);
  });

  test('the summary says all of this', () => {
    const text = printSummary(summary);
    expect(text).toContain('Handover 2024-pt: closed, in effect since 2024-02-01T10:00:00.000Z, signed; tasks: ');
    expect(text).toContain('Chair: Portugal (2024-pt) from 2024-02-01T10:00:00.000Z, now');
    expect(text).toMatch(/Account 2024-pt: \d+ entries, head [0-9a-f]{64}/);
    expect(text).toMatch(/Archive of 2024-pt: .*archives\/2024-pt\.zip/);
    expect(text).toMatch(/Everything holds\.$/);
  });
});

test('a play in which a rule was broken, a file left open, or an archive not made, did not end well', () => {
  expect(isWellEnded({ ...summary, report: { ...summary.report, ok: false } })).toBe(false);
  const [handover] = summary.handovers;
  expect(isWellEnded({ ...summary, handovers: [{ ...handover!, state: 'effected' }] })).toBe(false);
  expect(isWellEnded({ ...summary, handovers: [] })).toBe(false);
  expect(isWellEnded({ ...summary, archives: [] })).toBe(false);
});
