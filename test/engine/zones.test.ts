import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, formatDate, parseDate } from '../../src/engine/time/days.js';
import { atLocalTime, endOfDay, isZone, localDate, localTime, startOfDay } from '../../src/engine/time/zones.js';

const RABAT = 'Africa/Casablanca';
const LISBON = 'Europe/Lisbon';

function hoursOf(date: string, zone: string): number {
  return (Date.parse(endOfDay(date, zone)) + 1 - Date.parse(startOfDay(date, zone))) / 3_600_000;
}

describe('a zone', () => {
  test.each([RABAT, LISBON, 'Europe/Vienna', 'Africa/Malabo', 'America/Argentina/Buenos_Aires', 'UTC'])(
    '%s is one',
    (name) => {
      expect(isZone(name)).toBe(true);
    },
  );

  test.each([
    ['Europe/Lisboa', 'no such place'],
    ['europe/lisbon', 'not as it is spelled'],
    ['Europe/LISBON', 'not as it is spelled either'],
    ['+01:00', 'an offset'],
    ['Etc/GMT-1', 'an offset in disguise'],
    ['CET', 'an abbreviation'],
    ['Europe/Lisbon\u0000', 'a control character'],
    ['', 'nothing'],
    [`Europe/${'a'.repeat(100_000)}`, 'far too long'],
    ['__proto__', 'a trap'],
  ])('%.20s is none: %s', (name) => {
    expect(isZone(name)).toBe(false);
  });
});

describe('Ramadan 2024 in Rabat: clocks went back on 10 March and forward on 14 April', () => {
  test('the day on which clocks go back has 25 hours, the one on which they go forward 23', () => {
    expect(hoursOf('2024-03-09', RABAT)).toBe(24);
    expect(hoursOf('2024-03-10', RABAT)).toBe(25);
    expect(hoursOf('2024-04-14', RABAT)).toBe(23);
    expect(hoursOf('2024-04-15', RABAT)).toBe(24);
  });

  test('the end of the day moves by an hour, and back', () => {
    expect(endOfDay('2024-03-09', RABAT)).toBe('2024-03-09T22:59:59.999Z');
    expect(endOfDay('2024-03-10', RABAT)).toBe('2024-03-10T23:59:59.999Z');
    expect(endOfDay('2024-04-14', RABAT)).toBe('2024-04-14T22:59:59.999Z');
  });

  test('local 09:00 stays 09:00', () => {
    expect(atLocalTime('2024-03-08', '09:00', RABAT)).toBe('2024-03-08T08:00:00.000Z');
    expect(atLocalTime('2024-03-11', '09:00', RABAT)).toBe('2024-03-11T09:00:00.000Z');
    expect(atLocalTime('2024-04-15', '09:00', RABAT)).toBe('2024-04-15T08:00:00.000Z');
    expect(localTime('2024-03-11T09:00:00.000Z', RABAT)).toBe('09:00');
  });

  test('Rabat and Lisbon are +1, 0, -1, 0 and +1 hours apart within 2024', () => {
    const apart = ['2024-02-01', '2024-03-20', '2024-04-10', '2024-07-01', '2024-12-01'].map(
      (date) =>
        (Date.parse(atLocalTime(date, '12:00', LISBON)) - Date.parse(atLocalTime(date, '12:00', RABAT))) / 3_600_000,
    );
    expect(apart).toEqual([1, 0, -1, 0, 1]);
  });
});

describe("Lisbon's nights of the clock change", () => {
  test('31 March 2024 has 23 hours, 27 October 2024 has 25', () => {
    expect(hoursOf('2024-03-31', LISBON)).toBe(23);
    expect(hoursOf('2024-10-27', LISBON)).toBe(25);
  });

  test('a time that is skipped moves on by the gap, of one that comes twice the first is taken', () => {
    expect(atLocalTime('2024-03-31', '01:30', LISBON)).toBe('2024-03-31T01:30:00.000Z');
    expect(localTime('2024-03-31T01:30:00.000Z', LISBON)).toBe('02:30');
    expect(atLocalTime('2024-10-27', '01:30', LISBON)).toBe('2024-10-27T00:30:00.000Z');
  });

  test('in both hours that are called 01:30 it is the same date', () => {
    expect(localDate('2024-10-27T00:30:00.000Z', LISBON)).toBe('2024-10-27');
    expect(localDate('2024-10-27T01:30:00.000Z', LISBON)).toBe('2024-10-27');
  });
});

describe('the date at an instant', () => {
  test('near midnight it is another one in another zone', () => {
    expect(localDate('2024-01-31T23:30:00.000Z', LISBON)).toBe('2024-01-31');
    expect(localDate('2024-01-31T23:30:00.000Z', RABAT)).toBe('2024-02-01');
  });

  test('29 February is a day of 24 hours in the middle', () => {
    expect(localDate('2024-02-28T23:30:00.000Z', RABAT)).toBe('2024-02-29');
    expect(hoursOf('2024-02-29', RABAT)).toBe(24);
  });

  test('where clocks change at midnight the day starts when there is a clock again', () => {
    // Cairo went from 00:00 to 01:00 on 26 April 2024.
    expect(startOfDay('2024-04-26', 'Africa/Cairo')).toBe('2024-04-25T22:00:00.000Z');
    expect(localTime(startOfDay('2024-04-26', 'Africa/Cairo'), 'Africa/Cairo')).toBe('01:00');
  });

  test('a date that does not exist and a zone that does not are refused', () => {
    expect(() => startOfDay('2024-02-30', LISBON)).toThrow(RangeError);
    expect(() => endOfDay('2024-02-01', 'Europe/Lisboa')).toThrow(RangeError);
    expect(() => atLocalTime('2024-02-01', '25:00', LISBON)).toThrow(RangeError);
    expect(() => localDate('yesterday', LISBON)).toThrow(RangeError);
  });
});

test('for any date and zone, days follow one another without a gap, and start and end on their own date', () => {
  const day = fc.integer({ min: parseDate('2016-01-01'), max: parseDate('2030-12-31') }).map(formatDate);
  const zone = fc.constantFrom(
    RABAT,
    LISBON,
    'Europe/Vienna',
    'Africa/Malabo',
    'Africa/Cairo',
    'America/New_York',
    'UTC',
  );
  fc.assert(
    fc.property(day, zone, (date, name) => {
      expect(Date.parse(endOfDay(date, name)) + 1).toBe(Date.parse(startOfDay(addDays(date, 1), name)));
      expect(localDate(startOfDay(date, name), name)).toBe(date);
      expect(localDate(endOfDay(date, name), name)).toBe(date);
      expect(endOfDay(date, name)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:59\.999Z$/);
    }),
  );
});
