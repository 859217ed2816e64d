import { daysInMonth, isRealDate } from './days.js';
import type { IsoDate } from '../words.js';

/**
 * The same day so many months later, or earlier when `months` is negative; null when that month has no such
 * day (31 August less six months) or the year leaves 1 to 9999. What then to do is a choice, so it is not made here.
 */
export function addMonths(date: IsoDate, months: number): IsoDate | null {
  const { year, month } = monthAfter(date, months);
  const moved = written(year, month, Number(date.slice(8, 10)));
  return isRealDate(moved) ? moved : null;
}

/** The last day of the month so many months later; null when the year leaves 1 to 9999. */
export function lastDayOfMonth(date: IsoDate, months = 0): IsoDate | null {
  const { year, month } = monthAfter(date, months);
  const last = written(year, month, daysInMonth(year, month));
  return isRealDate(last) ? last : null;
}

function monthAfter(date: IsoDate, months: number): { year: number; month: number } {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

function written(year: number, month: number, day: number): IsoDate {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
