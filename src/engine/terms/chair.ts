import { addDays } from '../time/days.js';
import { isInTheChair, isToCome } from './term.js';
import type { Boundary, Term } from './term.js';
import type { IsoDate } from '../words.js';

/** Whole days, half open: `until` is the first day that no longer belongs to it, null when it has no end yet. */
export interface ChairInterval {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/** Two neighbours of the rotation that do not meet: both on the same days, or none on the days between them. */
export interface RotationProblem {
  readonly kind: 'overlap' | 'gap';
  readonly first: string;
  readonly second: string;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  /**
   * `fact`: both terms have begun. `plan`: at least one is still to come, and until then the outgoing chair serves on.
   */
  readonly in: 'fact' | 'plan';
}

/** The first day after a term with this printed end: a shared day already belongs to the successor. */
export function dayAfterTerm(end: IsoDate, boundary: Boundary): IsoDate {
  return boundary === 'shared_day' ? end : addDays(end, 1);
}

/** The end to print for a term whose successor begins on this day. */
export function endBefore(nextStart: IsoDate, boundary: Boundary): IsoDate {
  return boundary === 'shared_day' ? nextStart : addDays(nextStart, -1);
}

/**
 * The days on which the term is the legal chair (or the declared vacancy), for the rule that a body has at most one.
 * Null for a term that has not begun or never will, for a disputed one, which only claims the chair, and for one whose
 * days are not known exactly. On a shared day the successor is the legal chair: the chair passes to it that day.
 */
export function chairInterval(term: Term): ChairInterval | null {
  const { start, end } = term.effective;
  if (start === null || term.precision.start !== 'day' || term.certainty === 'disputed') return null;
  if (isInTheChair(term)) return { from: start, until: null };
  if (term.state !== 'concluded' || end === null || term.precision.end !== 'day') return null;
  return { from: start, until: dayAfterTerm(end, term.boundary) };
}

/**
 * The days the term takes in the rotation: those it ran once it is concluded, from its real start to its planned end
 * while it serves, the planned ones before. Null when it has none, or none known exactly; `until` null when open.
 */
export function slotOf(term: Term): ChairInterval | null {
  if (term.state === 'concluded') return chairInterval(term);
  if (term.state === 'lapsed' || term.certainty === 'disputed' || term.precision.start !== 'day') return null;
  const start = isToCome(term) ? term.planned.start : term.effective.start;
  if (start === null) return null;
  const end = term.precision.end === 'day' ? term.planned.end : null;
  return { from: start, until: end === null ? null : dayAfterTerm(end, term.boundary) };
}

/** Every pair of terms that would chair, or are planned to chair, on the same day; the earlier one is named first. */
export function overlaps(terms: readonly Term[]): readonly RotationProblem[] {
  const placed = bySlot(terms);
  return placed.flatMap((first, at) =>
    placed.slice(at + 1).flatMap((second) => {
      const shared = intersection(first.chair, second.chair) ?? intersection(first.known, second.known);
      return shared === null ? [] : [problem('overlap', first, second, shared)];
    }),
  );
}

/**
 * The days between two terms that neither takes. A declared vacancy is a term of its own and leaves no gap. Nothing is
 * said about a pair with a term of unknown days between them, nor after a term whose end is open.
 */
export function gaps(terms: readonly Term[]): readonly RotationProblem[] {
  const placed = bySlot(terms);
  const unplaced = terms.filter((term) => term.state !== 'lapsed' && slotOf(term) === null);
  return placed.slice(1).flatMap((next, at) => {
    const previous = placed[at];
    const until = previous?.slot.until ?? null;
    if (previous === undefined || until === null || until >= next.slot.from) return [];
    const between = unplaced.some(
      (term) => term.position > previous.term.position && term.position < next.term.position,
    );
    return between ? [] : [problem('gap', previous, next, { from: until, until: next.slot.from })];
  });
}

/** A term with its days. `known` is its slot as far as it is known: an open plan claims its first day only. */
interface Placed {
  readonly term: Term;
  readonly slot: ChairInterval;
  readonly known: ChairInterval;
  readonly chair: ChairInterval | null;
}

function bySlot(terms: readonly Term[]): readonly Placed[] {
  return terms
    .flatMap((term): Placed[] => {
      const slot = slotOf(term);
      if (slot === null) return [];
      const known = { from: slot.from, until: slot.until ?? addDays(slot.from, 1) };
      return [{ term, slot, known, chair: chairInterval(term) }];
    })
    .sort((a, b) =>
      a.slot.from < b.slot.from ? -1 : a.slot.from > b.slot.from ? 1 : a.term.position - b.term.position,
    );
}

function problem(kind: 'overlap' | 'gap', first: Placed, second: Placed, days: ChairInterval): RotationProblem {
  const begun = first.chair !== null && second.chair !== null;
  return { kind, first: first.term.id, second: second.term.id, ...days, in: begun ? 'fact' : 'plan' };
}

function intersection(a: ChairInterval | null, b: ChairInterval | null): ChairInterval | null {
  if (a === null || b === null) return null;
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until === null ? b.until : b.until === null ? a.until : a.until < b.until ? a.until : b.until;
  return until !== null && until <= from ? null : { from, until };
}
