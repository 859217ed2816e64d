import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  daysInMonth,
  FIRST_DAY,
  formatDate,
  isLeapYear,
  isRealDate,
  LAST_DAY,
  parseDate,
  weekday,
} from '../../src/engine/time/days.js';

describe('a calendar date', () => {
  test.each(['2024-02-29', '2000-02-29', '2024-12-31', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isRealDate(text)).toBe(true);
  });

  test.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '0000-01-01',
    '2024-1-01',
    '24-01-01',
    '12024-01-01',
    '-2024-01-01',
    '2024-01-01T00:00:00Z',
    '2024-01-01\n',
    ' 2024-01-01',
    '２０２４-01-01',
    '2024/01/01',
    '',
    'today',
  ])('%j does not exist, and is refused', (text) => {
    expect(isRealDate(text)).toBe(false);
    expect(() => parseDate(text)).toThrow(RangeError);
  });

  test('day 0 is 1 January 1970, a Thursday', () => {
    expect(parseDate('1970-01-01')).toBe(0);
    expect(weekday('1970-01-01')).toBe(4);
  });

  test('the SOM in Rabat began on a Wednesday', () => {
    expect(weekday('2024-01-31')).toBe(3);
    expect(daysBetween('2023-10-03', '2024-01-31')).toBe(120);
  });

  test('29 February comes between 28 February and 1 March, in leap years only', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect([1900, 2000, 2023, 2024].filter(isLeapYear)).toEqual([2000, 2024]);
  });

  test('days outside the years 1 to 9999, and parts of days, are refused', () => {
    expect(formatDate(FIRST_DAY)).toBe('0001-01-01');
    expect(formatDate(LAST_DAY)).toBe('9999-12-31');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => formatDate(0.5)).toThrow(RangeError);
    expect(() => formatDate(Number.NaN)).toThrow(RangeError);
  });
});

describe('for any day', () => {
  const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

  test('writing and reading a date gives the day back', () => {
    fc.assert(fc.property(day, (number) => parseDate(formatDate(number)) === number));
  });

  test('a date is the one that the platform gives for the same number of days', () => {
    fc.assert(
      fc.property(day, (number) => {
        const instant = new Date(number * 86_400_000);
        expect(formatDate(number)).toBe(instant.toISOString().slice(0, 10));
        expect(weekday(formatDate(number)) % 7).toBe(instant.getUTCDay());
      }),
    );
  });

  test('a month has the days that exist in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-`;
        const days = Array.from({ length: 31 }, (_, index) => `${first}${String(index + 1).padStart(2, '0')}`);
        expect(days.filter(isRealDate)).toHaveLength(daysInMonth(year, month));
      }),
    );
  });
});
