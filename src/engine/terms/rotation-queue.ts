import { dayAfterTerm, endBefore } from './chair.js';
import type { UnmetGate } from '../decision.js';
import { addMonths } from '../time/months.js';
import { inSlotOf, lastPosition, madeRoomAt, movedFrom, toCome } from './queue.js';
import type { MissingDay } from './queue.js';
import { withTerm } from './succession.js';
import type { Outcome } from './succession.js';
import { dateGates, draftGates, gate, lengthGates } from './term-gates.js';
import { inOrder, isToCome, termFrom } from './term.js';
import type { Boundary, Term, TermDraft } from './term.js';
import type { IsoDate } from '../words.js';

/** No queue is moved by more than a century at once. */
const MOST_MONTHS = 1200;

/** A new turn before another one, or at the end; the turns from there on move by so many months. */
export interface Insertion {
  readonly operation: 'insert';
  readonly term: TermDraft;
  readonly before: string | null;
  readonly laterMonths: number;
}

/** A turn is not taken. The slots stay; the later turns keep theirs, or each moves up into the one before it. */
export interface Skip {
  readonly operation: 'skip';
  readonly term: string;
  readonly later: 'keep_dates' | 'move_up';
}

/** Two turns exchange their slots, one time only; those between them keep theirs. */
export interface Swap {
  readonly operation: 'swap';
  readonly first: string;
  readonly second: string;
}

/** All turns from one on move by so many months; turns may be given up and one put in by the same decision. */
export interface Shift {
  readonly operation: 'shift';
  readonly from: string;
  readonly months: number;
  readonly givenUp: readonly string[];
  readonly insert: { readonly term: TermDraft; readonly before: string | null } | null;
  readonly missingDay: MissingDay;
}

/**
 * A turn becomes a bridge of unusual length to this printed end; the later ones follow it in a new rhythm, or keep
 * their dates.
 */
export interface Bridging {
  readonly operation: 'bridge';
  readonly term: string;
  readonly end: IsoDate;
  readonly later: { readonly months: number; readonly boundary: Boundary } | null;
}

/** Puts a turn into the queue. Refuses an id that is taken, a place in the past, and dates that others have. */
export function insert(terms: readonly Term[], command: Insertion): Outcome {
  const months = monthGates(command.laterMonths, true);
  const put = putIn(terms, command.term, command.before);
  if (put.term === null || months.length > 0) return { terms, gates: [...put.gates, ...months] };
  const moved = movedFrom(put.rest, put.term.position, command.laterMonths, 'refuse');
  return { terms: [...moved.terms, put.term], gates: moved.gates };
}

/** Refuses a turn that has begun, was skipped already or is not known. Cases: Myanmar in ASEAN 2006 and 2026. */
export function skip(terms: readonly Term[], command: Skip): Outcome {
  const { term, gates } = toCome(terms, command.term);
  if (term === null) return { terms, gates };
  const lapsed = withTerm(terms, { ...term, state: 'lapsed' });
  if (command.later === 'keep_dates') return { terms: lapsed, gates: [] };
  const later = inOrder(terms).filter((each) => isTurn(each) && each.position > term.position);
  const movedUp = later.map((each, at) => inDatesOf(each, later[at - 1] ?? term));
  return { terms: movedUp.reduce(withTerm, lapsed), gates: [] };
}

/** Case: Indonesia 2011 and Brunei 2013 in ASEAN, Cambodia 2012 untouched. Doing it twice undoes it. */
export function swap(terms: readonly Term[], command: Swap): Outcome {
  const first = toCome(terms, command.first);
  const second = toCome(terms, command.second);
  const same = command.first === command.second ? [gate('rotation.same_term', { term: command.first })] : [];
  if (first.term === null || second.term === null || same.length > 0) {
    return { terms, gates: [...first.gates, ...second.gates, ...same] };
  }
  const swapped = [inSlotOf(first.term, second.term), inSlotOf(second.term, first.term)];
  return { terms: swapped.reduce(withTerm, terms), gates: [] };
}

/**
 * Moves the queue from one turn on. Case: the Council of the European Union in 2016, when the United Kingdom gave up
 * its turn, all later ones came six months forward and Croatia was put in after Finland.
 */
export function shift(terms: readonly Term[], command: Shift): Outcome {
  const from = toCome(terms, command.from);
  const givenUp = command.givenUp.map((id) => toCome(terms, id));
  const wrong: readonly UnmetGate[] = [
    ...from.gates,
    ...givenUp.flatMap((each) => each.gates),
    ...monthGates(command.months, false),
    ...(command.givenUp.includes(command.from) ? [gate('rotation.same_term', { term: command.from })] : []),
  ];
  if (from.term === null || wrong.length > 0) return { terms, gates: wrong };
  const lapsed = givenUp.flatMap((each): Term[] => (each.term === null ? [] : [{ ...each.term, state: 'lapsed' }]));
  const moved = movedFrom(lapsed.reduce(withTerm, terms), from.term.position, command.months, command.missingDay);
  if (command.insert === null) return moved;
  const put = putIn(moved.terms, command.insert.term, command.insert.before);
  return put.term === null
    ? { terms, gates: [...moved.gates, ...put.gates] }
    : { terms: [...put.rest, put.term], gates: moved.gates };
}

/** Case: Thailand in ASEAN, 24 July 2008 to the end of 2009, to come from summers to calendar years. */
export function bridge(terms: readonly Term[], command: Bridging): Outcome {
  const { term, gates } = toCome(terms, command.term);
  const { end, later } = command;
  const wrong = [
    ...gates,
    ...dateGates({ end }),
    ...(later === null ? [] : monthGates(later.months, false)),
    ...(later !== null && later.months < 0 ? [gate('rotation.months_out_of_range', { months: later.months })] : []),
  ];
  if (term === null || wrong.length > 0) return { terms, gates: wrong };
  const bridging: Term = {
    ...term,
    kind: 'bridging',
    planned: { start: term.planned.start, end },
    boundary: later?.boundary ?? term.boundary,
    precision: { start: term.precision.start, end: 'day' },
  };
  const short = lengthGates(bridging, term.planned.start, end);
  const bridged = withTerm(terms, bridging);
  if (later === null || short.length > 0) return { terms: bridged, gates: short };
  const queue = inOrder(terms).filter((each) => isTurn(each) && each.position > term.position);
  const laid = laidOut(queue, dayAfterTerm(end, later.boundary), later.months, later.boundary);
  return { terms: laid.terms.reduce(withTerm, bridged), gates: laid.gates };
}

/** Turns laid end to end from a day on, each so many months long. */
function laidOut(queue: readonly Term[], from: IsoDate, months: number, boundary: Boundary): Outcome {
  const starts = [0, ...queue.map((_, at) => at + 1)].map((at) => addMonths(from, at * months));
  const missing = starts.some((start) => start === null);
  if (missing) return { terms: [], gates: [gate('rotation.day_missing', { date: from, months })] };
  const terms = queue.map((term, at): Term => {
    const next = starts[at + 1] ?? null;
    const planned = { start: starts[at] ?? null, end: next === null ? null : endBefore(next, boundary) };
    return { ...term, planned, boundary, precision: { start: 'day', end: 'day' } };
  });
  return { terms, gates: [] };
}

type PutIn =
  | { readonly term: Term; readonly rest: readonly Term[]; readonly gates: readonly [] }
  | { readonly term: null; readonly gates: readonly UnmetGate[] };

function putIn(terms: readonly Term[], draft: TermDraft, before: string | null): PutIn {
  const next = before === null ? null : toCome(terms, before);
  const gates = [...draftGates(draft, terms), ...(next?.gates ?? [])];
  if (gates.length > 0) return { term: null, gates };
  const position = next?.term?.position ?? lastPosition(terms);
  return { term: termFrom(draft, position), rest: madeRoomAt(terms, position), gates: [] };
}

function inDatesOf(term: Term, slot: Term): Term {
  return { ...inSlotOf(term, slot), position: term.position };
}

function isTurn(term: Term): boolean {
  return isToCome(term) && term.kind !== 'vacancy';
}

function monthGates(months: number, zeroAllowed: boolean): readonly UnmetGate[] {
  const fits = Number.isInteger(months) && Math.abs(months) <= MOST_MONTHS && (zeroAllowed || months !== 0);
  return fits ? [] : [gate('rotation.months_out_of_range', { months, most: MOST_MONTHS })];
}
