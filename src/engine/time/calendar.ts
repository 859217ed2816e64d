import { formatDate, parseDate, weekdayOf } from './days.js';
import { holdsOn, openHolidays, periodOf, type HolidayRule, type Period, type Validity } from './holidays.js';
import { sharedOfficeHours } from './office-hours.js';
import type { IsoDate } from '../words.js';
import { walk, type PassedOver } from './working-days.js';

export { calendarProblems } from './calendar-problems.js';
export type { HolidayRule } from './holidays.js';

/** Days of the week off, ISO 1 (Monday) to 7 (Sunday), for as long as they are. */
export interface WeekendRule extends Validity {
  readonly days: readonly number[];
}

/** Local times `HH:MM` between which an office answers. */
export interface OfficeHours {
  readonly opens: string;
  readonly closes: string;
}

/** Office hours with a validity and, where they are special, a name, such as those of Ramadan. */
export interface OfficeHoursRule extends OfficeHours, Validity {
  readonly name?: string;
  readonly provisional?: boolean;
}

/**
 * The working week and public holidays of a place, as it is kept and edited: plain JSON, checked by
 * `calendarProblems`. Of several weekends or office hours that hold on a day the last one wins.
 */
export interface CalendarDefinition {
  /** `MA`, `PT-lisbon`: letters, digits and hyphens, at most 40. */
  readonly id: string;
  readonly name: string;
  /** IANA name. */
  readonly zone: string;
  readonly weekend: readonly WeekendRule[];
  readonly officeHours: readonly OfficeHoursRule[];
  readonly holidays: readonly HolidayRule[];
  readonly sources: readonly string[];
}

/**
 * Why a day is off. A public holiday on a weekend keeps its name and has `weekend` true: the day would be off
 * without it. A weekend without a holiday is named `weekend` and is never provisional.
 */
export interface DayOff {
  readonly name: string;
  readonly provisional: boolean;
  readonly weekend: boolean;
}

/** A walk's end, and the public holidays on the way that made it longer (none that fell on a weekend). */
export interface Step {
  readonly date: IsoDate;
  readonly passedOver: readonly PassedOver[];
}

/** A calendar that answers. Dates that do not exist are refused with a RangeError. */
export interface Calendar {
  readonly id: string;
  readonly zone: string;
  dayOff(date: IsoDate): DayOff | null;
  /** `dayOff` by day number (days.ts), for those who walk over many days. */
  offAt(day: number): DayOff | null;
  isWorkingDay(date: IsoDate): boolean;
  /** Hours on that date as if it were a working day; local to `zone`. */
  officeHours(date: IsoDate): OfficeHours;
  /**
   * The n-th working day after (n > 0) or before (n < 0) a date, which itself is not counted; n = 0 is the date,
   * working or not. Refuses with a RangeError an n that is not whole or beyond 20,000, and a calendar in which no
   * working day comes for 400 days.
   */
  step(from: IsoDate, n: number): Step;
}

/** Some ten years: what one calendar keeps in memory stays small whatever dates it is asked about. */
const MOST_DAYS_KNOWN = 4_000;

/** Opens a definition that `calendarProblems` found nothing wrong with. */
export function openCalendar(definition: CalendarDefinition): Calendar {
  const holidayOn = openHolidays(definition.holidays);
  const weekends = definition.weekend.map((rule) => ({ ...periodOf(rule), days: new Set(rule.days) }));
  const hours = definition.officeHours.map((rule) => ({ ...periodOf(rule), opens: rule.opens, closes: rule.closes }));
  const plainWeekend: DayOff = { name: 'weekend', provisional: false, weekend: true };
  return answering(
    definition.id,
    definition.zone,
    (day) => {
      const weekend = lastHolding(weekends, day)?.days.has(weekdayOf(day)) ?? false;
      const holiday = holidayOn(day);
      if (holiday !== null) return { ...holiday, weekend };
      return weekend ? plainWeekend : null;
    },
    (date) => {
      const found = lastHolding(hours, parseDate(date));
      if (found === undefined) throw new RangeError(`Calendar ${definition.id} has no office hours on ${date}`);
      return { opens: found.opens, closes: found.closes };
    },
  );
}

/**
 * The calendar of people who must all be at work: a day counts only if it is a working day in every one.
 * Zone of the first; hours are those in which all offices answer, as clocks in that zone show them, and the first
 * one's own where they share none. Refuses an empty list with a RangeError.
 * Source: the template's due rule for joint owners.
 */
export function openJointCalendar(calendars: readonly Calendar[]): Calendar {
  const [first, ...others] = calendars;
  if (first === undefined) throw new RangeError('A joint calendar needs at least one calendar');
  if (others.length === 0) return first;
  return answering(
    calendars.map((calendar) => calendar.id).join('+'),
    first.zone,
    (day) => jointlyOff(calendars.map((calendar) => calendar.offAt(day))),
    (date) => sharedOfficeHours(date, calendars),
  );
}

function answering(
  id: string,
  zone: string,
  workOut: (day: number) => DayOff | null,
  officeHours: (date: IsoDate) => OfficeHours,
): Calendar {
  const offAt = remembered(workOut);
  return {
    id,
    zone,
    offAt,
    officeHours,
    dayOff: (date) => offAt(parseDate(date)),
    isWorkingDay: (date) => offAt(parseDate(date)) === null,
    step: (from, n) => {
      const { day, passedOver } = walk(offAt, parseDate(from), n);
      return { date: formatDate(day), passedOver };
    },
  };
}

/** The tasks of a handover walk over the same few months again and again: each day is worked out once. */
function remembered(workOut: (day: number) => DayOff | null): (day: number) => DayOff | null {
  const known = new Map<number, DayOff | null>();
  return (day) => {
    let off = known.get(day);
    if (off === undefined) {
      off = workOut(day);
      if (known.size >= MOST_DAYS_KNOWN) known.clear();
      known.set(day, off);
    }
    return off;
  };
}

/** One reason of several for the same day: a certain one before an expected one, a holiday before a weekend. */
function jointlyOff(all: readonly (DayOff | null)[]): DayOff | null {
  const off = all.filter((one) => one !== null);
  if (off.length === 0) return null;
  const weekend = off.some((one) => one.weekend);
  const names = new Set(off.filter((one) => one.name !== 'weekend').map((one) => one.name));
  return {
    name: names.size === 0 ? 'weekend' : [...names].join(' / '),
    provisional: off.every((one) => one.provisional),
    weekend,
  };
}

function lastHolding<Rule extends Period>(rules: readonly Rule[], day: number): Rule | undefined {
  return rules.findLast((rule) => holdsOn(rule, day));
}
