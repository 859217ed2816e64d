import type { IsoDate } from '../words.js';

/**
 * Calendar dates as day numbers: whole days since 1970-01-01, negative before it. Long walks over days are
 * integer arithmetic this way; Temporal is kept for what needs a time zone.
 *
 * Source of the arithmetic: the proleptic Gregorian calendar, in the form of Howard Hinnant's
 * "chrono-compatible low-level date algorithms" (eras of 400 years, years that begin in March).
 */

/** A date taken apart: year 1..9999, month 1..12, day 1..31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_PER_ERA = 146_097;
/** Day number of 0001-01-01, the first date there is here; databases know no year 0. */
export const FIRST_DAY = -719_162;
/** Day number of 9999-12-31, the last date that four digits can write. */
export const LAST_DAY = 2_932_896;

/** Whether February of that year has 29 days. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month (1..12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Day number of a civil date, which is taken as real: check it with `isRealDate` first. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - 719_468;
}

/** The civil date of a day number. Refuses days outside the years 1 to 9999 with a RangeError. */
export function civilDate(day: number): CivilDate {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) {
    throw new RangeError(`Day ${String(day)} is not in the years 0001 to 9999`);
  }
  const shifted = day + 719_468;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Whether the text is a date that exists, as `YYYY-MM-DD` in the years 0001 to 9999: 2024-02-30 does not. */
export function isRealDate(text: string): boolean {
  return realDay(text) !== null;
}

/** Day number of an ISO date. Refuses anything that `isRealDate` does not accept with a RangeError. */
export function parseDate(date: IsoDate): number {
  const day = realDay(date);
  if (day === null) throw new RangeError(`Not a calendar date: ${JSON.stringify(date)}`);
  return day;
}

/** ISO date of a day number. Refuses days outside the years 1 to 9999 with a RangeError. */
export function formatDate(day: number): IsoDate {
  const civil = civilDate(day);
  return `${digits(civil.year, 4)}-${digits(civil.month, 2)}-${digits(civil.day, 2)}`;
}

/** The date so many days later, or earlier when `days` is negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return formatDate(parseDate(date) + days);
}

/** Days from `from` to `to`: 1 from a day to the next, negative when `to` is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return parseDate(to) - parseDate(from);
}

/** Weekday of a date after ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekday(date: IsoDate): number {
  return weekdayOf(parseDate(date));
}

/** Weekday of a day number after ISO 8601: 1 is Monday, 7 is Sunday. Day 0, 1970-01-01, was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function realDay(text: string): number | null {
  const match = ISO_DATE.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
