import { personsOf, type Actor, type UnmetGate } from '../decision.js';
import { actingSides, CHAIRS, deskOf, type Chair } from '../desks.js';
import { holds, leads, reasonIsGiven, speaksFor, speaksForOneChair, stateAllows, unmet, type Gate } from '../gates.js';
import type { HandoverFacts } from './handover-facts.js';
import type { HandoverTask } from './handover-task.js';
import {
  decisionsOf,
  handoverMachine,
  handoverMoves,
  wayOf,
  type HandoverCommand,
  type HandoverMove,
} from './handover.js';
import { isSettled, whoseMove } from '../tasks/task.js';
import { passageGates } from './passage-gates.js';
import { isDecided, whoseSection } from './section.js';
import type { Anchors, Desk } from '../words.js';

type Effect = Extract<HandoverCommand, { move: 'effect' }>;

/** Every condition that this command, given by this actor, does not meet; empty when it may be done. */
export function handoverGates(facts: HandoverFacts, command: HandoverCommand, actor: Actor): readonly UnmetGate[] {
  const { by, lead } = handoverMoves[command.move];
  return unmet([
    stateAllows(handoverMachine, facts.state, command.move, whoCanGoOn(facts, command.move)),
    speaksFor('handover', actor, by),
    lead === 'always' ? leads('handover', actor, by) : null,
    'reason' in command ? reasonIsGiven(command.move, command.reason, by[0]) : null,
    ...ownGates(facts, command, actor),
  ]);
}

/**
 * Whether a task belongs before the handover: what has to be settled before the pack is frozen. It follows from the
 * rule and not only from the date, because a date that was compressed to today no longer shows it; a pinned day is
 * someone's decision and stands by itself. Without the dates of its anchor and of the handover, what is due before
 * any anchor, or at the start of the meeting at which the handover is made, belongs before it.
 */
export function belongsBeforeHandover(task: HandoverTask, anchors: Anchors): boolean {
  const { anchor, offset } = task.rule;
  const handoverDate = anchors.HANDOVER_DATE;
  if (task.pinned !== null && handoverDate !== null) return task.pinned < handoverDate;
  const anchorDate = anchors[anchor];
  if (anchorDate === null || handoverDate === null) return offset < 0 || (offset === 0 && anchor === 'MEETING_START');
  if (offset < 0 && anchorDate <= handoverDate) return true;
  if (offset === 0 && anchorDate < handoverDate) return true;
  return task.due !== null && task.due < handoverDate;
}

function ownGates(facts: HandoverFacts, command: HandoverCommand, actor: Actor): readonly Gate[] {
  switch (command.move) {
    case 'freeze':
      return [
        ...unsettled(facts.tasks.filter((task) => task.mandatory && belongsBeforeHandover(task, facts.anchors))),
        ...undecided(facts),
      ];
    case 'sign':
      return signingGates(facts, actor);
    case 'effect':
      return [...effectGates(facts, command), ...passageGates(facts)];
    case 'close':
      return unsettled(facts.tasks);
    case 'prepare':
    case 'reopen':
    case 'cancel':
      return [];
  }
}

/** One gate for each task that is not settled, which says whose move that one is. */
function unsettled(tasks: readonly HandoverTask[]): readonly UnmetGate[] {
  return tasks
    .filter((task) => !isSettled(task))
    .map((task) => ({
      code: 'handover.task_unsettled',
      facts: { task: task.id, state: task.state, due: task.due },
      whose: whoseMove(task),
      about: { kind: 'task', id: task.id },
    }));
}

/** One gate for each section of the pack that the incoming chair has not taken over, which says whose move that one is. */
function undecided({ sections }: HandoverFacts): readonly UnmetGate[] {
  return sections
    .filter((section) => !isDecided(section))
    .map(({ id, state }) => ({
      code: 'handover.section_undecided',
      facts: { section: id, state },
      whose: whoseSection({ state }),
      about: { kind: 'section', id },
    }));
}

/** Each chair signs once, and no person for both, whether by standing in or by having changed sides. */
function signingGates(facts: HandoverFacts, actor: Actor): readonly Gate[] {
  const sides = actingSides(actor, CHAIRS);
  const again = sides.filter((side) => facts.signatures.some((signature) => signature.side === side));
  const persons = personsOf(actor);
  const others = facts.signatures.filter(({ side }) => !sides.includes(side));
  const samePersons = persons.filter((person) =>
    others.some((other) => other.personId === person || other.signedForId === person),
  );
  const whose = missingSignatures(facts)[0] ?? 'nobody';
  return [
    speaksForOneChair('handover', sides),
    holds(again.length === 0, 'handover.already_signed', whose, { sides: again }),
    holds(samePersons.length === 0, 'handover.same_person_signed', whose, { persons: samePersons }),
  ];
}

/** The chairs whose signature is not there. */
export function missingSignatures(facts: HandoverFacts): readonly Chair[] {
  return CHAIRS.filter((side) => !facts.signatures.some((signature) => signature.side === side));
}

function effectGates(facts: HandoverFacts, command: Effect): readonly Gate[] {
  const { withoutSignature, withoutCeremony } = command;
  const decisions = decisionsOf(command);
  const isDecided = wayOf(command) !== 'decision' || decisions.length > 0;
  const hasMeeting = facts.anchors.MEETING_START !== null;
  const blocking = facts.tasks.filter((task) => task.blocksHandover);
  return [
    ...(withoutSignature === undefined ? signatureGates(facts) : []),
    ...(withoutSignature === undefined && withoutCeremony === undefined ? unsettled(blocking) : []),
    holds(
      isDecided && decisions.every(({ reference }) => reference.trim() !== ''),
      'handover.reference_missing',
      'secretariat',
    ),
    holds(hasMeeting || wayOf(command) !== 'meeting', 'handover.meeting_missing', 'secretariat'),
  ];
}

/** A signature that is missing is that chair's to give, once the secretariat has frozen the pack. */
function signatureGates(facts: HandoverFacts): readonly Gate[] {
  const frozen = facts.state !== 'planned' && facts.state !== 'preparing';
  return [
    holds(frozen, 'handover.pack_not_frozen', 'secretariat'),
    ...missingSignatures(facts).map((side) => ({ code: 'handover.signature_missing', facts: { side }, whose: side })),
  ];
}

/** Whose move it is when the state does not allow what was asked: only the signatures are not the secretariat's. */
function whoCanGoOn(facts: HandoverFacts, move: HandoverMove): Desk {
  const signers = facts.state === 'signing' && move === 'close' ? deskOf(missingSignatures(facts)) : null;
  return signers ?? 'secretariat';
}
