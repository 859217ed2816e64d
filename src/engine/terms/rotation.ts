import { refusalOf } from '../decision.js';
import type { Actor, Decision } from '../decision.js';
import { acceptedChanges, changesBetween } from './rotation-change.js';
import type { RotationChanges } from './rotation-change.js';
import { appointCaretaker, declareVacancy, movePassage, setSuccessor, withdraw } from './rotation-chair.js';
import type { Caretaker, PassageMoved, Successor, Vacancy, Withdrawal } from './rotation-chair.js';
import { bridge, insert, shift, skip, swap } from './rotation-queue.js';
import type { Bridging, Insertion, Shift, Skip, Swap } from './rotation-queue.js';
import type { Outcome } from './succession.js';
import { gate, overlapGates, secretariatGates, toldOnce, writtenGates } from './term-gates.js';
import type { Grounds } from './term-moves.js';
import type { Term } from './term.js';
import type { IsoDate } from '../words.js';

/** What can be asked of a rotation as a whole; every one says why and by whose decision. */
export type RotationCommand = (
  Insertion | Skip | Swap | Shift | Bridging | Vacancy | Caretaker | PassageMoved | Successor | Withdrawal
) &
  Grounds;

/**
 * Decides an operation on all terms of a body. Concluded terms and the one in the chair keep their place and their
 * past; only a vacancy or a caretaker declared from today or before ends the term in the chair. Refuses whatever would
 * put two terms on one day; gaps in the plan are allowed and listed, for the outgoing chair serves until it hands over.
 * `today` is the date in the body's zone.
 */
export function decideRotation(
  terms: readonly Term[],
  command: RotationCommand,
  actor: Actor,
  today: IsoDate,
): Decision<RotationChanges> {
  const outcome = outcomeOf(terms, command, today);
  const overlapping = outcome.gates.length > 0 ? [] : overlapGates(terms, outcome.terms);
  const gates = [
    ...secretariatGates(actor),
    ...writtenGates({ reason: command.reason, decidedBy: command.decidedBy }),
    ...outcome.gates,
    ...overlapping,
  ];
  const refusal = refusalOf(toldOnce(gates));
  if (refusal !== null) return refusal;
  const grounds = { reason: command.reason, decidedBy: command.decidedBy };
  const changes = changesBetween(terms, outcome.terms, command.operation, grounds);
  const facts = { decidedBy: command.decidedBy };
  const decision = acceptedChanges(changes, command.operation, facts, command.reason, isUrgent(changes));
  return decision ?? { refused: true, gates: [gate('rotation.nothing_changes', { operation: command.operation })] };
}

/** It cannot wait for the day's digest when the chair itself changes. */
function isUrgent(changes: RotationChanges): boolean {
  return changes.terms.some((change) => change.after.state === 'serving' && change.before?.state !== 'serving');
}

function outcomeOf(terms: readonly Term[], command: RotationCommand, today: IsoDate): Outcome {
  switch (command.operation) {
    case 'insert':
      return insert(terms, command);
    case 'skip':
      return skip(terms, command);
    case 'swap':
      return swap(terms, command);
    case 'shift':
      return shift(terms, command);
    case 'bridge':
      return bridge(terms, command);
    case 'declare-vacancy':
      return declareVacancy(terms, command, today);
    case 'appoint-caretaker':
      return appointCaretaker(terms, command, today);
    case 'move-passage':
      return movePassage(terms, command, today);
    case 'set-successor':
      return setSuccessor(terms, command);
    case 'withdraw':
      return withdraw(terms, command);
  }
}
