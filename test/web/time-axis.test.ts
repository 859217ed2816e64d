import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../src/engine/time/days.js';
import { axisOf, placedOn } from '../../src/web/time-axis.js';

const WINTER = axisOf({ from: '2023-11-06', until: '2024-02-29' });

describe('A line of time', () => {
  test('begins at 0 with its first day and ends at 100 with the end of its last', () => {
    expect([WINTER.startOf('2023-11-06'), WINTER.endOf('2024-02-29')]).toEqual([0, 100]);
  });

  test('gives every day the same length, also where clocks change', () => {
    const spring = axisOf({ from: '2024-03-25', until: '2024-04-03' });
    for (let index = 0; index < 10; index++) {
      expect(spring.startOf(addDays('2024-03-25', index))).toBeCloseTo(index * 10);
    }
  });

  test('names the month it opens in and each that begins on it', () => {
    expect(WINTER.months.map(({ day }) => day)).toEqual(['2023-11-06', '2023-12-01', '2024-01-01', '2024-02-01']);
    expect(axisOf({ from: '2024-01-01', until: '2024-01-31' }).months).toEqual([{ day: '2024-01-01', at: 0 }]);
  });

  test('marks its Mondays and years', () => {
    expect(WINTER.mondays.slice(0, 3).map(({ day }) => day)).toEqual(['2023-11-06', '2023-11-13', '2023-11-20']);
    expect(WINTER.years.map(({ day }) => day)).toEqual(['2023-11-06', '2024-01-01']);
  });

  test('shows of some days the part that lies on it, and says where they go on', () => {
    expect(placedOn(WINTER, { from: '2022-12-14', until: '2024-01-31' })).toMatchObject({
      from: 0,
      goesOnBefore: true,
      goesOnAfter: false,
    });
    expect(placedOn(WINTER, { from: '2024-02-01', until: '2025-01-30' })).toMatchObject({
      until: 100,
      goesOnAfter: true,
    });
    expect(placedOn(WINTER, { from: '2024-03-01', until: '2024-03-02' })).toBeNull();
    expect(placedOn(WINTER, { from: '2023-11-01', until: '2023-11-05' })).toBeNull();
  });

  test('never draws outside itself, and never nothing for a day that it has', () => {
    const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(day, day, day, day, (one, two, three, four) => {
        const [from = one, until = one] = [one, two].sort();
        const [first = three, last = three] = [three, four].sort();
        const placed = placedOn(axisOf({ from, until }), { from: first, until: last });
        if (last < from || first > until) return placed === null;
        if (placed === null) return false;
        const oneDay = 100 / (daysBetween(from, until) + 1);
        return placed.from >= 0 && placed.until <= 100 && placed.until - placed.from > oneDay * 0.99;
      }),
    );
  });
});
