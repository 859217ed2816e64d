import type { UnmetGate } from '../decision.js';
import { lastPosition, madeRoomAt, toCome } from './queue.js';
import { succeed, termInTheChair, withTerm } from './succession.js';
import type { Outcome } from './succession.js';
import { dateGates, draftGates, gate, holderGates } from './term-gates.js';
import { endBefore } from './chair.js';
import { inOrder, isToCome, termFrom } from './term.js';
import type { Boundary, Term, TermDraft } from './term.js';
import type { IsoDate } from '../words.js';

/** There is no chair from this day on, to this printed end or until further notice. */
export interface Vacancy {
  readonly operation: 'declare-vacancy';
  readonly id: string;
  readonly from: IsoDate;
  readonly end: IsoDate | null;
  readonly boundary: Boundary;
}

/** Somebody minds the chair from this day on until a regular term begins. */
export interface Caretaker {
  readonly operation: 'appoint-caretaker';
  readonly id: string;
  readonly holders: readonly string[];
  readonly from: IsoDate;
  readonly end: IsoDate | null;
  readonly boundary: Boundary;
}

/** The planned day on which the chair passes to a term moves, and the planned end of the term before it with it. */
export interface PassageMoved {
  readonly operation: 'move-passage';
  readonly incoming: string;
  readonly on: IsoDate;
}

/** The holder of a turn that had none is found. */
export interface Successor {
  readonly operation: 'set-successor';
  readonly term: string;
  readonly holders: readonly string[];
}

/** The holder gives a turn back: it lapses, and a new one takes its slot, its holders named or still unknown. */
export interface Withdrawal {
  readonly operation: 'withdraw';
  readonly term: string;
  readonly replacement: { readonly id: string; readonly holders: readonly string[] };
}

/**
 * Declares that a body has no chair: the only way to leave one. From today or before, the term in the chair is
 * concluded and the vacancy begins; from a later day on it is put into the queue. It ends when the chair passes to a
 * term.
 */
export function declareVacancy(terms: readonly Term[], command: Vacancy, today: IsoDate): Outcome {
  return interim(terms, { ...draftOf(command), kind: 'vacancy', holders: [] }, command.from, today);
}

/** As a vacancy, but with somebody in the chair; it may follow a vacancy or a chair that has left. */
export function appointCaretaker(terms: readonly Term[], command: Caretaker, today: IsoDate): Outcome {
  const draft: TermDraft = { ...draftOf(command), kind: 'caretaker', holders: command.holders };
  const outcome = interim(terms, draft, command.from, today);
  return { terms: outcome.terms, gates: [...holderGates(draft, command.holders, true), ...outcome.gates] };
}

/**
 * Moves the day on which the chair is to pass, when the meeting or the effect of a handover moves. Cases: the Paris
 * meeting of October 2020, Malabo in July 2021. Refuses a day before the earlier term begins or after the later one
 * ends.
 */
export function movePassage(terms: readonly Term[], command: PassageMoved, today: IsoDate): Outcome {
  const { term, gates } = toCome(terms, command.incoming);
  const wrong = [...gates, ...dateGates({ on: command.on })];
  if (term === null || wrong.length > 0) return { terms, gates: wrong };
  const previous = inOrder(terms)
    .filter((each) => !isOver(each) && each.position < term.position)
    .at(-1);
  const later: Term = {
    ...term,
    planned: { start: command.on, end: term.planned.end },
    precision: { start: 'day', end: term.precision.end },
  };
  const earlier = previous === undefined ? [] : [endingBefore(previous, command.on)];
  return {
    terms: [later, ...earlier].reduce(withTerm, terms),
    gates: passageGates(command.on, previous, term, today),
  };
}

/** Case: the chair of the OSCE for 2024, settled weeks before it began. */
export function setSuccessor(terms: readonly Term[], command: Successor): Outcome {
  const { term, gates } = toCome(terms, command.term);
  if (term === null) return { terms, gates };
  const known = term.holders.length > 0 ? [gate('rotation.holder_known', { holders: term.holders }, term.id)] : [];
  const found = { ...term, holders: command.holders };
  return { terms: withTerm(terms, found), gates: [...known, ...holderGates(term, command.holders, true)] };
}

/** Case: a member of UNASUR that left after it had accepted its turn. */
export function withdraw(terms: readonly Term[], command: Withdrawal): Outcome {
  const { term, gates } = toCome(terms, command.term);
  if (term === null) return { terms, gates };
  const draft: TermDraft = { ...term, ...command.replacement, label: null, sources: [] };
  const wrong = draftGates(draft, terms);
  const replacement: Term = { ...termFrom(draft, term.position + 1), precision: term.precision };
  const lapsed = withTerm(madeRoomAt(terms, term.position + 1), { ...term, state: 'lapsed' });
  return { terms: [...lapsed, replacement], gates: wrong };
}

function interim(terms: readonly Term[], draft: TermDraft, from: IsoDate, today: IsoDate): Outcome {
  const malformed = draftGates(draft, terms);
  if (malformed.length > 0) return { terms, gates: malformed };
  const running = from <= today;
  const position = running ? nextPosition(terms) : positionFrom(terms, from);
  const term: Term = { ...termFrom(draft, position), state: 'confirmed' };
  const placed = [...madeRoomAt(terms, position), term];
  return running ? succeed(placed, term, from, today) : { terms: placed, gates: [] };
}

function draftOf(command: Vacancy | Caretaker): Omit<TermDraft, 'kind' | 'holders'> {
  return {
    id: command.id,
    planned: { start: command.from, end: command.end },
    boundary: command.boundary,
    label: null,
    sources: [],
  };
}

/** Right after the term in the chair, or before the first turn to come when nobody is in it. */
function nextPosition(terms: readonly Term[]): number {
  const sitting = termInTheChair(terms);
  if (sitting !== null) return sitting.position + 1;
  return inOrder(terms).find(isToCome)?.position ?? lastPosition(terms);
}

/** Before the first turn that is planned to begin on this day or later. */
function positionFrom(terms: readonly Term[], day: IsoDate): number {
  const next = inOrder(terms).find(
    (term) => isToCome(term) && term.planned.start !== null && term.planned.start >= day,
  );
  return next?.position ?? lastPosition(terms);
}

function endingBefore(term: Term, on: IsoDate): Term {
  return {
    ...term,
    planned: { start: term.planned.start, end: endBefore(on, term.boundary) },
    precision: { start: term.precision.start, end: 'day' },
  };
}

function isOver(term: Term): boolean {
  return term.state === 'concluded' || term.state === 'lapsed';
}

function passageGates(on: IsoDate, previous: Term | undefined, next: Term, today: IsoDate): readonly UnmetGate[] {
  const begun = previous?.effective.start ?? previous?.planned.start ?? null;
  const end = next.planned.end;
  return [
    ...(previous !== undefined && begun !== null && on <= begun
      ? [gate('term.not_begun_by_then', { on, start: begun }, previous.id)]
      : []),
    ...(end !== null && on >= end ? [gate('term.end_before_start', { start: on, end }, next.id)] : []),
    ...(on < today ? [gate('term.date_in_past', { on, today }, next.id)] : []),
  ];
}
