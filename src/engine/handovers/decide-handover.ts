import { refusalOf, type Actor, type Decision } from '../decision.js';
import { CHAIRS, leadingHats } from '../desks.js';
import type { Effect, HandoverChanges, HandoverFacts, Signature } from './handover-facts.js';
import { handoverGates, missingSignatures } from './handover-gates.js';
import { handoverHappenings, handoverMessages } from './handover-happenings.js';
import { decisionsOf, handoverMachine, wayOf, type HandoverCommand } from './handover.js';
import { nextState } from '../machine.js';
import { endingTerm } from './passage-gates.js';
import type { IsoInstant } from '../words.js';

/**
 * Judges one command about a handover. The answer is what to write, or every condition that is not met. `at` is the
 * instant at which the chair passes when it does; which day it is comes with the facts, in the body's zone.
 */
export function decideHandover(
  facts: HandoverFacts,
  command: HandoverCommand,
  actor: Actor,
  at: IsoInstant,
): Decision<HandoverChanges> {
  const refusal = refusalOf(handoverGates(facts, command, actor));
  if (refusal !== null) return refusal;
  const changes = changesOf(facts, command, actor, at);
  return {
    refused: false,
    changes,
    happenings: handoverHappenings(facts, command, actor, changes),
    messages: handoverMessages(facts, command, changes),
  };
}

function changesOf(facts: HandoverFacts, command: HandoverCommand, actor: Actor, at: IsoInstant): HandoverChanges {
  const state = nextState(handoverMachine, facts.state, command.move) ?? facts.state;
  switch (command.move) {
    case 'sign':
      return {
        state: missingSignatures(facts).length === 1 ? state : facts.state,
        signature: { ...signatureOf(actor), declaration: command.declaration },
      };
    case 'reopen':
      return { state, signaturesVoid: true };
    case 'effect':
      return { state, effect: effectOf(facts, command, at) };
    case 'prepare':
    case 'freeze':
    case 'close':
    case 'cancel':
      return { state };
  }
}

/** A lead signs in their own name where they can; only else in that of the lead they stand in for. */
function signatureOf(actor: Actor): Signature {
  const hats = leadingHats(actor, CHAIRS);
  const hat = hats.find(({ personId }) => personId === actor.personId) ?? hats[0];
  const side = CHAIRS.find((chair) => chair === hat?.side);
  if (hat === undefined || side === undefined) throw new Error('Only a lead of a chair passes the gates of signing');
  return { side, personId: actor.personId, signedForId: hat.personId };
}

function effectOf(facts: HandoverFacts, command: Extract<HandoverCommand, { move: 'effect' }>, at: IsoInstant): Effect {
  const concludesTermId = endingTerm(facts);
  if (concludesTermId === null) throw new Error('Only a term that has the chair passes the gates of effect');
  return {
    at,
    how: command.withoutSignature === undefined ? 'signed' : 'without_signature',
    way: wayOf(command),
    reference: decisionsOf(command)[0]?.reference ?? null,
    concludesTermId,
    startsTermId: facts.incomingTerm.id,
  };
}
