import { decideHandover } from '../../src/engine/handovers/decide-handover.js';
import type { Accepted, Actor, UnmetGate } from '../../src/engine/decision.js';
import type { HandoverChanges, HandoverFacts, Signature } from '../../src/engine/handovers/handover-facts.js';
import type { HandoverTask } from '../../src/engine/handovers/handover-task.js';
import type { Declaration, HandoverCommand, HandoverMove, HandoverState } from '../../src/engine/handovers/handover.js';

export const AT = '2024-02-01T15:00:00.000Z';

export const HANDOVER_STATES: readonly HandoverState[] = [
  'planned',
  'preparing',
  'signing',
  'signed',
  'effected',
  'closed',
  'cancelled',
];

export const byOutgoing: Signature = { side: 'outgoing', personId: 'salma', signedForId: 'salma' };
export const byIncoming: Signature = { side: 'incoming', personId: 'ines', signedForId: 'ines' };

/** What whoever signs signs. */
export const declaration: Declaration = {
  text: 'The chair passes. I confirm for Morocco.',
  language: 'fr',
  rank: 'Director General',
  name: 'Salma',
};

/** A settled task that the handover waits for. */
export const task: HandoverTask = {
  id: 'DOC-05',
  state: 'accepted',
  mandatory: true,
  blocksHandover: true,
  owner: 'incoming',
  acceptedBy: 'outgoing',
  rule: { anchor: 'HANDOVER_DATE', offset: -3, unit: 'working_days' },
  due: '2024-01-29',
  pinned: null,
};

/** Morocco to Portugal on the day itself, everything settled and nothing in the way. */
export const handover: HandoverFacts = {
  id: '2024-pt',
  state: 'preparing',
  anchors: {
    HANDOVER_DATE: '2024-02-01',
    TERM_START: '2024-02-01',
    MEETING_START: '2024-01-31',
    MEETING_END: '2024-02-01',
  },
  today: '2024-02-01',
  tasks: [task],
  sections: [
    { id: 'DOC', state: 'accepted' },
    { id: 'PRG', state: 'accepted_with_reservation' },
  ],
  outgoingTerm: { id: '2022-ma', state: 'serving' },
  vacancyTermId: null,
  incomingTerm: { id: '2024-pt', state: 'confirmed', holders: ['PT'] },
  signatures: [],
};

/** The handover in a state, with the signatures that it has there. */
export function standing(state: HandoverState): HandoverFacts {
  const signed = state === 'signed' || state === 'effected' || state === 'closed';
  return { ...handover, state, signatures: signed ? [byOutgoing, byIncoming] : [] };
}

/** A command of each move that asks for nothing out of the way. */
export const moves: { readonly [Move in HandoverMove]: Extract<HandoverCommand, { move: Move }> } = {
  prepare: { move: 'prepare' },
  freeze: { move: 'freeze' },
  sign: { move: 'sign', declaration },
  reopen: { move: 'reopen', reason: 'an annex changed' },
  effect: { move: 'effect' },
  close: { move: 'close' },
  cancel: { move: 'cancel', reason: 'the turn was given up' },
};

/** The gates that are not met; none when it may be done. */
export function gatesOf(facts: HandoverFacts, command: HandoverCommand, by: Actor): readonly UnmetGate[] {
  const decision = decideHandover(facts, command, by, AT);
  return decision.refused ? decision.gates : [];
}

/** Their codes, in the order of the alphabet. */
export function refusedFor(facts: HandoverFacts, command: HandoverCommand, by: Actor): readonly string[] {
  return gatesOf(facts, command, by)
    .map((gate) => gate.code)
    .sort();
}

/** What is decided of a command that must be allowed. */
export function allowed(facts: HandoverFacts, command: HandoverCommand, by: Actor): Accepted<HandoverChanges> {
  const decision = decideHandover(facts, command, by, AT);
  if (decision.refused) throw new Error(`Refused: ${decision.gates.map((gate) => gate.code).join(', ')}`);
  return decision;
}
