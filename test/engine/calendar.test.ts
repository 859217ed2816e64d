import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openCalendar, openJointCalendar, type Calendar } from '../../src/engine/time/calendar.js';
import { addDays, daysBetween, formatDate, parseDate, weekday } from '../../src/engine/time/days.js';
import { easterSunday, type HolidayRule } from '../../src/engine/time/holidays.js';
import { calendarOf, definition } from './places.js';

function withHolidays(...holidays: HolidayRule[]): Calendar {
  return openCalendar(definition({ holidays }));
}

describe('a day off', () => {
  const founding: HolidayRule = {
    kind: 'yearly',
    month: 6,
    day: 5,
    name: 'Founding Day',
    validFrom: '2024-06-05',
    validTo: '2026-06-04',
  };

  test('a holiday holds from its first to its last date of validity, both included', () => {
    const calendar = withHolidays(founding);
    const off = ['2023-06-05', '2024-06-05', '2025-06-05', '2026-06-05'].map((date) => calendar.dayOff(date)?.name);
    expect(off).toEqual([undefined, 'Founding Day', 'Founding Day', undefined]);
  });

  test('a holiday on a weekend keeps its name, and says that the day was off anyway', () => {
    const calendar = withHolidays({ kind: 'yearly', month: 6, day: 5, name: 'Founding Day' });
    expect(calendar.dayOff('2021-06-05')).toEqual({ name: 'Founding Day', provisional: false, weekend: true });
    expect(calendar.dayOff('2021-06-06')).toEqual({ name: 'weekend', provisional: false, weekend: true });
    expect(calendar.dayOff('2021-06-07')).toBeNull();
  });

  test('a feast on 29 February is kept in leap years only', () => {
    const calendar = withHolidays({ kind: 'yearly', month: 2, day: 29, name: 'Leap Day' });
    expect(calendar.dayOff('2024-02-29')?.name).toBe('Leap Day');
    expect(calendar.isWorkingDay('2023-03-01')).toBe(true);
  });

  test('of two feasts on one day the certain one decides, in whichever order they are written', () => {
    const dates = [{ date: '2024-06-05' }];
    const certain: HolidayRule = { kind: 'dates', name: 'Decreed Day', dates };
    const expected: HolidayRule = { kind: 'dates', name: 'Moon Feast', provisional: true, dates };
    for (const calendar of [withHolidays(certain, expected), withHolidays(expected, certain)]) {
      expect(calendar.dayOff('2024-06-05')).toEqual({ name: 'Decreed Day', provisional: false, weekend: false });
    }
  });

  test('listed dates outside the validity of their rule do not hold', () => {
    const dates = [{ date: '2024-06-05' }, { date: '2025-06-05' }];
    const calendar = withHolidays({ kind: 'dates', name: 'Moon Feast', dates, validTo: '2024-12-31' });
    expect([calendar.isWorkingDay('2024-06-05'), calendar.isWorkingDay('2025-06-05')]).toEqual([false, true]);
  });

  test("a listed date's own provisional flag stands before its rule's", () => {
    const dates = [{ date: '2024-06-05' }, { date: '2025-06-05', provisional: false }];
    const calendar = withHolidays({ kind: 'dates', name: 'Moon Feast', provisional: true, dates });
    expect(calendar.dayOff('2024-06-05')?.provisional).toBe(true);
    expect(calendar.dayOff('2025-06-05')?.provisional).toBe(false);
  });

  test('a date that does not exist is refused', () => {
    expect(() => withHolidays().dayOff('2024-02-30')).toThrow(RangeError);
    expect(() => withHolidays().step('2024-02-30', 1)).toThrow(RangeError);
    expect(() => withHolidays().officeHours('2024-02-30')).toThrow(RangeError);
  });

  // Published dates of Easter Sunday, among them its earliest and latest of these centuries.
  test.each([
    '1818-03-22',
    '1943-04-25',
    '2000-04-23',
    '2008-03-23',
    '2019-04-21',
    '2024-03-31',
    '2038-04-25',
    '2285-03-22',
  ])('Easter Sunday was or will be on %s', (date) => {
    expect(formatDate(easterSunday(Number(date.slice(0, 4))))).toBe(date);
  });
});

describe('the working week', () => {
  const moving = openCalendar(
    definition({
      weekend: [
        { days: [5, 6], validTo: '2021-12-31' },
        { days: [6, 7], validFrom: '2022-01-01' },
      ],
    }),
  );

  test('may change on a date: Friday and Saturday off before it, Saturday and Sunday from it on', () => {
    // Friday 31 December 2021 was off under the old week; Sunday 2 January 2022 is off under the new one.
    expect(moving.step('2021-12-29', 1).date).toBe('2021-12-30');
    expect(moving.step('2021-12-30', 1).date).toBe('2022-01-03');
    expect(moving.step('2022-01-03', -1).date).toBe('2021-12-30');
    expect(moving.isWorkingDay('2021-12-26')).toBe(true);
    expect(moving.isWorkingDay('2022-01-07')).toBe(true);
  });

  test('of two weekends that hold on a day the last one written wins', () => {
    const calendar = openCalendar(
      definition({ weekend: [{ days: [6, 7] }, { days: [5], validFrom: '2024-01-01', validTo: '2024-01-31' }] }),
    );
    expect(calendar.isWorkingDay('2024-01-05')).toBe(false);
    expect(calendar.isWorkingDay('2024-01-06')).toBe(true);
    expect(calendar.isWorkingDay('2024-02-03')).toBe(false);
  });
});

describe('stepping over working days', () => {
  test('names the holidays passed over in the order met, but no weekends, nor holidays on them', () => {
    const calendar = withHolidays(
      { kind: 'dates', name: 'Moon Feast', provisional: true, dates: [{ date: '2024-06-06' }] },
      { kind: 'yearly', month: 6, day: 7, name: 'Founding Day' },
      { kind: 'yearly', month: 6, day: 8, name: "Saturday's Feast" },
    );
    const moon = { date: '2024-06-06', name: 'Moon Feast', provisional: true };
    const founding = { date: '2024-06-07', name: 'Founding Day', provisional: false };
    expect(calendar.step('2024-06-05', 1)).toEqual({ date: '2024-06-10', passedOver: [moon, founding] });
    expect(calendar.step('2024-06-10', -1)).toEqual({ date: '2024-06-05', passedOver: [founding, moon] });
  });

  test('a walk of many years is no reason to give up', () => {
    expect(withHolidays().step('2024-01-01', 5 * 52 * 30).date).toBe(addDays('2024-01-01', 7 * 52 * 30));
  });

  test('no step at all stays where it is, also on a day off', () => {
    expect(withHolidays().step('2024-06-08', 0)).toEqual({ date: '2024-06-08', passedOver: [] });
  });

  test('ends with a refusal where no working day ever comes', () => {
    const never = openCalendar(definition({ weekend: [{ days: [1, 2, 3, 4, 5, 6, 7] }] }));
    expect(() => never.step('2024-06-05', 1)).toThrow(RangeError);
    expect(() => never.step('2024-06-05', -1)).toThrow('No working day in 400 days');
  });

  test.each([0.5, Number.NaN, Infinity, 20_001, -20_001])('%d steps are refused', (n) => {
    expect(() => withHolidays().step('2024-06-05', n)).toThrow(RangeError);
  });

  test('does not leave the calendar at its last day', () => {
    expect(() => withHolidays().step('9999-12-30', 5)).toThrow(RangeError);
  });
});

describe('office hours', () => {
  test('in Rabat they are 08:30 to 16:30, and 09:00 to 15:00 in Ramadan', () => {
    const rabat = calendarOf('MA');
    const ramadan = ['2024-03-11', '2024-03-12', '2024-04-09', '2024-04-10'].map(
      (date) => rabat.officeHours(date).opens,
    );
    expect(ramadan).toEqual(['08:30', '09:00', '09:00', '08:30']);
    expect(rabat.officeHours('2024-03-20')).toEqual({ opens: '09:00', closes: '15:00' });
  });

  test('a calendar without hours on a day is refused when asked for them', () => {
    const silent = openCalendar(
      definition({ officeHours: [{ opens: '09:00', closes: '17:00', validFrom: '2024-01-01' }] }),
    );
    expect(() => silent.officeHours('2023-12-29')).toThrow(RangeError);
  });
});

describe('a joint calendar', () => {
  const rabat = calendarOf('MA');
  const lisbon = calendarOf('PT');
  const joint = openJointCalendar([rabat, lisbon]);

  test('is named after its parts and lives in the zone of the first', () => {
    expect([joint.id, joint.zone]).toEqual(['MA+PT', 'Africa/Casablanca']);
    expect(openJointCalendar([lisbon])).toBe(lisbon);
    expect(() => openJointCalendar([])).toThrow(RangeError);
  });

  test('a holiday of either side is off for both, and a weekend of either is a weekend', () => {
    expect(joint.dayOff('2024-01-11')?.name).toBe('Independence Manifesto');
    expect(joint.dayOff('2024-04-25')?.name).toBe('Freedom Day');
    expect(joint.dayOff('2024-01-01')).toEqual({ name: 'New Year', provisional: false, weekend: false });
    expect(joint.dayOff('2024-02-03')).toEqual({ name: 'weekend', provisional: false, weekend: true });
  });

  test("one side's holiday on the other side's weekend costs nothing", () => {
    const fridays = openCalendar(definition({ weekend: [{ days: [5, 6] }] }));
    const feast = withHolidays({ kind: 'dates', name: 'Decreed Day', dates: [{ date: '2024-06-07' }] });
    const both = openJointCalendar([feast, fridays]);
    expect(both.dayOff('2024-06-07')).toEqual({ name: 'Decreed Day', provisional: false, weekend: true });
    expect(both.step('2024-06-06', 1)).toEqual({ date: '2024-06-10', passedOver: [] });
  });

  test('a day that one side expects and the other has for certain is certain', () => {
    const feast = (provisional: boolean, name: string): Calendar =>
      withHolidays({ kind: 'dates', name, provisional, dates: [{ date: '2024-06-05' }] });
    const both = openJointCalendar([feast(true, 'Moon Feast'), feast(false, 'Founding Day')]);
    expect(both.dayOff('2024-06-05')).toEqual({
      name: 'Moon Feast / Founding Day',
      provisional: false,
      weekend: false,
    });
    expect(openJointCalendar([feast(true, 'Moon Feast'), withHolidays()]).dayOff('2024-06-05')?.provisional).toBe(true);
  });

  test('its hours are those in which both offices answer, on the clock of the first', () => {
    // In February Lisbon opens when it is 10:00 in Rabat; in Ramadan both clocks agree; on 11 April Lisbon is ahead.
    expect(joint.officeHours('2024-02-01')).toEqual({ opens: '10:00', closes: '16:30' });
    expect(joint.officeHours('2024-03-20')).toEqual({ opens: '09:00', closes: '15:00' });
    expect(joint.officeHours('2024-04-11')).toEqual({ opens: '08:30', closes: '16:00' });
    expect(openJointCalendar([lisbon, rabat]).officeHours('2024-02-01')).toEqual({ opens: '09:00', closes: '15:30' });
  });

  test('offices that share no hour answer in those of the first', () => {
    const tokyo = openCalendar(definition({ zone: 'Asia/Tokyo' }));
    expect(openJointCalendar([tokyo, lisbon]).officeHours('2024-02-01')).toEqual({ opens: '09:00', closes: '17:00' });
  });
});

describe('for any day and any number of steps', () => {
  const places = ['MA', 'PT', 'PT-porto', 'AT', 'BF', 'GQ', 'NG'].map(calendarOf);
  const single = fc.constantFrom(...places);
  const either = fc.oneof(
    single,
    fc.tuple(single, single).map((pair) => openJointCalendar(pair)),
  );
  const date = fc.integer({ min: parseDate('2017-01-01'), max: parseDate('2029-12-31') }).map(formatDate);
  const steps = fc.integer({ min: 1, max: 150 });
  const direction = fc.constantFrom(1, -1);

  test('a step never goes the wrong way, and ends on a working day', () => {
    fc.assert(
      fc.property(either, date, steps, direction, (calendar, from, n, way) => {
        const { date: to } = calendar.step(from, n * way);
        expect(calendar.isWorkingDay(to)).toBe(true);
        expect(daysBetween(from, to) * way).toBeGreaterThanOrEqual(n);
      }),
    );
  });

  test('between the start and the end lie exactly the working days counted, and the holidays named', () => {
    fc.assert(
      fc.property(either, date, steps, direction, (calendar, from, n, way) => {
        const { date: to, passedOver } = calendar.step(from, n * way);
        const walked = Array.from({ length: Math.abs(daysBetween(from, to)) }, (_, index) =>
          addDays(from, (index + 1) * way),
        );
        expect(walked.filter((day) => calendar.isWorkingDay(day))).toHaveLength(n);
        const holidays = walked.filter((day) => calendar.dayOff(day)?.weekend === false);
        expect(passedOver.map((holiday) => holiday.date)).toEqual(holidays);
      }),
      { numRuns: 60 },
    );
  });

  test('from a working day, n steps there and n back return to it', () => {
    fc.assert(
      fc.property(either, date, steps, direction, (calendar, anywhere, n, way) => {
        const from = calendar.isWorkingDay(anywhere) ? anywhere : calendar.step(anywhere, 1).date;
        expect(calendar.step(calendar.step(from, n * way).date, -n * way).date).toBe(from);
      }),
    );
  });

  test('n steps and then m are n + m steps', () => {
    fc.assert(
      fc.property(either, date, steps, steps, direction, (calendar, from, n, m, way) => {
        const twice = calendar.step(calendar.step(from, n * way).date, m * way);
        expect(twice.date).toBe(calendar.step(from, (n + m) * way).date);
      }),
    );
  });

  test('a joint calendar works on a day exactly if every side does, whichever is named first', () => {
    fc.assert(
      fc.property(single, single, date, (one, other, day) => {
        const working = one.isWorkingDay(day) && other.isWorkingDay(day);
        expect(openJointCalendar([one, other]).isWorkingDay(day)).toBe(working);
        expect(openJointCalendar([other, one]).isWorkingDay(day)).toBe(working);
      }),
    );
  });

  test('a joint calendar never gets there sooner than a side alone', () => {
    fc.assert(
      fc.property(single, single, date, steps, direction, (one, other, from, n, way) => {
        const alone = daysBetween(from, one.step(from, n * way).date) * way;
        const together = daysBetween(from, openJointCalendar([one, other]).step(from, n * way).date) * way;
        expect(together).toBeGreaterThanOrEqual(alone);
      }),
    );
  });

  test('a working day never falls on a day of the weekend', () => {
    fc.assert(fc.property(single, date, (calendar, day) => !calendar.isWorkingDay(day) || weekday(day) <= 5));
  });
});
