import { scaleUtc } from 'd3-scale';
import { utcMonday, utcMonth, utcYear } from 'd3-time';
import { addDays } from '../engine/time/days.js';
import type { IsoDate } from '../engine/words.js';

/** Whole days, both included. */
export interface Days {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** A day with its place on an axis, in hundredths of its length. */
export interface Tick {
  readonly day: IsoDate;
  readonly at: number;
}

/** A stretch of time laid out on a line: 0 where its first day begins, 100 where its last day ends. */
export interface Axis extends Days {
  /** Where a day begins. Days outside lie below 0 and above 100. */
  readonly startOf: (day: IsoDate) => number;
  /** Where a day ends. */
  readonly endOf: (day: IsoDate) => number;
  /** First days of the months that begin on it; the month it opens in comes first, at 0. */
  readonly months: readonly Tick[];
  readonly mondays: readonly Tick[];
  /** First days of the years that begin on it; the year it opens in comes first, at 0. */
  readonly years: readonly Tick[];
}

/** Lays days out on a line. */
export function axisOf({ from, until }: Days): Axis {
  const [start, end] = [dateOf(from), dateOf(addDays(until, 1))];
  const scale = scaleUtc([start, end], [0, 100]);
  const startOf = (day: IsoDate): number => scale(dateOf(day));
  const tick = (date: Date): Tick => ({ day: dayOf(date), at: scale(date) });
  const opening = { day: from, at: 0 };
  const opened = (ticks: readonly Tick[]): readonly Tick[] => (ticks[0]?.at === 0 ? ticks : [opening, ...ticks]);
  return {
    from,
    until,
    startOf,
    endOf: (day) => startOf(addDays(day, 1)),
    months: opened(utcMonth.range(start, end).map(tick)),
    mondays: utcMonday.range(start, end).map(tick),
    years: opened(utcYear.range(start, end).map(tick)),
  };
}

/** What of some days lies on an axis, and whether they go on before or after it. */
export interface Placed {
  readonly from: number;
  readonly until: number;
  readonly goesOnBefore: boolean;
  readonly goesOnAfter: boolean;
}

/** The part of these days that an axis shows; null when all of them lie before it or after it. */
export function placedOn(axis: Axis, { from, until }: Days): Placed | null {
  if (until < axis.from || from > axis.until) return null;
  return {
    from: Math.max(axis.startOf(from), 0),
    until: Math.min(axis.endOf(until), 100),
    goesOnBefore: from < axis.from,
    goesOnAfter: until > axis.until,
  };
}

const dateOf = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): IsoDate => date.toISOString().slice(0, 10);
