import { sidesOf, type Actor, type UnmetGate } from '../decision.js';
import { actingSides, deskOf, isLeftToAnswer, sidesOfDesk, type Party } from '../desks.js';
import { agreementGates, ownerIsSomeoneElse, submittedBySomeoneElse } from './four-eyes.js';
import { dateIsAhead, holds, leads, reasonIsGiven, speaksFor, stateAllows, unmet, type Gate } from '../gates.js';
import {
  answeringDesk,
  isReplacement,
  isSettled,
  taskMachine,
  taskMoves,
  whoseMove,
  type TaskCommand,
  type TaskFacts,
} from './task.js';
import type { Desk, IsoDate, IsoInstant } from '../words.js';

/** Every condition that this command, given by this actor, does not meet; empty when it may be done. */
export function taskGates(facts: TaskFacts, command: TaskCommand, actor: Actor, at: IsoInstant): readonly UnmetGate[] {
  // Whoever replaces takes away what was there: that is for those who may, and not once it lies with the reviewer.
  if (command.move === 'addEvidence' && isReplacement(command.file)) {
    return taskGates(facts, { move: 'removeEvidence', evidenceId: command.evidenceId }, actor, at);
  }
  const desks = desksFor(facts, command.move);
  const { lead } = taskMoves[command.move];
  const needsLead = lead === 'always' || (lead === 'when_mandatory' && facts.mandatory);
  const written = writtenIn(command);
  return unmet([
    command.move === 'fulfil' ? null : handoverGoesOn(facts),
    stateAllows(taskMachine, facts.state, command.move, wayOut(facts)),
    speaksFor('task', actor, desks),
    needsLead ? leads('task', actor, desks) : null,
    written === null ? null : reasonIsGiven(command.move, written, desks[0]),
    ...ownGates(facts, command, actor, at),
  ]);
}

/** The desks that a move of this task is given to. */
export function desksFor(facts: TaskFacts, move: TaskCommand['move']): readonly [Desk, ...Desk[]] {
  const [first, ...others] = taskMoves[move].by;
  return [deskFor(facts, first), ...others.map((party) => deskFor(facts, party))];
}

/** Whether what has been accepted may no longer change: from the signing on. */
function isFrozen({ handoverState }: TaskFacts): boolean {
  return handoverState === 'signing' || handoverState === 'signed' || handoverState === 'effected';
}

function deskFor(facts: TaskFacts, party: Party): Desk {
  if (party === 'owner') return facts.owner;
  return party === 'acceptedBy' ? answeringDesk(facts) : party;
}

/** What must have been written with a command; null for commands that need no words. */
function writtenIn(command: TaskCommand): string | null {
  if (command.move === 'comment') return command.text;
  return 'reason' in command ? command.reason : null;
}

function ownGates(facts: TaskFacts, command: TaskCommand, actor: Actor, at: IsoInstant): readonly Gate[] {
  switch (command.move) {
    case 'start':
      return dependenciesAreSettled(facts);
    case 'submit':
      return [...dependenciesAreSettled(facts), evidenceIsThere(facts), someoneIsLeftToAccept(facts, actor)];
    case 'accept':
      return [submittedBySomeoneElse(facts, actor), ...agreementGates(facts, 'accept', actor)];
    case 'waive':
      return [
        facts.submittedBy === null
          ? ownerIsSomeoneElse(facts, answeringDesk(facts), actor)
          : submittedBySomeoneElse(facts, actor),
        ...agreementGates(facts, 'waive', actor),
      ];
    case 'commit':
      return [
        ownerIsSomeoneElse(facts, 'incoming', actor),
        dateIsAhead('task', command.dueOn, at, 'incoming'),
        dateIsOfNewTerm(facts, command.dueOn),
      ];
    case 'reopen':
      return [packIsNotFrozen(facts)];
    case 'fulfil':
      return [commitmentsGoOn(facts), holds(!facts.fulfilled, 'task.fulfilled_already', 'nobody')];
    case 'reassign':
      return [somethingChanges(facts, command)];
    case 'pin':
      return [dateIsAhead('task', command.on, at, 'secretariat')];
    case 'unpin':
      return [holds(facts.pinned !== null, 'task.not_pinned', 'secretariat')];
    case 'addEvidence':
      return [holds(facts.evidence !== 'none', 'task.takes_no_evidence', 'nobody'), settledPackIsNotFrozen(facts)];
    case 'removeEvidence':
      return [holds(facts.evidenceCount > 0, 'task.no_evidence_yet', facts.owner), settledPackIsNotFrozen(facts)];
    case 'return':
    case 'comment':
      return [];
  }
}

/**
 * Whose move it is when the state does not allow what was asked. An accepted task can still be reopened, and while the
 * pack is frozen the handover must be reopened first.
 */
function wayOut(facts: TaskFacts): Desk | 'nobody' {
  if (isOver(facts)) return 'nobody';
  if (facts.state !== 'accepted') return whoseMove(facts);
  return isFrozen(facts) ? whoThaws(facts) : answeringDesk(facts);
}

/** Before the handover takes effect the secretariat can reopen it; afterwards nobody can. */
function whoThaws({ handoverState }: TaskFacts): Desk | 'nobody' {
  return handoverState === 'effected' ? 'nobody' : 'secretariat';
}

function isOver({ handoverState }: TaskFacts): boolean {
  return handoverState === 'closed' || handoverState === 'cancelled';
}

/** After closing or cancelling nothing moves. */
function handoverGoesOn(facts: TaskFacts): Gate {
  return aboutHandover(
    facts,
    holds(!isOver(facts), 'task.handover_over', 'nobody', { handoverState: facts.handoverState }),
  );
}

/** What the incoming chair takes on it does as the chair: by a day of its own term. */
function dateIsOfNewTerm({ termStart }: TaskFacts, date: IsoDate): Gate {
  return holds(termStart === null || date >= termStart, 'task.before_new_term', 'incoming', { date, termStart });
}

/** A commitment outlives the file of the handover, but not a handover that was cancelled. */
function commitmentsGoOn(facts: TaskFacts): Gate {
  const { handoverState } = facts;
  return handoverState === 'cancelled' ? handoverGoesOn(facts) : null;
}

/** What both sides sign may not change under their pens, nor after they have signed it. */
function packIsNotFrozen(facts: TaskFacts): Gate {
  const { handoverState } = facts;
  return aboutHandover(facts, holds(!isFrozen(facts), 'task.pack_frozen', whoThaws(facts), { handoverState }));
}

function settledPackIsNotFrozen(facts: TaskFacts): Gate {
  return isSettled(facts) ? packIsNotFrozen(facts) : null;
}

function aboutHandover(facts: TaskFacts, gate: Gate): Gate {
  return gate === null ? null : { ...gate, about: { kind: 'handover', id: facts.handoverId } };
}

/** One gate for each task that has to be settled first, which says whose move that one is. */
function dependenciesAreSettled(facts: TaskFacts): readonly UnmetGate[] {
  return facts.dependencies
    .filter((dependency) => !isSettled(dependency))
    .map((dependency) => ({
      code: 'task.waits_for',
      facts: { task: dependency.id, state: dependency.state },
      whose: whoseMove(dependency),
      about: { kind: 'task', id: dependency.id },
    }));
}

function evidenceIsThere(facts: TaskFacts): Gate {
  const enough = facts.evidence !== 'required' || facts.evidenceCount > 0;
  return holds(enough, 'task.evidence_missing', facts.owner);
}

/** Someone who counts as the accepting side too may not submit: nobody would be left to accept. */
function someoneIsLeftToAccept(facts: TaskFacts, actor: Actor): Gate {
  const { owner, acceptedBy } = facts;
  if (acceptedBy === null || isLeftToAnswer(acceptedBy, sidesOf(actor))) return null;
  const ableToSubmit = deskOf(sidesOfDesk(owner).filter((side) => isLeftToAnswer(acceptedBy, [side])));
  const sides = actingSides(actor, [acceptedBy]);
  return { code: 'task.counts_as_acceptor', facts: { sides }, whose: ableToSubmit ?? 'nobody' };
}

function somethingChanges(facts: TaskFacts, command: Extract<TaskCommand, { move: 'reassign' }>): Gate {
  const { personId = facts.personId, officeId = facts.officeId } = command;
  const changes = personId !== facts.personId || officeId !== facts.officeId;
  return holds(changes, 'task.nothing_to_change', facts.owner);
}
