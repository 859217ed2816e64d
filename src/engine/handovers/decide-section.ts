import { personsOf, refusalOf, sidesOf, type Accepted, type Actor, type Decision } from '../decision.js';
import { nextState } from '../machine.js';
import type { IsoInstant, Side } from '../words.js';
import { contentChanges, type SectionContent } from './section-content.js';
import { sectionGates, silenceGates } from './section-gates.js';
import {
  reopeningHappenings,
  reopeningMessages,
  sectionHappenings,
  sectionMessages,
  silenceHappenings,
  silenceMessages,
} from './section-happenings.js';
import {
  sectionMachine,
  type SectionChanges,
  type SectionCommand,
  type SectionDecision,
  type SectionFacts,
} from './section.js';

/**
 * Judges one command about one section of the pack. The answer is what to write, or every condition that is not met.
 * `at` is only compared with the day that a reservation is to be followed up by.
 */
export function decideSection(
  facts: SectionFacts,
  command: SectionCommand,
  actor: Actor,
  at: IsoInstant,
): Decision<SectionChanges> {
  const refusal = refusalOf(sectionGates(facts, command, actor, at));
  if (refusal !== null) return refusal;
  const changes = changesOf(facts, command, actor);
  return {
    refused: false,
    changes,
    happenings: sectionHappenings(facts, command, actor, changes),
    messages: sectionMessages(facts, command, changes.state),
  };
}

/** Judges the acceptance of a section because its day has passed and nobody has spoken; for bodies whose rule that is. */
export function decideSilence(facts: SectionFacts): Decision<SectionChanges> {
  const refusal = refusalOf(silenceGates(facts));
  if (refusal !== null) return refusal;
  const changes: SectionChanges = { state: 'accepted', decision: { ...UNSAID, by: null } };
  return { refused: false, changes, happenings: silenceHappenings(facts), messages: silenceMessages(facts) };
}

/**
 * What follows for a section from its tasks or documents having changed: it goes back to drafting, alone. Null where
 * nothing follows: it is not under review nor decided, the pack is not open, or it is as it was presented.
 * @param sides for which whoever changed it spoke.
 */
export function decideReopening(
  facts: Pick<SectionFacts, 'id' | 'state' | 'handoverState' | 'content'>,
  presented: SectionContent,
  now: SectionContent,
  sides: readonly Side[],
): Accepted<SectionChanges> | null {
  const state = nextState(sectionMachine, facts.state, 'change');
  if (state === null || facts.handoverState !== 'preparing') return null;
  const changed = contentChanges(presented, now);
  if (changed.length === 0) return null;
  const happenings = reopeningHappenings(facts, changed, sides);
  return { refused: false, changes: { state }, happenings, messages: reopeningMessages(facts) };
}

const UNSAID = { note: null, reservation: null, followUp: null } as const;

function changesOf(facts: SectionFacts, command: SectionCommand, actor: Actor): SectionChanges {
  const state = nextState(sectionMachine, facts.state, command.move) ?? facts.state;
  const decision = (said: Partial<SectionDecision>): SectionChanges => ({
    state,
    decision: { ...UNSAID, by: actor.personId, ...said },
  });
  switch (command.move) {
    case 'present': {
      const presentedBy = { sides: sidesOf(actor), persons: personsOf(actor) };
      return { state, summary: command.summary, needs: command.needs, presentedBy };
    }
    case 'change':
      return { state, summary: command.summary, needs: command.needs };
    case 'accept':
      return decision({ note: command.note ?? null });
    case 'accept_with_reservation':
      return decision({ reservation: command.reservation, followUp: command.followUp ?? null });
    case 'return':
      return decision({ note: command.reason });
  }
}
