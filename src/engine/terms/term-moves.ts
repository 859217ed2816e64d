import type { UnmetGate } from '../decision.js';
import { concludedOn, leavingGates, succeed, termInTheChair } from './succession.js';
import { gate, holderGates, lengthGates, overlapGates, pastGates, writtenGates } from './term-gates.js';
import { isToCome } from './term.js';
import type { Term } from './term.js';
import type { IsoDate } from '../words.js';

/** Why, and a reference to who decided it: minutes, a note verbale, a letter. */
export interface Grounds {
  readonly reason: string;
  readonly decidedBy: string;
}

/** What can be asked of one term. Dates are the body's own; `on` is the first day on which the new state holds. */
export type TermCommand =
  | { readonly move: 'confirm' }
  /** Only for the first chair of a body: after that the chair passes (`passChair`). */
  | { readonly move: 'start'; readonly on: IsoDate }
  /** Only for the last turn of a rotation that ends, or for a claim that is settled. */
  | ({ readonly move: 'conclude'; readonly on: IsoDate } & Grounds)
  | ({ readonly move: 'lapse' } & Grounds)
  | ({ readonly move: 'suspend' | 'resume'; readonly on: IsoDate } & Grounds)
  /** `end` null: until further notice. */
  | ({ readonly move: 'extend'; readonly end: IsoDate | null } & Grounds)
  | ({ readonly move: 'shorten'; readonly end: IsoDate } & Grounds)
  | ({
      readonly move: 'change-holder';
      readonly holders: readonly string[];
      readonly cause: 'agreed' | 'replaced' | 'withdrawn';
    } & Grounds)
  | ({ readonly move: 'relabel'; readonly label: string | null } & Grounds);

/** What would come of a move on one term. */
export interface TermOutcome {
  readonly after: Term;
  readonly gates: readonly UnmetGate[];
}

/**
 * What this move makes of the term, its state left as it was, and what stands against it; the dates of the command are
 * real.
 */
export function outcomeOf(term: Term, others: readonly Term[], command: TermCommand, today: IsoDate): TermOutcome {
  switch (command.move) {
    case 'confirm':
      return { after: term, gates: holderGates(term, term.holders, true) };
    case 'start':
      return firstStart(term, others, command.on, today);
    case 'conclude':
      return lastConclusion(term, others, command.on, today);
    case 'lapse':
      return { after: term, gates: [] };
    case 'suspend':
      return suspended(term, command.on, today);
    case 'resume':
      return resumed(term, command.on, today);
    case 'extend':
      return newEnd(term, others, command.end, extendGates(term, command.end));
    case 'shorten':
      return newEnd(term, others, command.end, shortenGates(term, command.end, today));
    case 'change-holder':
      return { after: { ...term, holders: command.holders }, gates: newHolderGates(term, command.holders) };
    case 'relabel':
      return {
        after: { ...term, label: command.label },
        gates: [
          ...(command.label === term.label ? [gate('term.nothing_changes', {}, term.id)] : []),
          ...(command.label === null ? [] : writtenGates({ label: command.label })),
        ],
      };
  }
}

function firstStart(term: Term, others: readonly Term[], on: IsoDate, today: IsoDate): TermOutcome {
  const sitting = termInTheChair(others);
  const outcome = succeed([...others, term], term, on, today);
  return {
    after: outcome.terms.find((each) => each.id === term.id) ?? term,
    gates: [
      ...outcome.gates,
      ...(sitting === null ? [] : [gate('term.only_by_handover', { inTheChair: sitting.id }, sitting.id)]),
    ],
  };
}

function lastConclusion(term: Term, others: readonly Term[], on: IsoDate, today: IsoDate): TermOutcome {
  const left = term.certainty === 'disputed' ? [] : others.filter(isToCome).map((other) => other.id);
  return {
    after: concludedOn(term, on),
    gates: [
      ...pastGates('on', on, today),
      ...leavingGates(term, on),
      ...(left.length > 0 ? [gate('term.turns_left', { turns: left }, term.id)] : []),
    ],
  };
}

function suspended(term: Term, on: IsoDate, today: IsoDate): TermOutcome {
  const since = term.pauses.at(-1)?.until ?? term.effective.start;
  return {
    after: { ...term, pauses: [...term.pauses, { from: on, until: null }] },
    gates: [
      ...pastGates('on', on, today),
      ...(since !== null && on < since ? [gate('term.not_begun_by_then', { on, start: since }, term.id)] : []),
    ],
  };
}

function resumed(term: Term, on: IsoDate, today: IsoDate): TermOutcome {
  const pause = term.pauses.at(-1);
  const early = pause !== undefined && on < pause.from;
  return {
    after: {
      ...term,
      pauses: pause === undefined ? [] : [...term.pauses.slice(0, -1), { from: pause.from, until: on }],
    },
    gates: [
      ...pastGates('on', on, today),
      ...(early ? [gate('term.not_suspended_by_then', { on, since: pause.from }, term.id)] : []),
    ],
  };
}

function newEnd(term: Term, others: readonly Term[], end: IsoDate | null, gates: readonly UnmetGate[]): TermOutcome {
  const after: Term = {
    ...term,
    planned: { start: term.planned.start, end },
    precision: { start: term.precision.start, end: end === null ? 'unknown' : 'day' },
  };
  const start = term.effective.start ?? term.planned.start;
  return {
    after,
    gates: [...gates, ...lengthGates(term, start, end), ...overlapGates([...others, term], [...others, after])],
  };
}

function extendGates(term: Term, end: IsoDate | null): readonly UnmetGate[] {
  const now = term.planned.end;
  const longer = now !== null && (end === null || end > now);
  return longer ? [] : [gate('term.not_longer', { end, now }, term.id)];
}

/**
 * A term in the chair cannot be shortened into the past: it still chairs today. An open-ended term gets its end this
 * way.
 */
function shortenGates(term: Term, end: IsoDate, today: IsoDate): readonly UnmetGate[] {
  const now = term.planned.end;
  return [
    ...(now !== null && end >= now ? [gate('term.not_shorter', { end, now }, term.id)] : []),
    ...(!isToCome(term) && end < today ? [gate('term.end_in_past', { end, today }, term.id)] : []),
  ];
}

/**
 * Once in the chair, co-chairs may join or leave, but somebody stays: a wholly new chair takes it over by a handover.
 */
function newHolderGates(term: Term, holders: readonly string[]): readonly UnmetGate[] {
  const same = holders.length === term.holders.length && holders.every((holder) => term.holders.includes(holder));
  const stays = isToCome(term) || term.kind === 'vacancy' || holders.some((holder) => term.holders.includes(holder));
  return [
    ...(same ? [gate('term.nothing_changes', {}, term.id)] : []),
    ...holderGates(term, holders, term.state !== 'proposed'),
    ...(stays || holders.length === 0 ? [] : [gate('term.only_by_handover', { inTheChair: term.id }, term.id)]),
  ];
}
