import type { Machine } from '../machine.js';
import type { IsoDate } from '../words.js';

/**
 * `caretaker` minds the chair until a regular term can begin; `bridging` has an unusual length to reach a new rhythm;
 * `vacancy` is a declared time without a chair.
 */
export type TermKind = 'regular' | 'caretaker' | 'bridging' | 'vacancy';
export type TermState = 'proposed' | 'confirmed' | 'serving' | 'suspended' | 'concluded' | 'lapsed';
export type TermMove =
  | 'confirm'
  | 'start'
  | 'conclude'
  | 'lapse'
  | 'suspend'
  | 'resume'
  | 'extend'
  | 'shorten'
  | 'change-holder'
  | 'relabel';

/**
 * How a body prints the end of a term: `shared_day` is also the start day of the next, `inclusive` is the day before
 * it.
 */
export type Boundary = 'shared_day' | 'inclusive';

/**
 * `disputed` is a claim to the chair that a rival claim contests, not a chair; sources that differ about a day make a
 * term `uncertain`.
 */
export type Certainty = 'confirmed' | 'uncertain' | 'disputed';

/**
 * How exactly a date is known. A month or a year is kept as its first day for a start and as its last day for an end.
 */
export type Precision = 'day' | 'month' | 'year' | 'approximate' | 'unknown';

/**
 * Start and end day as the body prints them, in the boundary style of the term; null when not known or not yet agreed.
 */
export interface TermDates {
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
}

/**
 * Days on which the body was paused under a serving chair: from the first paused day to the first that is not, null
 * while it lasts.
 */
export interface Pause {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/** One chairmanship. */
export interface Term {
  /** Unique in its body, such as `2024-pt`. It stays when dates or holders change. */
  readonly id: string;
  /**
   * Member ids. More than one are co-chairs who hold this one term together; none is a vacancy or a holder not known
   * yet.
   */
  readonly holders: readonly string[];
  readonly kind: TermKind;
  readonly state: TermState;
  /** Order in the rotation. */
  readonly position: number;
  /** As agreed beforehand. */
  readonly planned: TermDates;
  /** What really ran: the start from the day the term serves, the end once it is concluded. */
  readonly effective: TermDates;
  /** What its programme prints, such as "January 2024 - January 2025". */
  readonly label: string | null;
  readonly boundary: Boundary;
  readonly certainty: Certainty;
  readonly certaintyNote: string | null;
  /** Of the effective dates where there are such, of the planned ones otherwise. */
  readonly precision: { readonly start: Precision; readonly end: Precision };
  readonly pauses: readonly Pause[];
  readonly sources: readonly string[];
}

/** What is needed to propose a term; its place in the rotation comes with the proposal. */
export interface TermDraft {
  readonly id: string;
  readonly holders: readonly string[];
  readonly kind: TermKind;
  readonly planned: TermDates;
  readonly boundary: Boundary;
  readonly label: string | null;
  readonly sources: readonly string[];
}

/**
 * The machine of terms. A term begins to serve and is concluded in one step with its neighbour when the chair
 * passes (`pass-chair.ts`); what lapses was skipped, swapped out or given up.
 */
export const termMachine: Machine<TermState, TermMove> = {
  name: 'term',
  states: ['proposed', 'confirmed', 'serving', 'suspended', 'concluded', 'lapsed'],
  initial: 'proposed',
  final: ['concluded', 'lapsed'],
  transitions: [
    { move: 'confirm', from: ['proposed'], to: 'confirmed' },
    { move: 'start', from: ['confirmed'], to: 'serving' },
    { move: 'conclude', from: ['serving'], to: 'concluded' },
    { move: 'lapse', from: ['proposed', 'confirmed'], to: 'lapsed' },
    { move: 'suspend', from: ['serving'], to: 'suspended' },
    { move: 'resume', from: ['suspended'], to: 'serving' },
    { move: 'extend', from: ['proposed', 'confirmed', 'serving', 'suspended'], to: 'same' },
    { move: 'shorten', from: ['proposed', 'confirmed', 'serving', 'suspended'], to: 'same' },
    { move: 'change-holder', from: ['proposed', 'confirmed', 'serving', 'suspended'], to: 'same' },
    { move: 'relabel', from: ['proposed', 'confirmed', 'serving', 'suspended'], to: 'same' },
  ],
};

/**
 * The term that a draft makes: proposed, at this place of the rotation, its dates known to the day where it has any.
 */
export function termFrom(draft: TermDraft, position: number): Term {
  return {
    id: draft.id,
    holders: draft.holders,
    kind: draft.kind,
    state: 'proposed',
    position,
    planned: draft.planned,
    effective: { start: null, end: null },
    label: draft.label,
    boundary: draft.boundary,
    certainty: 'confirmed',
    certaintyNote: null,
    precision: {
      start: draft.planned.start === null ? 'unknown' : 'day',
      end: draft.planned.end === null ? 'unknown' : 'day',
    },
    pauses: [],
    sources: draft.sources,
  };
}

/** Whether the term is still to come: only such terms may be moved about in the rotation. */
export function isToCome(term: Term): boolean {
  return term.state === 'proposed' || term.state === 'confirmed';
}

/** Whether the term has the chair now. A disputed term only claims it. */
export function isInTheChair(term: Term): boolean {
  return (term.state === 'serving' || term.state === 'suspended') && term.certainty !== 'disputed';
}

/** These terms in the order of the rotation. */
export function inOrder(terms: readonly Term[]): readonly Term[] {
  return [...terms].sort((a, b) => a.position - b.position);
}
