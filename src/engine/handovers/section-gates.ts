import { personsOf, sidesOf, type Actor, type UnmetGate } from '../decision.js';
import { actingSides } from '../desks.js';
import { dateIsAhead, holds, leads, reasonIsGiven, speaksFor, stateAllows, unmet, type Gate } from '../gates.js';
import { isSettled, whoseMove } from '../tasks/task.js';
import type { Desk, IsoInstant } from '../words.js';
import { belongsBeforeHandover } from './handover-gates.js';
import {
  sectionMachine,
  sectionMoves,
  whoseSection,
  type FollowUp,
  type SectionCommand,
  type SectionFacts,
  type SectionMove,
} from './section.js';

/** Every condition that this command, given by this actor, does not meet; empty when it may be done. */
export function sectionGates(
  facts: SectionFacts,
  command: SectionCommand,
  actor: Actor,
  at: IsoInstant,
): readonly UnmetGate[] {
  const { by, lead } = sectionMoves[command.move];
  return unmet([
    packIsOpen(facts),
    stateAllows(sectionMachine, facts.state, command.move, wayOut(facts, command.move)),
    speaksFor('section', actor, by),
    lead === 'always' ? leads('section', actor, by) : null,
    ...ownGates(facts, command, actor, at),
  ]);
}

/** What stands against the acceptance of a section by silence: it is no longer in review, or its pack is not open. */
export function silenceGates(
  facts: Pick<SectionFacts, 'state' | 'handoverId' | 'handoverState'>,
): readonly UnmetGate[] {
  return unmet([packIsOpen(facts), stateAllows(sectionMachine, facts.state, 'accept', wayOut(facts, 'accept'))]);
}

/** Every condition that a comment does not meet. `outside` are the people mentioned who do not work in the handover. */
export function commentGates(
  facts: Pick<SectionFacts, 'handoverId' | 'handoverState'>,
  text: string,
  outside: readonly string[],
): readonly UnmetGate[] {
  const over = facts.handoverState === 'closed' || facts.handoverState === 'cancelled';
  const about = { kind: 'handover', id: facts.handoverId } as const;
  const goesOn = holds(!over, 'section.handover_over', 'nobody', { handoverState: facts.handoverState });
  return unmet([
    goesOn === null ? null : { ...goesOn, about },
    reasonIsGiven('comment', text, 'outgoing'),
    ...outside.map((person) => ({
      code: 'section.mention_outside',
      facts: { person },
      whose: 'secretariat' as const,
      about: { kind: 'person' as const, id: person },
    })),
  ]);
}

function ownGates(facts: SectionFacts, command: SectionCommand, actor: Actor, at: IsoInstant): readonly Gate[] {
  switch (command.move) {
    case 'present':
      return [summaryIsWritten(command.summary), ...tasksAreSettled(facts), someoneIsLeftToDecide(actor)];
    case 'accept':
      return [presentedBySomeoneElse(facts, actor)];
    case 'accept_with_reservation':
      return [
        presentedBySomeoneElse(facts, actor),
        reasonIsGiven(command.move, command.reservation, 'incoming'),
        ...followUpGates(facts, command.followUp, at),
      ];
    case 'return':
      return [presentedBySomeoneElse(facts, actor), reasonIsGiven(command.move, command.reason, 'incoming')];
    case 'change':
      return [summaryIsWritten(command.summary), somethingChanges(facts, command)];
  }
}

/** Only while the pack is being prepared is it reviewed: before, nothing is promised; after, both chairs sign it as it is. */
function packIsOpen({ handoverId, handoverState }: Pick<SectionFacts, 'handoverId' | 'handoverState'>): Gate {
  if (handoverState === 'preparing') return null;
  const canOpen = handoverState === 'planned' || handoverState === 'signing' || handoverState === 'signed';
  const about = { kind: 'handover', id: handoverId } as const;
  const whose = canOpen ? 'secretariat' : 'nobody';
  return { code: 'section.pack_not_open', facts: { handoverState }, whose, about };
}

/** What was decided can be decided again once the section has changed: that is for those who put it together. */
function wayOut(facts: Pick<SectionFacts, 'state'>, move: SectionMove): Desk {
  if (move === 'change') return 'outgoing';
  const whose = whoseSection(facts);
  return whose === 'nobody' ? 'outgoing' : whose;
}

function summaryIsWritten(summary: string): Gate {
  return holds(summary.trim() !== '', 'section.summary_missing', 'outgoing');
}

/** One gate for each task that has to be settled before the handover and is not, which says whose move that one is. */
function tasksAreSettled({ tasks, anchors }: SectionFacts): readonly UnmetGate[] {
  return tasks
    .filter((task) => task.mandatory && belongsBeforeHandover(task, anchors) && !isSettled(task))
    .map((task) => ({
      code: 'section.task_unsettled',
      facts: { task: task.id, state: task.state, due: task.due },
      whose: whoseMove(task),
      about: { kind: 'task', id: task.id },
    }));
}

/** Someone who counts as the incoming chair too may not present: nobody would be left to decide. */
function someoneIsLeftToDecide(actor: Actor): Gate {
  const sides = actingSides(actor, ['incoming']);
  return holds(sides.length === 0, 'section.counts_as_reviewer', 'outgoing', { sides });
}

/** Four eyes: no one decides on what their own side presented, and a stand-in counts as both people (product invariant 3). */
function presentedBySomeoneElse({ presentedBy }: SectionFacts, actor: Actor): Gate {
  const { sides, persons } = presentedBy ?? { sides: [], persons: [] };
  const sameSides = sidesOf(actor).filter((side) => sides.includes(side));
  const samePersons = personsOf(actor).filter((person) => persons.includes(person));
  return holds(sameSides.length + samePersons.length === 0, 'section.own_side_presented', 'incoming', {
    sides: sameSides,
    persons: samePersons,
  });
}

/** What the incoming chair takes upon itself it does as the chair, by a day of its own term, as with any commitment. */
function followUpGates({ anchors }: SectionFacts, followUp: FollowUp | undefined, at: IsoInstant): readonly Gate[] {
  if (followUp === undefined) return [];
  const { owner, dueOn: date } = followUp;
  const termStart = anchors.TERM_START;
  const isOfItsTerm = owner === 'outgoing' || termStart === null || date >= termStart;
  return [
    dateIsAhead('section', date, at, 'incoming'),
    holds(isOfItsTerm, 'section.before_new_term', 'incoming', { date, termStart }),
  ];
}

function somethingChanges(facts: SectionFacts, { summary, needs }: Extract<SectionCommand, { move: 'change' }>): Gate {
  const changes = summary !== facts.summary || needs !== facts.needs;
  return holds(changes, 'section.nothing_to_change', 'outgoing');
}
