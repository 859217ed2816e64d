import { decideSection } from '../../src/engine/handovers/decide-section.js';
import type { Accepted, Actor, UnmetGate } from '../../src/engine/decision.js';
import type {
  SectionChanges,
  SectionCommand,
  SectionFacts,
  SectionMove,
  SectionState,
} from '../../src/engine/handovers/section.js';
import { handover, task } from './handover-examples.js';

export const AT = '2024-01-24T10:00:00.000Z';

export const SECTION_STATES: readonly SectionState[] = [
  'drafting',
  'in_review',
  'accepted',
  'accepted_with_reservation',
  'returned',
];

/** The section of the documents, with all its tasks settled, as Rachid of the outgoing side presented it. */
export const section: SectionFacts = {
  id: 'DOC',
  state: 'in_review',
  handoverId: '2024-pt',
  handoverState: 'preparing',
  anchors: handover.anchors,
  summary: 'What was kept, and where it lies.',
  needs: 'Name somebody who keeps the shared folder.',
  presentedBy: { sides: ['outgoing'], persons: ['rachid'] },
  tasks: [task],
  content: 'c'.repeat(64),
  reviewDueOn: '2024-01-31',
};

/** A command of each move that asks for nothing out of the way. */
export const moves: { readonly [Move in SectionMove]: Extract<SectionCommand, { move: Move }> } = {
  present: { move: 'present', summary: 'What was kept.', needs: '' },
  accept: { move: 'accept' },
  accept_with_reservation: { move: 'accept_with_reservation', reservation: 'Without the lists of 2022.' },
  return: { move: 'return', reason: 'Two papers are missing.' },
  change: { move: 'change', summary: 'What was kept, with the lists of 2022.', needs: '' },
};

/** The section in a state: nobody has presented what is still being drafted. */
export function standing(state: SectionState): SectionFacts {
  return { ...section, state, presentedBy: state === 'drafting' ? null : section.presentedBy };
}

export function gatesOf(facts: SectionFacts, command: SectionCommand, by: Actor): readonly UnmetGate[] {
  const decision = decideSection(facts, command, by, AT);
  return decision.refused ? decision.gates : [];
}

/** The codes of what is not met, in the order of the alphabet. */
export function refusedFor(facts: SectionFacts, command: SectionCommand, by: Actor): readonly string[] {
  return gatesOf(facts, command, by)
    .map((gate) => gate.code)
    .sort();
}

/** What is decided of a command that must be allowed. */
export function allowed(facts: SectionFacts, command: SectionCommand, by: Actor): Accepted<SectionChanges> {
  const decision = decideSection(facts, command, by, AT);
  if (decision.refused) throw new Error(`Refused: ${decision.gates.map((gate) => gate.code).join(', ')}`);
  return decision;
}
