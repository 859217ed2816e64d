import type { UnmetGate } from '../decision.js';
import { unmet, type Gate } from '../gates.js';
import type { HandoverFacts } from './handover-facts.js';

/**
 * The conditions for the chair to pass: somebody or a declared vacancy gives it up, a confirmed and known successor
 * takes it, and the day has come. The date is moved by re-planning, never by passing early.
 */
export function passageGates(facts: HandoverFacts): readonly UnmetGate[] {
  return unmet([chairIsGivenUp(facts), successorIsConfirmed(facts), successorIsKnown(facts), dayHasCome(facts)]);
}

/** The term that ends: the outgoing one while it serves, else the declared vacancy; null when no one has the chair to give. */
export function endingTerm(facts: HandoverFacts): string | null {
  return facts.outgoingTerm.state === 'serving' ? facts.outgoingTerm.id : facts.vacancyTermId;
}

function chairIsGivenUp(facts: HandoverFacts): Gate {
  const { id, state } = facts.outgoingTerm;
  if (endingTerm(facts) !== null) return null;
  return {
    code: 'handover.term_not_serving',
    facts: { term: id, state },
    whose: 'secretariat',
    about: { kind: 'term', id },
  };
}

function successorIsConfirmed(facts: HandoverFacts): Gate {
  const { id, state } = facts.incomingTerm;
  if (state === 'confirmed') return null;
  return {
    code: 'handover.successor_not_confirmed',
    facts: { term: id, state },
    whose: 'secretariat',
    about: { kind: 'term', id },
  };
}

function successorIsKnown(facts: HandoverFacts): Gate {
  const { id, holders } = facts.incomingTerm;
  if (holders.length > 0) return null;
  return {
    code: 'handover.successor_unknown',
    facts: { term: id },
    whose: 'secretariat',
    about: { kind: 'term', id },
  };
}

function dayHasCome(facts: HandoverFacts): Gate {
  const handoverDate = facts.anchors.HANDOVER_DATE;
  if (handoverDate === null) return { code: 'handover.date_missing', facts: {}, whose: 'secretariat' };
  if (facts.today >= handoverDate) return null;
  return { code: 'handover.too_early', facts: { handoverDate, today: facts.today }, whose: 'secretariat' };
}
