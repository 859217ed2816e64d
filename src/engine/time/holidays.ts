import { civilDate, dayNumber, daysInMonth, parseDate } from './days.js';
import type { IsoDate } from '../words.js';

/** The first and last date on which something holds, both included; an absent end is open. */
export interface Validity {
  readonly validFrom?: IsoDate;
  readonly validTo?: IsoDate;
}

/** What every holiday rule carries: its name, when it holds, where it comes from, whether it is only expected. */
export interface HolidayRuleBasis extends Validity {
  readonly name: string;
  /** Where the rule is from: a decree, a law, or honestly `general knowledge`. */
  readonly source?: string;
  /** True while the day is expected and not decreed, as with feasts that wait for the moon. */
  readonly provisional?: boolean;
}

/** The same month and day each year; 29 February holds in leap years only. */
export interface YearlyRule extends HolidayRuleBasis {
  readonly kind: 'yearly';
  readonly month: number;
  readonly day: number;
}

/** So many days after (or, negative, before) Easter Sunday of the western churches. */
export interface EasterRule extends HolidayRuleBasis {
  readonly kind: 'easter';
  readonly offset: number;
}

/** Dates one by one, for feasts of the moon and single decrees; a date's own `provisional` stands before the rule's. */
export interface DatesRule extends HolidayRuleBasis {
  readonly kind: 'dates';
  readonly dates: readonly { readonly date: IsoDate; readonly provisional?: boolean }[];
}

/** A rule that gives public holidays, told apart by `kind`. It survives JSON. */
export type HolidayRule = YearlyRule | EasterRule | DatesRule;

/** A public holiday: its name, and whether it is only expected. */
export interface Holiday {
  readonly name: string;
  readonly provisional: boolean;
}

/** Validity in day numbers, so that asking costs two comparisons. */
export interface Period {
  readonly first: number;
  readonly last: number;
}

/** The day numbers of a validity; open ends are infinite. */
export function periodOf(validity: Validity): Period {
  return {
    first: validity.validFrom === undefined ? -Infinity : parseDate(validity.validFrom),
    last: validity.validTo === undefined ? Infinity : parseDate(validity.validTo),
  };
}

/** Whether a period holds on a day. */
export function holdsOn(period: Period, day: number): boolean {
  return period.first <= day && day <= period.last;
}

/** What gives the holiday of a day number, or null. Years are worked out once, when first asked for. */
export function openHolidays(rules: readonly HolidayRule[]): (day: number) => Holiday | null {
  const listed = listedByYear(rules);
  const recurring = rules.filter((rule) => rule.kind !== 'dates');
  const years = new Map<number, ReadonlyMap<number, Holiday>>();
  return (day) => {
    const { year } = civilDate(day);
    let holidays = years.get(year);
    if (holidays === undefined) {
      holidays = holidaysOf([...recurring.flatMap((rule) => dayIn(year, rule)), ...(listed.get(year) ?? [])]);
      years.set(year, holidays);
    }
    return holidays.get(day) ?? null;
  };
}

/**
 * Day number of Easter Sunday of the western churches in a year.
 * Source: the anonymous Gregorian algorithm as printed by J. Meeus, Astronomical Algorithms, chapter 8.
 */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((8 * b + 13) / 25);
  const g = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const h = Math.floor((a + 11 * g) / 319);
  const r = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - g + h + 32) % 7;
  const month = Math.floor((g - h + r + 90) / 25);
  return dayNumber(year, month, (g - h + r + month + 19) % 32);
}

interface HolidayOnDay extends Holiday {
  readonly day: number;
}

/** Two feasts on one day: the certain one makes the day off for sure, whichever comes first in the file. */
function holidaysOf(all: readonly HolidayOnDay[]): ReadonlyMap<number, Holiday> {
  const holidays = new Map<number, Holiday>();
  for (const { day, name, provisional } of all) {
    const known = holidays.get(day);
    if (known === undefined || (known.provisional && !provisional)) holidays.set(day, { name, provisional });
  }
  return holidays;
}

function dayIn(year: number, rule: YearlyRule | EasterRule): readonly HolidayOnDay[] {
  if (rule.kind === 'yearly' && rule.day > daysInMonth(year, rule.month)) return [];
  const day = rule.kind === 'yearly' ? dayNumber(year, rule.month, rule.day) : easterSunday(year) + rule.offset;
  return holdsOn(periodOf(rule), day) ? [{ day, name: rule.name, provisional: rule.provisional ?? false }] : [];
}

function listedByYear(rules: readonly HolidayRule[]): ReadonlyMap<number, HolidayOnDay[]> {
  const years = new Map<number, HolidayOnDay[]>();
  for (const rule of rules) {
    if (rule.kind !== 'dates') continue;
    const period = periodOf(rule);
    for (const entry of rule.dates) {
      const day = parseDate(entry.date);
      if (!holdsOn(period, day)) continue;
      const { year } = civilDate(day);
      const known = years.get(year) ?? [];
      known.push({ day, name: rule.name, provisional: entry.provisional ?? rule.provisional ?? false });
      years.set(year, known);
    }
  }
  return years;
}
