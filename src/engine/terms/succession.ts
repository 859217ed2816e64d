import { chairInterval, endBefore } from './chair.js';
import { isRealDate } from '../time/days.js';
import type { UnmetGate } from '../decision.js';
import { gate, holderGates, moveGates, overlapGates, pastGates } from './term-gates.js';
import { isInTheChair, isToCome } from './term.js';
import type { Term } from './term.js';
import type { IsoDate } from '../words.js';

/** What would come of a step on a body's terms: all of them afterwards, and what stands against it. */
export interface Outcome {
  readonly terms: readonly Term[];
  readonly gates: readonly UnmetGate[];
}

/** The term that has the chair now, or null. */
export function termInTheChair(terms: readonly Term[]): Term | null {
  return terms.find(isInTheChair) ?? null;
}

/** These terms with one of them replaced by its new state. */
export function withTerm(terms: readonly Term[], changed: Term): readonly Term[] {
  return terms.map((term) => (term.id === changed.id ? changed : term));
}

/**
 * Concludes the term in the chair, if there is one, and starts the incoming one: always both, so that a body never has
 * two chairs and never loses its chair unsaid. `on` is the first day of the new term, in the body's zone. Refuses a day
 * to come, a body that is paused, a disputed claim, a turn out of order, an undeclared gap and an overlap.
 */
export function succeed(terms: readonly Term[], incoming: Term, on: IsoDate, today: IsoDate): Outcome {
  if (!isRealDate(on)) return { terms, gates: [] };
  const outgoing = terms.find((term) => isInTheChair(term) && term.id !== incoming.id) ?? null;
  const concluded = outgoing === null ? terms : withTerm(terms, concludedOn(outgoing, on));
  const after = withTerm(concluded, startedOn(incoming, on));
  return {
    terms: after,
    gates: [
      ...pastGates('on', on, today),
      ...moveGates(incoming, 'start'),
      ...(incoming.certainty === 'disputed' ? [gate('term.disputed', {}, incoming.id)] : []),
      ...holderGates(incoming, incoming.holders, true),
      ...turnGates(terms, incoming),
      ...(outgoing === null ? gapGates(terms, on) : leavingGates(outgoing, on)),
      ...overlapGates(terms, after, 'fact'),
    ],
  };
}

/** The term concluded, its successor beginning on this day; the end is printed in the term's own boundary style. */
export function concludedOn(term: Term, on: IsoDate): Term {
  return {
    ...term,
    state: 'concluded',
    effective: { start: term.effective.start, end: endBefore(on, term.boundary) },
    precision: { start: term.precision.start, end: 'day' },
  };
}

/** What keeps a term from being concluded on this day: a pause, or that it had not begun. */
export function leavingGates(outgoing: Term, on: IsoDate): readonly UnmetGate[] {
  const start = outgoing.effective.start;
  const early = start !== null && on <= start;
  return [
    ...moveGates(outgoing, 'conclude'),
    ...(early ? [gate('term.not_begun_by_then', { on, start }, outgoing.id)] : []),
  ];
}

/** A term that begins before our eyes is certain, however doubtful its plan was. */
function startedOn(term: Term, on: IsoDate): Term {
  return {
    ...term,
    state: 'serving',
    certainty: 'confirmed',
    certaintyNote: null,
    effective: { start: on, end: null },
    precision: { start: 'day', end: term.precision.end },
  };
}

/** Turns are taken in order; one that is not to be taken is skipped or swapped first, so that the account says why. */
function turnGates(terms: readonly Term[], incoming: Term): readonly UnmetGate[] {
  if (incoming.kind === 'vacancy' || incoming.kind === 'caretaker') return [];
  return terms
    .filter((term) => isToCome(term) && term.position < incoming.position)
    .map((term) => gate('rotation.turn_before', { before: term.id }, term.id));
}

/** With nobody in the chair, the new term must follow the last one at once; a gap has to be declared as a vacancy. */
function gapGates(terms: readonly Term[], on: IsoDate): readonly UnmetGate[] {
  const last = terms
    .flatMap((term) => {
      const until = chairInterval(term)?.until ?? null;
      return until === null ? [] : [{ term: term.id, until }];
    })
    .reduce<{ term: string; until: IsoDate } | null>((a, b) => (a === null || b.until > a.until ? b : a), null);
  return last === null || last.until >= on
    ? []
    : [gate('term.gap_undeclared', { from: last.until, until: on }, last.term)];
}
