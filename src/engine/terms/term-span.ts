import { dayAfterTerm } from './chair.js';
import { addDays } from '../time/days.js';
import { lastDayOfMonth } from '../time/months.js';
import { inOrder, isToCome } from './term.js';
import type { Precision, Term } from './term.js';
import type { IsoDate } from '../words.js';

/** An approximate day is out by a week at most; whoever knows less prints a month or a year. */
const APPROXIMATE_DAYS = 7;

/** When a term that has begun chaired, as far as is known; half-open days, null where there is no bound. */
export interface TermSpan {
  readonly perhaps: { readonly from: IsoDate | null; readonly until: IsoDate | null };
  /** Null when no day is certain. */
  readonly surely: { readonly from: IsoDate; readonly until: IsoDate | null } | null;
}

interface Range {
  readonly earliest: IsoDate;
  readonly latest: IsoDate;
}

/**
 * The days on which this term perhaps and surely chaired. A bound that no source gives is taken from the neighbours in
 * the rotation: a term began no earlier than the one before it could have, and ended no later than the next could have
 * begun.
 */
export function spanOf(term: Term, terms: readonly Term[]): TermSpan {
  const begun = inOrder(terms).filter((each) => !isToCome(each) && each.state !== 'lapsed');
  const at = begun.findIndex((each) => each.id === term.id);
  const start = startRange(term);
  const end = endRange(term);
  const running = term.state === 'serving' || term.state === 'suspended';
  const surelyUntil = running ? null : (end?.earliest ?? undefined);
  const surely = start !== null && surelyUntil !== undefined && (surelyUntil === null || start.latest < surelyUntil);
  return {
    perhaps: {
      from: start?.earliest ?? earliestStart(begun.slice(0, at).reverse()),
      until: running ? null : (end?.latest ?? latestStart(begun.slice(at + 1))),
    },
    surely: surely ? { from: start.latest, until: surelyUntil } : null,
  };
}

function earliestStart(before: readonly Term[]): IsoDate | null {
  for (const term of before) {
    const known = endRange(term)?.earliest ?? startRange(term)?.earliest;
    if (known !== undefined) return known;
  }
  return null;
}

function latestStart(after: readonly Term[]): IsoDate | null {
  for (const term of after) {
    const known = startRange(term)?.latest ?? endRange(term)?.latest;
    if (known !== undefined) return known;
  }
  return null;
}

function startRange(term: Term): Range | null {
  const start = term.effective.start;
  return start === null ? null : rangeFrom(start, term.precision.start);
}

function endRange(term: Term): Range | null {
  const end = term.effective.end;
  if (end === null) return null;
  const { precision, boundary } = term;
  const range = rangeTo(end, precision.end);
  // On the last day of a month or year the term may still have acted, even if that day was shared.
  const wholePeriod = precision.end === 'month' || precision.end === 'year';
  return {
    earliest: dayAfterTerm(range.earliest, boundary),
    latest: dayAfterTerm(range.latest, wholePeriod ? 'inclusive' : boundary),
  };
}

/** A start is kept as the first day of what is known of it. */
function rangeFrom(date: IsoDate, precision: Precision): Range {
  if (precision === 'month') return { earliest: date, latest: lastDayOfMonth(date) ?? date };
  if (precision === 'year') return { earliest: date, latest: `${date.slice(0, 4)}-12-31` };
  return around(date, precision);
}

/** An end is kept as the last day of what is known of it. */
function rangeTo(date: IsoDate, precision: Precision): Range {
  if (precision === 'month') return { earliest: `${date.slice(0, 8)}01`, latest: date };
  if (precision === 'year') return { earliest: `${date.slice(0, 4)}-01-01`, latest: date };
  return around(date, precision);
}

function around(date: IsoDate, precision: Precision): Range {
  const days = precision === 'approximate' ? APPROXIMATE_DAYS : 0;
  return { earliest: addDays(date, -days), latest: addDays(date, days) };
}
