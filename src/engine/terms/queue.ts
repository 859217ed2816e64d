import { addDays } from '../time/days.js';
import type { UnmetGate } from '../decision.js';
import { addMonths, lastDayOfMonth } from '../time/months.js';
import { gate, isTermDate } from './term-gates.js';
import { isToCome } from './term.js';
import type { Term } from './term.js';
import type { IsoDate } from '../words.js';

/** What to do with a day that the new month does not have, such as 31 August moved to February. */
export type MissingDay = 'refuse' | 'last_of_month';

/** A term that may be moved about, or why not. */
export type Found =
  { readonly term: Term; readonly gates: readonly [] } | { readonly term: null; readonly gates: readonly UnmetGate[] };

/** The term of this id if it is still to come; the chair in office and the past are not moved. */
export function toCome(terms: readonly Term[], id: string): Found {
  const term = terms.find((each) => each.id === id);
  if (term === undefined) return { term: null, gates: [gate('rotation.term_unknown', { term: id })] };
  if (!isToCome(term)) return { term: null, gates: [gate('rotation.term_fixed', { state: term.state }, id)] };
  return { term, gates: [] };
}

/** The slot of one term given to another: its place, dates, how well these are known, and how its end is printed. */
export function inSlotOf(term: Term, slot: Term): Term {
  return {
    ...term,
    position: slot.position,
    planned: slot.planned,
    precision: slot.precision,
    boundary: slot.boundary,
  };
}

/** These terms with a place made free at `position`: whatever stands there or later moves up by one. */
export function madeRoomAt(terms: readonly Term[], position: number): readonly Term[] {
  return terms.map((term) => (term.position >= position ? { ...term, position: term.position + 1 } : term));
}

/** The first place after all terms. */
export function lastPosition(terms: readonly Term[]): number {
  return terms.reduce((last, term) => Math.max(last, term.position), 0) + 1;
}

/**
 * The term with its planned dates so many months later or earlier. An inclusive end moves with the day after it, so
 * that half-years stay half-years: 31 December less six months is 30 June. Refuses a year-long guess moved by part of a
 * year, and a day that the new month does not have unless it may become the last of that month.
 */
function movedByMonths(
  term: Term,
  months: number,
  missingDay: MissingDay,
): { term: Term; gates: readonly UnmetGate[] } {
  const { start, end } = term.planned;
  const vague = months % 12 !== 0 && (term.precision.start === 'year' || term.precision.end === 'year');
  if (vague) return { term, gates: [gate('rotation.date_too_vague', { start, end, months }, term.id)] };
  const endsBefore = term.boundary === 'inclusive' || term.precision.end === 'month' || term.precision.end === 'year';
  const movedStart = start === null ? null : moved(start, months, missingDay);
  const dayAfter = end === null ? null : moved(endsBefore ? addDays(end, 1) : end, months, missingDay);
  const lost = [
    ...(start !== null && movedStart === null ? [start] : []),
    ...(end !== null && dayAfter === null ? [end] : []),
  ];
  const movedEnd = dayAfter === null || !endsBefore ? dayAfter : addDays(dayAfter, -1);
  return {
    term: { ...term, planned: { start: movedStart, end: movedEnd } },
    gates: lost.map((date) => gate('rotation.day_missing', { date, months }, term.id)),
  };
}

/** Every term to come from this place on, moved by so many months. */
export function movedFrom(
  terms: readonly Term[],
  position: number,
  months: number,
  missingDay: MissingDay,
): { terms: readonly Term[]; gates: readonly UnmetGate[] } {
  const results = terms.map((term) =>
    isToCome(term) && term.position >= position && months !== 0
      ? movedByMonths(term, months, missingDay)
      : { term, gates: [] },
  );
  return { terms: results.map((result) => result.term), gates: results.flatMap((result) => result.gates) };
}

function moved(date: IsoDate, months: number, missingDay: MissingDay): IsoDate | null {
  const target = addMonths(date, months) ?? (missingDay === 'refuse' ? null : lastDayOfMonth(date, months));
  return target !== null && isTermDate(target) ? target : null;
}
