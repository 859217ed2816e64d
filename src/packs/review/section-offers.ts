import type { UnmetGate } from '../../engine/decision.js';
import { commentGates, sectionGates } from '../../engine/handovers/section-gates.js';
import type { SectionCommand } from '../../engine/handovers/section.js';
import type { IsoInstant } from '../../engine/words.js';
import type { SectionBeforeMove } from '../../handovers/section-facts.js';

/** Words in place of those that are still to be written: what is asked is all the rest. */
const SOMETHING = '…';

const SAMPLES = {
  present: { move: 'present', summary: SOMETHING, needs: '' },
  accept: { move: 'accept' },
  accept_with_reservation: { move: 'accept_with_reservation', reservation: SOMETHING },
  return: { move: 'return', reason: SOMETHING },
  change: { move: 'change', summary: SOMETHING, needs: SOMETHING },
} as const satisfies Readonly<Record<SectionCommand['move'], SectionCommand>>;

/** What stands against a move of a section now, whatever its words. */
export function gatesAgainst(
  { facts, actor }: SectionBeforeMove,
  move: SectionCommand['move'],
  at: IsoInstant,
): readonly UnmetGate[] {
  return sectionGates(facts, SAMPLES[move], actor, at);
}

/** Whether the decision on a section lies in the reader's hands now. */
export function mayDecide(before: SectionBeforeMove): boolean {
  return before.facts.state === 'in_review' && isOnSide(before, ['incoming']);
}

/** Whether the reader may say something about a section now, whatever it is. */
export function mayComment({ facts, actor }: SectionBeforeMove): boolean {
  return actor.hats.length > 0 && commentGates(facts, SOMETHING, []).length === 0;
}

/** Whether the reader is one of those who put the section together. */
export function mayPresent(before: SectionBeforeMove): boolean {
  return isOnSide(before, ['outgoing', 'secretariat']);
}

function isOnSide({ actor }: SectionBeforeMove, sides: readonly string[]): boolean {
  return actor.hats.some(({ side }) => sides.includes(side));
}
