import { refusalOf } from '../decision.js';
import type { Actor, Decision } from '../decision.js';
import { acceptedChanges, changesBetween } from './rotation-change.js';
import type { RotationChanges } from './rotation-change.js';
import { succeed, termInTheChair } from './succession.js';
import { dateGates, gate, secretariatGates } from './term-gates.js';
import type { Term } from './term.js';
import type { IsoDate } from '../words.js';

/** The passage of the chair to a confirmed term. */
export interface PassChair {
  readonly incoming: string;
  /** The day from which the new term chairs, in the body's zone. */
  readonly on: IsoDate;
  /**
   * The handover that takes effect; null for a body's first chair, at the end of a vacancy, and into what was declared:
   * a vacancy, a caretaker.
   */
  readonly handover: string | null;
}

/**
 * Concludes the outgoing term and starts the incoming one, as one change. A chair that serves gives it up by a handover
 * only, unless a vacancy or a caretaker was declared; after a vacancy, and at the very first, there is nobody to hand
 * over. Messages are left to the handover where there is one, so that nobody is told twice. Source: product invariants
 * 1 and 2.
 */
export function passChair(
  terms: readonly Term[],
  command: PassChair,
  actor: Actor,
  today: IsoDate,
): Decision<RotationChanges> {
  const incoming = terms.find((term) => term.id === command.incoming);
  const outgoing = termInTheChair(terms);
  const byHandover = command.handover !== null;
  const declared = incoming?.kind === 'vacancy' || incoming?.kind === 'caretaker';
  const needed = outgoing !== null && outgoing.kind !== 'vacancy' && !declared && !byHandover;
  const badDates = dateGates({ on: command.on });
  const outcome =
    incoming === undefined || badDates.length > 0
      ? { terms, gates: badDates }
      : succeed(terms, incoming, command.on, today);
  const refusal = refusalOf([
    ...secretariatGates(actor),
    ...(incoming === undefined ? [gate('rotation.term_unknown', { term: command.incoming })] : []),
    ...(needed ? [gate('term.only_by_handover', { inTheChair: outgoing.id }, outgoing.id)] : []),
    ...outcome.gates,
  ]);
  if (refusal !== null) return refusal;
  const changes = changesBetween(terms, outcome.terms, 'pass-chair', null);
  const decision = acceptedChanges(changes, 'pass-chair', { handover: command.handover }, undefined, true);
  if (decision === null) throw new Error('A chair that passes changes the term it passes to');
  return byHandover ? { ...decision, messages: [] } : decision;
}
