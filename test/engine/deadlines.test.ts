import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openCalendar, openJointCalendar, type Calendar } from '../../src/engine/time/calendar.js';
import { addDays, daysBetween, formatDate } from '../../src/engine/time/days.js';
import { dueDate, dueInstant } from '../../src/engine/time/deadlines.js';
import type { Anchors, Desk, DueRule, DueUnit, IsoDate } from '../../src/engine/words.js';
import { calendarOf, definition } from './places.js';
import { readProjectFile } from '../support/project-file.js';

interface Template {
  readonly items: readonly { readonly code: string; readonly owner: Desk; readonly due: DueRule }[];
  readonly workedExample: {
    readonly anchors: Anchors;
    readonly calendars: Readonly<Record<Desk, readonly string[]>>;
    readonly holidaysUsed: Readonly<Record<string, Readonly<Record<IsoDate, string>>>>;
    readonly dueDates: Readonly<Record<string, IsoDate>>;
  };
}

const template = JSON.parse(readProjectFile('config/templates/rabat-som-handover.json')) as Template;
const { workedExample } = template;
const NO_DATES: Anchors = { HANDOVER_DATE: null, TERM_START: null, MEETING_START: null, MEETING_END: null };

function deskCalendar(desk: Desk): Calendar {
  return openJointCalendar(workedExample.calendars[desk].map(calendarOf));
}

function meetingOn(date: IsoDate): Anchors {
  return { ...NO_DATES, MEETING_START: date };
}

function rule(offset: number, unit: DueUnit): DueRule {
  return { anchor: 'MEETING_START', offset, unit };
}

describe('the worked example: Morocco hands over to Portugal on 1 February 2024', () => {
  const calendars: Readonly<Record<Desk, Calendar>> = {
    outgoing: deskCalendar('outgoing'),
    incoming: deskCalendar('incoming'),
    secretariat: deskCalendar('secretariat'),
    joint: deskCalendar('joint'),
  };

  test('it has sixty tasks, and a date for each', () => {
    expect(template.items.map((item) => item.code).sort()).toEqual(Object.keys(workedExample.dueDates).sort());
    expect(template.items).toHaveLength(60);
  });

  test.each(template.items.map((item) => [item.code, item] as const))(
    '%s is due on the published date',
    (code, item) => {
      expect(dueDate(item.due, workedExample.anchors, calendars[item.owner]).date).toBe(workedExample.dueDates[code]);
    },
  );

  test.each(
    Object.entries(workedExample.holidaysUsed).flatMap(([place, days]) =>
      Object.entries(days).map(([date, name]) => [place, date, name] as const),
    ),
  )('%s is off on %s: %s', (place, date) => {
    expect(calendarOf(place).dayOff(date)).toMatchObject({ provisional: false });
  });

  test('none of its dates waits for the moon', () => {
    const reasons = template.items.map(
      (item) => dueDate(item.due, workedExample.anchors, calendars[item.owner]).because,
    );
    expect(reasons.filter((because) => because.provisional)).toEqual([]);
  });

  test('a meeting moved from January to May is re-dated around Eid al-Fitr, and says so', () => {
    const anchors = { ...NO_DATES, MEETING_START: '2024-04-17' };
    expect(dueDate(rule(-5, 'working_days'), anchors, calendars.outgoing)).toMatchObject({
      date: '2024-04-05',
      because: {
        passedOver: [
          { date: '2024-04-12', name: 'Eid al-Fitr, day off by decision of the government' },
          { date: '2024-04-11', name: 'Eid al-Fitr, second day' },
          { date: '2024-04-10', name: 'Eid al-Fitr' },
        ],
      },
    });
  });
});

describe('due rules', () => {
  const porto = calendarOf('PT-porto');

  test('offset 0 is the anchor day itself, also on a day off, in either unit', () => {
    for (const unit of ['calendar_days', 'working_days'] as const) {
      expect(dueDate(rule(0, unit), meetingOn('2024-06-22'), porto)).toMatchObject({
        date: '2024-06-22',
        because: { moved: null, passedOver: [] },
      });
    }
  });

  test('the anchor day is not counted among working days', () => {
    expect(dueDate(rule(1, 'working_days'), meetingOn('2024-06-17'), porto).date).toBe('2024-06-18');
    expect(dueDate(rule(-1, 'working_days'), meetingOn('2024-06-17'), porto).date).toBe('2024-06-14');
  });

  test('calendar days before the anchor that end on a day off move back, and name the day', () => {
    expect(dueDate(rule(-1, 'calendar_days'), meetingOn('2024-06-25'), porto)).toEqual({
      date: '2024-06-21',
      because: {
        rule: rule(-1, 'calendar_days'),
        anchorDate: '2024-06-25',
        passedOver: [{ date: '2024-06-24', name: 'Saint John, day of Porto', provisional: false }],
        moved: { from: '2024-06-24', because: 'Saint John, day of Porto', direction: 'back' },
        provisional: false,
      },
    });
  });

  test('calendar days after the anchor that end on a day off move forward, over all that is off', () => {
    expect(dueDate(rule(2, 'calendar_days'), meetingOn('2024-06-20'), porto)).toMatchObject({
      date: '2024-06-25',
      because: {
        passedOver: [{ date: '2024-06-24' }],
        moved: { from: '2024-06-22', because: 'weekend', direction: 'forward' },
      },
    });
  });

  test('an anchor without a date gives a task without a date', () => {
    expect(dueDate(rule(-10, 'working_days'), NO_DATES, porto)).toEqual({
      date: null,
      because: { rule: rule(-10, 'working_days'), anchorDate: null, passedOver: [], moved: null, provisional: false },
    });
  });

  test('a date that a day waiting for the moon has pushed is provisional', () => {
    const rabat = calendarOf('MA');
    expect(dueDate(rule(1, 'working_days'), meetingOn('2027-03-09'), rabat).because.provisional).toBe(true);
    expect(dueDate(rule(1, 'calendar_days'), meetingOn('2027-03-09'), rabat).because.provisional).toBe(true);
    expect(dueDate(rule(1, 'working_days'), meetingOn('2027-03-02'), rabat).because.provisional).toBe(false);
  });

  test('a part of a day, a lifetime of days and a date that does not exist are refused', () => {
    expect(() => dueDate(rule(1.5, 'working_days'), meetingOn('2024-01-31'), porto)).toThrow(RangeError);
    expect(() => dueDate(rule(1.5, 'calendar_days'), meetingOn('2024-01-31'), porto)).toThrow(RangeError);
    expect(() => dueDate(rule(30_000, 'working_days'), meetingOn('2024-01-31'), porto)).toThrow(RangeError);
    expect(() => dueDate(rule(30_000, 'calendar_days'), meetingOn('2024-01-31'), porto)).toThrow(RangeError);
    expect(() => dueDate(rule(1, 'working_days'), meetingOn('2024-02-30'), porto)).toThrow(RangeError);
  });
});

describe('the end of a due date', () => {
  test('is the end of that day in the zone of the owner', () => {
    expect(dueInstant('2024-01-31', ['Europe/Vienna'])).toBe('2024-01-31T22:59:59.999Z');
  });

  test("a joint task is due when the earlier side's day ends, whichever that is this month", () => {
    const sides = ['Africa/Casablanca', 'Europe/Lisbon'];
    // Rabat is an hour ahead of Lisbon in winter, level in Ramadan, an hour behind from 31 March to 14 April 2024.
    expect(dueInstant('2024-02-01', sides)).toBe('2024-02-01T22:59:59.999Z');
    expect(dueInstant('2024-03-20', sides)).toBe('2024-03-20T23:59:59.999Z');
    expect(dueInstant('2024-04-05', sides)).toBe('2024-04-05T22:59:59.999Z');
    expect(dueInstant('2024-04-05', ['Africa/Casablanca'])).toBe('2024-04-05T23:59:59.999Z');
  });

  test('needs a zone', () => {
    expect(() => dueInstant('2024-02-01', [])).toThrow(RangeError);
  });
});

describe('for any anchor and offset', () => {
  const anchorDay = fc.integer({
    min: daysBetween('1970-01-01', '2017-01-01'),
    max: daysBetween('1970-01-01', '2028-12-31'),
  });
  const offset = fc.integer({ min: -120, max: 120 });
  const unit = fc.constantFrom<DueUnit>('calendar_days', 'working_days');
  const joint = openJointCalendar([calendarOf('MA'), calendarOf('PT')]);

  test('calendar days end on a working day, unless the offset is 0, and move at most a week and a half', () => {
    fc.assert(
      fc.property(anchorDay, offset, (day, days) => {
        const { date, because } = dueDate(rule(days, 'calendar_days'), meetingOn(formatDate(day)), joint);
        const plain = addDays(formatDate(day), days);
        if (date === null) throw new Error('dated anchors give dates');
        if (days !== 0) expect(joint.isWorkingDay(date)).toBe(true);
        const moved = daysBetween(plain, date);
        expect(Math.abs(moved)).toBeLessThanOrEqual(10);
        expect(moved === 0 || Math.sign(moved) === Math.sign(days)).toBe(true);
        expect(because.moved === null).toBe(moved === 0);
      }),
    );
  });

  test('a later anchor never gives an earlier due date', () => {
    fc.assert(
      fc.property(anchorDay, anchorDay, offset, unit, (a, b, days, unit) => {
        const [first, second] = [a, b]
          .sort((one, other) => one - other)
          .map((day) => dueDate(rule(days, unit), meetingOn(formatDate(day)), joint).date);
        expect(String(first) <= String(second)).toBe(true);
      }),
    );
  });

  test('a greater offset never gives an earlier due date', () => {
    fc.assert(
      fc.property(anchorDay, offset, offset, unit, (day, a, b, unit) => {
        const [first, second] = [a, b]
          .sort((one, other) => one - other)
          .map((days) => dueDate(rule(days, unit), meetingOn(formatDate(day)), joint).date);
        expect(String(first) <= String(second)).toBe(true);
      }),
    );
  });

  test('without days off, working days are calendar days', () => {
    const always = openCalendar(definition({ weekend: [] }));
    fc.assert(
      fc.property(anchorDay, offset, (day, days) => {
        const anchors = meetingOn(formatDate(day));
        const worked = dueDate(rule(days, 'working_days'), anchors, always).date;
        expect(worked).toBe(dueDate(rule(days, 'calendar_days'), anchors, always).date);
      }),
    );
  });
});
