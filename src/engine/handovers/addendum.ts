import { refusalOf, type Actor, type Decision } from '../decision.js';
import { actingSides } from '../desks.js';
import { holds, speaksFor, unmet } from '../gates.js';
import type { HandoverState, SignedPaper } from './handover.js';
import type { Facts } from '../words.js';

/** What came after the signing: added with a number, it changes nothing of what was signed. */
export interface NewAddendum {
  readonly title: string;
  readonly text: string;
  /** The document that comes with it, if there is one. */
  readonly document?: SignedPaper;
}

/** What a decision about an addendum looks at. */
export interface AddendumFacts {
  readonly handoverId: string;
  readonly state: HandoverState;
  /** How many there are. */
  readonly count: number;
}

const SIDES = ['outgoing', 'incoming', 'secretariat'] as const;
const OPEN: readonly HandoverState[] = ['signed', 'effected'];

/** Judges a late entry: only what is signed has addenda, and a closed file has no more. */
export function decideAddendum(
  { handoverId, state, count }: AddendumFacts,
  { title, text, document }: NewAddendum,
  actor: Actor,
): Decision<{ readonly number: number }> {
  const isOver = state === 'closed' || state === 'cancelled';
  const refusal = refusalOf(
    unmet([
      holds(OPEN.includes(state), 'handover.no_addenda_now', isOver ? 'nobody' : 'secretariat', { state }),
      speaksFor('handover', actor, [...SIDES]),
    ]),
  );
  if (refusal !== null) return refusal;
  const number = count + 1;
  const subject = `handover:${handoverId}`;
  const sides = actingSides(actor, SIDES);
  const kept: Facts =
    document === undefined
      ? {}
      : { document: { sha256: document.sha256, bytes: document.bytes, mediaType: document.mediaType } };
  return {
    refused: false,
    changes: { number },
    happenings: [
      {
        action: 'handover.addendum_added',
        subject,
        facts: { rule: 'handover.addendum', state, sides, addendum: number, ...kept },
        text: `${title}\n${text}`,
      },
    ],
    messages: [
      {
        kind: 'handover.addendum_added',
        subject,
        to: SIDES,
        urgent: false,
        facts: { handover: handoverId, state, addendum: number },
      },
    ],
  };
}
