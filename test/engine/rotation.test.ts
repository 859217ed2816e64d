import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../src/engine/time/days.js';
import { applied } from '../../src/engine/terms/rotation-change.js';
import { decideRotation } from '../../src/engine/terms/rotation.js';
import type { Term } from '../../src/engine/terms/term.js';
import {
  bodyOf,
  changesOf,
  codesOf,
  gatesOf,
  grounds,
  onPaper,
  outgoingLead,
  planned,
  secretariat,
  serving,
  termOf,
} from '../support/terms.js';
import { bodies, decided, draftOf, inclusive, real, refused, TODAY, years } from '../support/rotations.js';

describe('one-off swap', () => {
  const swap = { operation: 'swap', first: '2011-bn', second: '2013-id', ...grounds } as const;
  const queue = years(2011, ['BN', 'KH', 'ID', 'MM']);

  test('Brunei and Indonesia exchange 2011 and 2013, and Cambodia keeps 2012', () => {
    expect(onPaper(decided(queue, swap))).toEqual(real('asean', 2011, 2014));
  });

  test('the preview names the four dates that move and no other', () => {
    const { dates, gaps } = changesOf(decideRotation(queue, swap, secretariat, TODAY));
    expect(dates).toEqual([
      { term: '2013-id', field: 'planned.start', from: '2013-01-01', to: '2011-01-01' },
      { term: '2013-id', field: 'planned.end', from: '2013-12-31', to: '2011-12-31' },
      { term: '2011-bn', field: 'planned.start', from: '2011-01-01', to: '2013-01-01' },
      { term: '2011-bn', field: 'planned.end', from: '2011-12-31', to: '2013-12-31' },
    ]);
    expect(gaps).toEqual([]);
  });

  test('both holders and the secretariat are told, each term leaves a revision', () => {
    const decision = decideRotation(queue, swap, secretariat, TODAY);
    expect(decision).toMatchObject({
      messages: [
        { subject: 'term:2013-id', to: ['incoming', 'secretariat'], urgent: false },
        { subject: 'term:2011-bn', to: ['incoming', 'secretariat'], urgent: false },
      ],
    });
    expect(changesOf(decision).terms.map((change) => change.revision?.decidedBy)).toEqual([
      grounds.decidedBy,
      grounds.decidedBy,
    ]);
  });

  test('the chair in office and the past are not swapped, nor a turn with itself', () => {
    const running = [serving('2010-vn', 0, '2010-01-01', '2010-12-31', inclusive), ...queue];
    expect(refused(running, { ...swap, second: '2010-vn' })).toEqual(['rotation.term_fixed']);
    expect(refused(running, { ...swap, second: '2011-bn' })).toEqual(['rotation.same_term']);
    expect(refused(running, { ...swap, second: '1999-xx' })).toEqual(['rotation.term_unknown']);
  });
});

describe('skipped turn', () => {
  const queue = years(2025, ['MY', 'MM', 'PH', 'SG']);
  const skip = { operation: 'skip', term: '2026-mm', later: 'move_up', ...grounds } as const;

  test('Myanmar’s 2026 goes to the Philippines, and every later turn comes one slot earlier', () => {
    expect(onPaper(decided(queue, skip))).toEqual([...real('asean', 2025, 2026), 'SG 2027-01-01 2027-12-31']);
  });

  test('the skipped turn lapses and keeps the dates it would have had', () => {
    expect(termOf(decided(queue, skip), '2026-mm')).toMatchObject({
      state: 'lapsed',
      planned: { start: '2026-01-01' },
    });
  });

  test('when the later turns keep their dates the open year is listed as a gap', () => {
    const { gaps } = changesOf(decideRotation(queue, { ...skip, later: 'keep_dates' }, secretariat, TODAY));
    expect(gaps).toEqual([
      { kind: 'gap', first: '2025-my', second: '2027-ph', from: '2026-01-01', until: '2027-01-01', in: 'plan' },
    ]);
  });

  test('a declared vacancy keeps its days when the turns around it move up', () => {
    const vacancy = planned('2027-va', 3, '2027-01-01', '2027-12-31', { kind: 'vacancy', holders: [], ...inclusive });
    const late = planned('2028-sg', 4, '2028-01-01', '2028-12-31', { ...inclusive });
    const after = decided([...years(2026, ['MM']), vacancy, late], skip);
    expect(onPaper(after)).toEqual([' 2027-01-01 2027-12-31', 'SG 2026-01-01 2026-12-31']);
  });

  test('a member suspended in the queue loses its turn without moving the chair in office', () => {
    const running = [serving('2024-la', 0, '2024-01-01', '2024-12-31', inclusive), ...queue];
    const after = decided(running, { ...skip, reason: 'Membership suspended' }, '2024-10-11');
    expect(termOf(after, '2024-la')).toEqual(running[0]);
    expect(refused(running, { ...skip, term: '2024-la' }, '2024-10-11')).toEqual(['rotation.term_fixed']);
  });
});

describe('shift of the whole queue with an insertion', () => {
  const body = bodyOf(bodies, 'eu-council').body;
  /** Half-years as listed before the decision of 26 July 2016; each ends on the day before the next. */
  const listed = body.orderBeforeAmendment.map(({ holders, start }, at): Term => {
    const next = body.orderBeforeAmendment[at + 1]?.start ?? '2020-07-01';
    const id = `${start.slice(0, 4)}-${holders.join('-').toLowerCase()}`;
    return planned(id, at + 1, start, addDays(next, -1), { holders, ...inclusive });
  });
  const amendment = {
    operation: 'shift',
    from: '2018-ee',
    months: -6,
    givenUp: ['2017-gb'],
    insert: { term: draftOf('2020-hr', '2020-01-01', '2020-06-30', ['HR']), before: null },
    missingDay: 'refuse',
    reason: 'The United Kingdom gave up its turn',
    decidedBy: 'Council decision of 26 July 2016',
  } as const;

  test('the amended list of the Council of the European Union comes out exactly', () => {
    expect(onPaper(decided(listed, amendment, '2016-07-26'))).toEqual(real('eu-council', 2017, 2020).slice(0, 7));
    expect(onPaper(decided(listed, amendment, '2016-07-26')).at(-1)).toBe('HR 2020-01-01 2020-06-30');
  });

  test('Malta’s slot stays, the United Kingdom’s lapses, and no gap is left', () => {
    const changes = changesOf(decideRotation(listed, amendment, secretariat, '2016-07-26'));
    expect(changes.terms.map((change) => change.after.id)).not.toContain('2017-mt');
    expect(termOf(applied(listed, changes), '2017-gb').state).toBe('lapsed');
    expect(changes.gaps).toEqual([]);
  });

  test('without the turn given up the shift runs into it and is refused', () => {
    const gates = gatesOf(decideRotation(listed, { ...amendment, givenUp: [] }, secretariat, '2016-07-26'));
    expect(gates).toMatchObject([{ code: 'term.overlaps', facts: { first: '2017-gb', second: '2018-ee' } }]);
  });

  test('an insertion into taken days is refused', () => {
    const insert = { term: draftOf('2020-hr', '2019-07-01', '2019-12-31', ['HR']), before: null };
    expect(refused(listed, { ...amendment, insert }, '2016-07-26')).toEqual(['term.overlaps']);
  });

  test('a day that the new month does not have is refused, or becomes its last day when asked', () => {
    const queue = [planned('2024-xx', 1, '2024-08-31', '2025-02-28')];
    const shift = { ...amendment, from: '2024-xx', givenUp: [], insert: null };
    expect(gatesOf(decideRotation(queue, shift, secretariat, TODAY))).toMatchObject([
      { code: 'rotation.day_missing', facts: { date: '2024-08-31', months: -6 } },
    ]);
    const lastDay = { ...shift, missingDay: 'last_of_month' } as const;
    expect(onPaper(decided(queue, lastDay))).toEqual(['XX 2024-02-29 2024-08-28']);
  });

  test('a term known to the year is not moved by half a year', () => {
    const queue = [planned('2030-xx', 1, '2030-01-01', '2030-12-31', { precision: { start: 'year', end: 'year' } })];
    const shift = { ...amendment, from: '2030-xx', givenUp: [], insert: null };
    expect(refused(queue, shift)).toEqual(['rotation.date_too_vague']);
    expect(onPaper(decided(queue, { ...shift, months: 12 }))).toEqual(['XX 2031-01-01 2031-12-31']);
  });

  test('an end known to the month stays the last day of its month', () => {
    const precision = { start: 'day', end: 'month' } as const;
    const queue = [planned('2020-gq', 1, '2020-12-07', '2021-07-31', { precision })];
    const shift = { ...amendment, from: '2020-gq', months: 7, givenUp: [], insert: null };
    expect(onPaper(decided(queue, shift))).toEqual(['GQ 2021-07-07 2022-02-28']);
  });

  test('an overlap that was there before does not stand in the way of what is far from it', () => {
    const clash = planned('2020-cl', 8, '2020-05-01', '2020-09-30', inclusive);
    const next = planned('2020-ok', 9, '2021-01-01', '2021-06-30', inclusive);
    const shift = { ...amendment, from: '2020-ok', months: 6, givenUp: [], insert: null };
    const queue = [planned('2020-hr', 7, '2020-01-01', '2020-06-30', inclusive), clash, next];
    expect(onPaper(decided(queue, shift)).at(-1)).toBe('OK 2021-07-01 2021-12-31');
  });

  test.each([0, 1.5, 1201, Number.NaN])('%s months are no shift', (months) => {
    expect(refused(listed, { ...amendment, months })).toEqual(['rotation.months_out_of_range']);
  });
});

describe('insertion', () => {
  const queue = years(2027, ['SG', 'TH']);

  test('a turn is put before another, and the later ones make room by its length', () => {
    const term = draftOf('2027-mm', '2027-01-01', '2027-12-31', ['MM']);
    const insert = { operation: 'insert', term, before: '2027-sg', laterMonths: 12, ...grounds } as const;
    expect(onPaper(decided(queue, insert))).toEqual([
      'MM 2027-01-01 2027-12-31',
      'SG 2028-01-01 2028-12-31',
      'TH 2029-01-01 2029-12-31',
    ]);
  });

  test('it goes nowhere before the chair in office', () => {
    const running = [serving('2026-ph', 0, '2026-01-01', '2026-12-31', inclusive), ...queue];
    const term = draftOf('2026-mm', null, null, ['MM']);
    const insert = { operation: 'insert', term, before: '2026-ph', laterMonths: 0, ...grounds } as const;
    expect(refused(running, insert, '2026-05-01')).toEqual(['rotation.term_fixed']);
  });

  test('a turn without dates takes a place and no days', () => {
    const term = draftOf('2028-mm', null, null, []);
    const insert = { operation: 'insert', term, before: '2028-th', laterMonths: 0, ...grounds } as const;
    const decision = decideRotation(queue, insert, secretariat, TODAY);
    expect(onPaper(applied(queue, changesOf(decision)))[1]).toBe(' null null');
    expect(decision).toMatchObject({
      happenings: [{ action: 'term.proposed' }, { action: 'term.renumbered' }],
      messages: [{ subject: 'term:2028-mm' }],
    });
  });
});

test('every operation needs the secretariat, a reason and a decision', () => {
  const swap = { operation: 'swap', first: 'none', second: 'neither', reason: '', decidedBy: ' ' } as const;
  expect(codesOf(decideRotation([], swap, outgoingLead, TODAY))).toEqual([
    'term.not_your_side',
    'term.text_missing',
    'term.text_missing',
    'rotation.term_unknown',
    'rotation.term_unknown',
  ]);
});

test('a reason that two checks find is told once', () => {
  const minder = { operation: 'appoint-caretaker', id: '2010-none', holders: [], from: TODAY, end: null } as const;
  const found = decideRotation([], { ...minder, ...inclusive, ...grounds }, secretariat, TODAY);
  expect(codesOf(found)).toEqual(['term.holder_unknown']);
  const same = { operation: 'swap', first: 'none', second: 'none', ...grounds } as const;
  expect(codesOf(decideRotation([], same, secretariat, TODAY))).toEqual([
    'rotation.term_unknown',
    'rotation.same_term',
  ]);
});
