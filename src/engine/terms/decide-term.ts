import { refusalOf } from '../decision.js';
import type { Actor, Decision } from '../decision.js';
import { nextState } from '../machine.js';
import { differences, happening, message } from './term-change.js';
import type { TermChange, TermRevision } from './term-change.js';
import {
  dateGates,
  draftGates,
  moveGates,
  overlapGates,
  secretariatGates,
  toldOnce,
  writtenGates,
} from './term-gates.js';
import { outcomeOf } from './term-moves.js';
import type { TermCommand } from './term-moves.js';
import { termFrom, termMachine } from './term.js';
import type { Term, TermDraft, TermMove } from './term.js';
import type { Facts, IsoDate } from '../words.js';

const PAST: Readonly<Record<TermMove, string>> = {
  confirm: 'term.confirmed',
  start: 'term.started',
  conclude: 'term.concluded',
  lapse: 'term.lapsed',
  suspend: 'term.suspended',
  resume: 'term.resumed',
  extend: 'term.extended',
  shorten: 'term.shortened',
  'change-holder': 'term.holder_changed',
  relabel: 'term.relabelled',
};

/**
 * A new term at the end of the rotation, or at its start when it is the first. To put it between others, see `insert`
 * in rotation.ts.
 */
export function proposeTerm(draft: TermDraft, terms: readonly Term[], actor: Actor): Decision<TermChange> {
  const last = terms.reduce((highest, term) => Math.max(highest, term.position), 0);
  const term = termFrom(draft, last + 1);
  const malformed = draftGates(draft, terms);
  const refusal = refusalOf([
    ...secretariatGates(actor),
    ...malformed,
    ...(malformed.length > 0 ? [] : overlapGates(terms, [...terms, term])),
  ]);
  if (refusal !== null) return refusal;
  const facts = differences(null, term);
  return {
    refused: false,
    changes: { before: null, after: term, revision: null },
    happenings: [happening('term.proposed', term, facts)],
    messages: [message('term.proposed', term, {})],
  };
}

/**
 * Decides one move of one term. `neighbours` are the other terms of its body, `today` the date in the body's zone.
 * Lists every unmet condition: who asks, the state, what is not written, dates that do not exist, and what the move
 * itself needs.
 */
export function decideTerm(
  term: Term,
  neighbours: readonly Term[],
  command: TermCommand,
  actor: Actor,
  today: IsoDate,
): Decision<TermChange> {
  const others = neighbours.filter((other) => other.id !== term.id);
  const written: Record<string, string> =
    'reason' in command ? { reason: command.reason, decidedBy: command.decidedBy } : {};
  const badDates = dateGates(datesOf(command));
  const outcome = badDates.length > 0 ? { after: term, gates: badDates } : outcomeOf(term, others, command, today);
  const gates = [
    ...secretariatGates(actor),
    ...moveGates(term, command.move),
    ...writtenGates(written),
    ...outcome.gates,
  ];
  const refusal = refusalOf(toldOnce(gates));
  if (refusal !== null) return refusal;
  const after = { ...outcome.after, state: nextState(termMachine, term.state, command.move) ?? term.state };
  return accepted(term, after, command);
}

function accepted(before: Term, after: Term, command: TermCommand): Decision<TermChange> {
  const changed = differences(before, after);
  const revision: TermRevision | null =
    'reason' in command
      ? { term: after.id, by: command.move, reason: command.reason, decidedBy: command.decidedBy, changed }
      : null;
  const facts: Facts = {
    ...changed,
    ...('decidedBy' in command ? { decidedBy: command.decidedBy } : {}),
    ...('cause' in command ? { cause: command.cause } : {}),
  };
  const action = PAST[command.move];
  return {
    refused: false,
    changes: { before, after, revision },
    happenings: [happening(action, after, facts, revision?.reason)],
    messages: [message(action, after, changed, command.move === 'suspend' || command.move === 'resume')],
  };
}

function datesOf(command: TermCommand): Readonly<Record<string, IsoDate | null>> {
  if ('on' in command) return { on: command.on };
  return 'end' in command ? { end: command.end } : {};
}
