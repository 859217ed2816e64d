import { describe, expect, test } from '@jest/globals';
import { chairInterval, gaps, overlaps, slotOf } from '../../src/engine/terms/chair.js';
import { chairsOn } from '../../src/engine/terms/chairs-on.js';
import { spanOf } from '../../src/engine/terms/term-span.js';
import type { Term } from '../../src/engine/terms/term.js';
import { aTerm, concluded, planned, serving } from '../support/terms.js';

const spain = concluded('2021-es', 1, '2021-11-18', '2022-12-14');
const morocco = serving('2022-ma', 2, '2022-12-14', '2024-01-31');
const portugal = planned('2024-pt', 3, '2024-02-01', '2025-01-30');
const rabat = [spain, morocco, portugal];

function told(terms: readonly Term[], day: string): readonly string[] {
  return chairsOn(terms, day).map((chair) => `${chair.term} ${chair.as}`);
}

describe('the days of a chair', () => {
  test('on a shared day the successor is the chair', () => {
    expect(chairInterval(spain)).toEqual({ from: '2021-11-18', until: '2022-12-14' });
  });

  test('an inclusive end is the last day of the chair', () => {
    const year = concluded('2010-vn', 1, '2010-01-01', '2010-12-31', { boundary: 'inclusive' });
    expect(chairInterval(year)).toEqual({ from: '2010-01-01', until: '2011-01-01' });
  });

  test('a chair in office has no end, whatever was planned', () => {
    expect(chairInterval(morocco)).toEqual({ from: '2022-12-14', until: null });
    expect(slotOf(morocco)).toEqual({ from: '2022-12-14', until: '2024-01-31' });
  });

  test.each([
    ['that has not begun', portugal],
    ['that lapsed', { ...portugal, state: 'lapsed' as const }],
    ['that is disputed', { ...morocco, certainty: 'disputed' as const }],
    ['whose start is known to the year', { ...spain, precision: { start: 'year' as const, end: 'day' as const } }],
    [
      'whose start is not known',
      concluded('2016-ml', 1, '', '2017-03-21', { effective: { start: null, end: '2017-03-21' } }),
    ],
    ['whose end is approximate', { ...spain, precision: { start: 'day' as const, end: 'approximate' as const } }],
  ])('a term %s has no days as the chair', (_which, term) => {
    expect(chairInterval(term)).toBeNull();
  });
});

describe('overlaps and gaps', () => {
  test('terms that share a day, or follow on the next, neither overlap nor leave a gap', () => {
    const next = planned('2025-ng', 4, '2025-01-31', '2026-01-30');
    const chain = [
      spain,
      { ...morocco, planned: { start: null, end: '2024-02-01' } },
      { ...portugal, boundary: 'inclusive' as const },
      next,
    ];
    expect(overlaps(chain)).toEqual([]);
    expect(gaps(chain)).toEqual([]);
  });

  test('an overlap names both terms and the days they share', () => {
    const early = concluded('2022-xx', 2, '2022-12-01', '2023-01-01');
    expect(overlaps([spain, early])).toEqual([
      { kind: 'overlap', first: '2021-es', second: '2022-xx', from: '2022-12-01', until: '2022-12-14', in: 'fact' },
    ]);
  });

  test('two chairs in office overlap without end', () => {
    const second = serving('2023-xx', 3, '2023-05-01', null);
    expect(overlaps([morocco, second])).toMatchObject([{ from: '2023-05-01', until: null, in: 'fact' }]);
  });

  test('a gap names both terms and the days nobody has', () => {
    const late = concluded('2023-xx', 2, '2023-01-01', '2023-12-31');
    expect(gaps([late, spain])).toEqual([
      { kind: 'gap', first: '2021-es', second: '2023-xx', from: '2022-12-14', until: '2023-01-01', in: 'fact' },
    ]);
  });

  test('between a planned end and a planned start the gap is one of the plan', () => {
    expect(gaps(rabat)).toMatchObject([{ first: '2022-ma', second: '2024-pt', in: 'plan' }]);
  });

  test('a declared vacancy leaves no gap', () => {
    const vacancy = concluded('2022-va', 2, '2022-12-14', '2023-01-01', { kind: 'vacancy', holders: [] });
    const late = concluded('2023-xx', 3, '2023-01-01', '2023-12-31');
    expect(gaps([spain, vacancy, late])).toEqual([]);
  });

  test('nothing is called a gap where a term of unknown days lies between', () => {
    const unknown = aTerm({
      id: '2022-un',
      position: 2,
      state: 'concluded',
      precision: { start: 'unknown', end: 'unknown' },
    });
    const late = concluded('2023-xx', 3, '2023-01-01', '2023-12-31');
    expect(gaps([spain, unknown, late])).toEqual([]);
  });

  test('an open-ended term does not overlap with turns that are planned after it', () => {
    expect(overlaps([serving('2022-ma', 1, '2022-12-14', null), portugal])).toEqual([]);
  });
});

describe('who chairs on a day', () => {
  test('on the shared day: the new chair, and the old one until it passed', () => {
    expect(told(rabat, '2022-12-14')).toEqual(['2022-ma chair', '2021-es earlier_that_day']);
    expect(told(rabat, '2022-12-13')).toEqual(['2021-es chair']);
    expect(told(rabat, '2022-12-15')).toEqual(['2022-ma chair']);
  });

  test('before the next term is handed the chair, the outgoing one serves on past its planned end', () => {
    expect(told(rabat, '2024-01-31')).toEqual(['2022-ma until_handover']);
    expect(told(rabat, '2024-02-01')).toEqual(['2022-ma until_handover', '2024-pt planned']);
  });

  test('of days beyond the next turn only the plan is told', () => {
    const later = planned('2025-ng', 4, '2025-01-30', '2026-01-30');
    expect(told([...rabat, later], '2025-06-01')).toEqual(['2025-ng planned']);
  });

  test('a term that is only planned is not the chair at its ceremony', () => {
    const laos = serving('2024-la', 1, '2024-01-01', '2024-12-31', { boundary: 'inclusive' });
    const malaysia = planned('2025-my', 2, '2025-01-01', '2025-12-31', { boundary: 'inclusive' });
    expect(told([laos, malaysia], '2024-10-11')).toEqual(['2024-la chair']);
  });

  test('co-chairs are one chair with two holders', () => {
    const pair = serving('2023-co', 1, '2023-01-01', null, { holders: ['FR', 'GQ'] });
    expect(chairsOn([pair], '2023-06-01')).toMatchObject([{ as: 'chair', holders: ['FR', 'GQ'] }]);
  });

  test('a vacancy and a caretaker are called what they are', () => {
    const vacancy = concluded('2019-va', 1, '2019-01-01', '2019-02-01', { kind: 'vacancy', holders: [] });
    const caretaker = serving('2019-bo', 2, '2019-02-01', null, { kind: 'caretaker' });
    expect(told([vacancy, caretaker], '2019-01-15')).toEqual(['2019-va vacancy']);
    expect(told([vacancy, caretaker], '2019-02-01')).toEqual(['2019-bo caretaker']);
  });

  test('a body paused under its chair has a paused chair on exactly the days of the pause', () => {
    const russia = concluded('2021-ru', 1, '2021-05-20', '2023-05-11', {
      pauses: [{ from: '2022-03-03', until: '2022-06-08' }],
    });
    expect(told([russia], '2022-03-02')).toEqual(['2021-ru chair']);
    expect(told([russia], '2022-03-03')).toEqual(['2021-ru paused_chair']);
    expect(told([russia], '2022-06-08')).toEqual(['2021-ru chair']);
  });

  test('of two rival claims both are told and neither is the chair', () => {
    const rival = { certainty: 'disputed', certaintyNote: 'disputed: two governments claim the chair' } as const;
    const claims = [
      concluded('2016-uy', 1, '2016-01-01', '2016-07-29'),
      serving('2016-ve', 2, '2016-07-29', null, rival),
      serving('2016-co', 3, '2016-09-13', null, { ...rival, holders: ['AR', 'BR', 'PY', 'UY'] }),
    ];
    expect(chairsOn(claims, '2016-10-01')).toMatchObject([
      { term: '2016-ve', as: 'rival_claim', certainty: 'disputed', note: 'disputed: two governments claim the chair' },
      { term: '2016-co', as: 'rival_claim', certainty: 'disputed' },
    ]);
    expect(overlaps(claims)).toEqual([]);
  });

  test('nobody known is an empty answer', () => {
    expect(chairsOn(rabat, '2019-01-01')).toEqual([]);
  });
});

describe('terms of uncertain days', () => {
  const year = aTerm({
    id: '2016-pt',
    position: 1,
    state: 'concluded',
    effective: { start: '2016-01-01', end: '2016-12-31' },
    precision: { start: 'year', end: 'year' },
  });
  const month = aTerm({
    id: '2021-xx',
    state: 'concluded',
    effective: { start: '2021-02-01', end: '2021-07-31' },
    precision: { start: 'month', end: 'month' },
  });

  test('a term known to the year is a candidate for every day of it', () => {
    expect(told([year], '2016-01-01')).toEqual(['2016-pt candidate']);
    expect(told([year], '2016-12-31')).toEqual(['2016-pt candidate']);
    expect(told([year], '2015-12-31')).toEqual([]);
    expect(told([year], '2017-01-01')).toEqual([]);
  });

  test('a term known to the month is surely the chair between these months', () => {
    expect(spanOf(month, [month])).toEqual({
      perhaps: { from: '2021-02-01', until: '2021-08-01' },
      surely: { from: '2021-02-28', until: '2021-07-01' },
    });
    expect(told([month], '2021-02-27')).toEqual(['2021-xx candidate']);
    expect(told([month], '2021-06-30')).toEqual(['2021-xx chair']);
    expect(told([month], '2021-07-01')).toEqual(['2021-xx candidate']);
  });

  test('an approximate day makes candidates of both sides within a week, and a chair after it', () => {
    const out = concluded('2025-ng', 1, '2025-01-30', '2026-01-30', {
      precision: { start: 'day', end: 'approximate' },
    });
    const into = serving('2026-ch', 2, '2026-01-30', null, { precision: { start: 'approximate', end: 'unknown' } });
    expect(told([out, into], '2026-01-22')).toEqual(['2025-ng chair']);
    expect(told([out, into], '2026-01-23')).toEqual(['2025-ng candidate', '2026-ch candidate']);
    expect(told([out, into], '2026-02-05')).toEqual(['2025-ng candidate', '2026-ch candidate']);
    expect(told([out, into], '2026-02-06')).toEqual(['2026-ch chair']);
  });

  test('an unknown start reaches back into the term before, an unknown end on into the next', () => {
    const open = {
      ...year,
      effective: { start: '2016-01-01', end: null },
      precision: { start: 'year', end: 'unknown' },
    } as const;
    const mali = concluded('2016-ml', 2, '', '2017-03-21', {
      effective: { start: null, end: '2017-03-21' },
      precision: { start: 'unknown', end: 'day' },
    });
    expect(spanOf(open, [open, mali]).perhaps).toEqual({ from: '2016-01-01', until: '2017-03-21' });
    expect(spanOf(mali, [open, mali]).perhaps).toEqual({ from: '2016-01-01', until: '2017-03-21' });
    expect(told([open, mali], '2017-03-20')).toEqual(['2016-pt candidate', '2016-ml candidate']);
    expect(told([open, mali], '2017-03-21')).toEqual(['2016-ml earlier_that_day']);
  });
});
