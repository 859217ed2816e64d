import { describe, expect, test } from '@jest/globals';
import { chairsOn } from '../../src/engine/terms/chairs-on.js';
import { applied } from '../../src/engine/terms/rotation-change.js';
import { decideRotation } from '../../src/engine/terms/rotation.js';
import {
  aTerm,
  changesOf,
  concluded,
  grounds,
  onPaper,
  planned,
  secretariat,
  serving,
  termOf,
} from '../support/terms.js';
import { decided, inclusive, real, refused } from '../support/rotations.js';

describe('bridging term', () => {
  const thailand = planned('2008-th', 1, '2008-07-24', '2009-07-24', { holders: ['TH'] });
  const queue = [
    thailand,
    planned('2009-vn', 2, '2009-07-24', '2010-07-24', { holders: ['VN'] }),
    planned('2010-id', 3, '2010-07-24', '2011-07-24', { holders: ['ID'] }),
    planned('2011-kh', 4, '2011-07-24', '2012-07-24', { holders: ['KH'] }),
  ];
  const bridge = {
    operation: 'bridge',
    term: '2008-th',
    end: '2009-12-31',
    later: { months: 12, boundary: 'inclusive' },
    ...grounds,
  } as const;

  test('Thailand chairs from July 2008 to the end of 2009, and calendar years follow', () => {
    const after = decided(queue, bridge, '2008-07-01');
    expect(onPaper(after)).toEqual(real('asean', 2008, 2012));
    expect(after.map((term) => term.kind)).toEqual(['bridging', 'regular', 'regular', 'regular']);
  });

  test('when the later turns keep their dates a bridge into them is refused', () => {
    expect(refused(queue, { ...bridge, later: null }, '2008-07-01')).toEqual(['term.overlaps']);
  });

  test('a bridge ends after it begins', () => {
    expect(refused(queue, { ...bridge, end: '2008-07-23' }, '2008-07-01')).toEqual(['term.end_before_start']);
  });

  test('a rhythm that would need a day some months lack is refused', () => {
    const monthly = { ...bridge, end: '2009-08-30', later: { months: 1, boundary: 'inclusive' } } as const;
    expect(refused(queue, monthly, '2008-07-01')).toEqual(['rotation.day_missing']);
  });
});

describe('vacancy and caretaker', () => {
  const chair = serving('2017-ar', 1, '2017-04-17', '2018-04-17');
  const bolivia = planned('2018-bo', 2, '2018-06-01', '2019-04-17');
  const vacancy = {
    operation: 'declare-vacancy',
    id: '2018-vacant',
    from: '2018-04-17',
    end: null,
    boundary: 'shared_day',
    ...grounds,
  } as const;
  const caretaker = { ...vacancy, operation: 'appoint-caretaker', id: '2018-care', holders: ['BO'] } as const;

  test('a declared vacancy concludes the chair and is not a gap', () => {
    const decision = decideRotation([chair, bolivia], vacancy, secretariat, '2018-04-20');
    const after = applied([chair, bolivia], changesOf(decision));
    expect(chairsOn(after, '2018-04-18')).toMatchObject([{ term: '2018-vacant', as: 'vacancy', holders: [] }]);
    expect(termOf(after, '2017-ar')).toMatchObject({ state: 'concluded', effective: { end: '2018-04-17' } });
    expect(changesOf(decision).gaps).toEqual([]);
    expect(decision).toMatchObject({ messages: [{ urgent: true }, { urgent: true }] });
  });

  test('a vacancy can be declared ahead, and then stands in the queue', () => {
    const ahead = { ...vacancy, from: '2018-05-01', end: '2018-06-01' };
    const after = decided([chair, bolivia], ahead, '2018-04-01');
    expect(onPaper(after)).toEqual(['AR null 2018-04-17', ' 2018-05-01 2018-06-01', 'BO 2018-06-01 2019-04-17']);
    expect(termOf(after, '2017-ar')).toEqual(chair);
  });

  test('a caretaker follows the vacancy, and the next regular term the caretaker', () => {
    const vacant = decided([chair, bolivia], vacancy, '2018-04-20');
    const minded = decided(vacant, { ...caretaker, from: '2018-05-02' }, '2018-05-02');
    expect(minded.map((term) => [term.id, term.kind, term.state])).toEqual([
      ['2017-ar', 'regular', 'concluded'],
      ['2018-vacant', 'vacancy', 'concluded'],
      ['2018-care', 'caretaker', 'serving'],
      ['2018-bo', 'regular', 'confirmed'],
    ]);
  });

  test('a caretaker may take over at once from a chair that has left', () => {
    expect(chairsOn(decided([chair, bolivia], caretaker, '2018-04-17'), '2018-04-17')).toMatchObject([
      { as: 'caretaker', term: '2018-care' },
      { as: 'earlier_that_day', term: '2017-ar' },
    ]);
  });

  test('a caretaker is somebody', () => {
    expect(refused([chair], { ...caretaker, holders: [] }, '2018-04-20')).toContain('term.holder_unknown');
  });

  test('a vacancy closes the days since the last chair, and leaves none out', () => {
    const over = concluded('2017-ar', 1, '2017-04-17', '2018-04-17');
    expect(decided([over, bolivia], vacancy, '2018-05-20').map((term) => term.state)).toEqual([
      'concluded',
      'serving',
      'confirmed',
    ]);
    expect(refused([over], { ...vacancy, from: '2018-05-01' }, '2018-05-20')).toEqual(['term.gap_undeclared']);
  });

  test('a vacancy does not reach into the days of the next turn', () => {
    expect(refused([chair, bolivia], { ...vacancy, end: '2018-06-02' }, '2018-04-20')).toEqual(['term.overlaps']);
  });

  test('a vacancy from a day that does not exist is refused', () => {
    expect(refused([chair], { ...vacancy, from: '2018-02-29' }, '2018-04-20')).toContain('term.date_not_real');
  });
});

describe('successor', () => {
  const open = aTerm({
    id: '2024-open',
    holders: [],
    state: 'proposed',
    position: 2,
    planned: { start: '2024-01-01', end: '2024-12-31' },
    ...inclusive,
  });
  const chair = serving('2023-mk', 1, '2023-01-01', '2023-12-31', inclusive);

  test('a turn may stay without a holder until weeks before it begins', () => {
    const set = { operation: 'set-successor', term: '2024-open', holders: ['MT'], ...grounds } as const;
    const after = decided([chair, open], set, '2023-12-01');
    expect(termOf(after, '2024-open')).toMatchObject({ holders: ['MT'], state: 'proposed', planned: open.planned });
    expect(refused(after, set, '2023-12-01')).toEqual(['rotation.holder_known']);
    expect(refused([chair, open], { ...set, holders: [] }, '2023-12-01')).toEqual(['term.holder_unknown']);
  });

  test('a successor that leaves after acceptance lapses, and its slot stays open for another', () => {
    const ready = { ...open, holders: ['EE'], state: 'confirmed' } as const;
    const withdraw = {
      operation: 'withdraw',
      term: '2024-open',
      replacement: { id: '2024-again', holders: [] },
      ...grounds,
    } as const;
    const last = planned('2025-fi', 3, '2025-01-01', '2025-12-31', inclusive);
    const after = decided([chair, ready, last], withdraw, '2023-11-01');
    expect(termOf(after, '2024-open').state).toBe('lapsed');
    expect(termOf(after, '2024-again')).toMatchObject({ state: 'proposed', holders: [], planned: open.planned });
    expect(new Set(after.map((term) => term.position)).size).toBe(after.length);
    const itself = { ...withdraw, replacement: { id: '2024-open', holders: [] } };
    expect(refused([chair, ready], itself, '2023-11-01')).toEqual(['term.id_taken']);
  });
});

describe('moved passage', () => {
  const france = serving('2019-fr', 1, '2019-06-03', '2020-10-21');
  const guinea = planned('2020-gq', 2, '2020-10-21', '2021-07-15');
  const spain = planned('2021-es', 3, '2021-07-15', '2022-07-15');
  const move = { operation: 'move-passage', incoming: '2020-gq', on: '2021-04-21', ...grounds } as const;

  test('when the meeting is put off, one term ends later and the next begins later by one decision', () => {
    const { dates } = changesOf(decideRotation([france, guinea, spain], move, secretariat, '2020-09-01'));
    expect(dates).toEqual([
      { term: '2019-fr', field: 'planned.end', from: '2020-10-21', to: '2021-04-21' },
      { term: '2020-gq', field: 'planned.start', from: '2020-10-21', to: '2021-04-21' },
    ]);
  });

  test('the chair in office keeps its real start', () => {
    expect(termOf(decided([france, guinea, spain], move, '2020-09-01'), '2019-fr').effective).toEqual(france.effective);
  });

  test('a passage does not go beyond the terms it lies between, nor into the past', () => {
    const to = (on: string) => refused([france, guinea, spain], { ...move, on }, '2020-09-01');
    expect(to('2021-07-15')).toContain('term.end_before_start');
    expect(to('2019-06-03')).toEqual(['term.not_begun_by_then', 'term.date_in_past']);
    expect(to('2021-02-29')).toEqual(['term.date_not_real']);
    expect(to('2020-10-21')).toEqual(['rotation.nothing_changes']);
  });
});
