import { describe, expect, test } from '@jest/globals';
import type { TermView } from '../../src/terms/terms.views.js';
import { rotationModel } from '../../src/terms/views/rotation-model.js';

const TODAY = '2024-01-12';
const NOTHING = { start: null, end: null };

/** A term that ran or is to run on known days; what a test is about is said by it. */
function term(id: string, parts: Partial<TermView> = {}): TermView {
  return {
    id,
    kind: 'regular',
    state: 'concluded',
    position: Number(id.slice(0, 4)),
    holders: [{ id: 'MA', name: 'Morocco' }],
    planned: NOTHING,
    effective: NOTHING,
    label: null,
    boundary: 'shared_day',
    certainty: 'confirmed',
    certaintyNote: null,
    precision: { start: 'day', end: 'day' },
    pauses: [],
    sources: [],
    remarks: {},
    chairFrom: null,
    chairUntil: null,
    version: 1,
    ...parts,
  };
}

const PAST = term('2021-es', { effective: { start: '2021-11-18', end: '2022-12-14' } });
const NOW = term('2022-ma', {
  state: 'serving',
  effective: { start: '2022-12-14', end: null },
  planned: { start: null, end: '2024-02-01' },
});
const NEXT = term('2024-pt', { state: 'confirmed', planned: { start: '2024-02-01', end: '2025-01-30' } });
const LATER = term('2025-ng', { state: 'proposed', planned: { start: '2025-01-30', end: '2026-01-30' } });

const rowsOf = (...terms: TermView[]) => rotationModel(terms, [], TODAY).rows;

describe('The picture of a rotation', () => {
  test('tells the chair of today from those before, next and later', () => {
    expect(rowsOf(PAST, NOW, NEXT, LATER).map(({ look }) => look)).toEqual(['past', 'now', 'next', 'later']);
  });

  test('draws the days that a term had, has, or is planned to have', () => {
    expect(rowsOf(PAST, NOW, NEXT).map(({ surely, perhaps }) => [surely, perhaps])).toEqual([
      [{ from: '2021-11-18', until: '2022-12-13' }, null],
      [{ from: '2022-12-14', until: '2024-02-01' }, null],
      [{ from: '2024-02-01', until: '2025-01-30' }, null],
    ]);
  });

  test('draws who is in the chair up to today when the planned end is over', () => {
    const effective = { start: '2022-12-14', end: null };
    const late = term('2022-ma', { state: 'serving', effective, planned: { start: null, end: '2023-12-31' } });
    expect(rowsOf(late)[0]?.surely).toEqual({ from: '2022-12-14', until: TODAY });
  });

  test('draws as perhaps what is not known to the day', () => {
    const year = term('2015-ma', {
      effective: { start: '2015-01-01', end: null },
      precision: { start: 'year', end: 'unknown' },
      certainty: 'uncertain',
    });
    const [row] = rowsOf(year, PAST);
    expect(row?.surely).toBeNull();
    expect(row?.perhaps?.from).toBe('2015-01-01');
  });

  test('draws as perhaps what has no agreed end, and shows a year of it', () => {
    const open = term('2026-ch', { state: 'proposed', planned: { start: '2026-01-30', end: null } });
    const { axis, rows } = rotationModel([NOW, open], [], TODAY);
    expect(rows[1]).toMatchObject({ surely: null, perhaps: { from: '2026-01-30', until: null } });
    expect(axis !== null && axis.until > '2027-01-01').toBe(true);
  });

  test('does not take a vacancy, a disputed claim or a lapsed turn for a chair', () => {
    const looks = rowsOf(
      term('2016-ve', { effective: { start: '2016-07-29', end: '2016-12-01' }, certainty: 'disputed' }),
      term('2017-xx', { effective: { start: '2017-01-01', end: '2017-06-01' }, kind: 'vacancy', holders: [] }),
      term('2018-yy', { planned: { start: '2018-01-01', end: '2018-12-31' }, state: 'lapsed' }),
    );
    expect(looks.map(({ look }) => look)).toEqual(['disputed', 'vacant', 'lapsed']);
  });

  test('is none where no day is known', () => {
    expect(rotationModel([term('2030-xx', { state: 'proposed' })], [], TODAY).axis).toBeNull();
  });
});
