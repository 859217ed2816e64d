import { personsOf, sidesOf, refusalOf, type Actor, type Decision, type Message } from '../decision.js';
import { holds, reasonIsGiven, unmet, type Gate } from '../gates.js';
import type { Desk, IsoInstant, Side } from '../words.js';
import type { HandoverState } from './handover.js';

/** How far something that changes hands has come. */
export type AssetStep = 'listed' | 'transferred' | 'confirmed';
export type AssetMove = 'add' | 'remove' | 'transfer' | 'confirm' | 'sendBack';

/** What is known of something that changes hands when a move is asked for. */
export interface AssetFacts {
  readonly id: string;
  readonly handoverState: HandoverState;
  readonly step: AssetStep;
  /** Everybody whom the giver counted as; empty while it has not been handed over. */
  readonly transferredPersons: readonly string[];
}

/** What to write: who handed it over, who confirmed it; null takes back. What is left out stays. */
export interface AssetChanges {
  readonly transferred?: { readonly by: string; readonly persons: readonly string[]; readonly at: IsoInstant } | null;
  readonly confirmed?: { readonly by: string; readonly at: IsoInstant } | null;
  readonly removed?: true;
}

interface MoveRule {
  readonly from: readonly AssetStep[];
  readonly by: readonly [Side, ...Side[]];
  readonly deed: string;
  readonly tells: readonly Side[];
  /** Whether it changes the list itself, which is frozen with the pack. */
  readonly changesList: boolean;
}

/** Who may do what, and from where: the giving side or the secretariat hand over, the receiving side confirms. */
const RULES: Readonly<Record<AssetMove, MoveRule>> = {
  add: {
    from: ['listed'],
    by: ['outgoing', 'secretariat'],
    deed: 'asset.added',
    tells: [],
    changesList: true,
  },
  remove: {
    from: ['listed'],
    by: ['outgoing', 'secretariat'],
    deed: 'asset.removed',
    tells: [],
    changesList: true,
  },
  transfer: {
    from: ['listed'],
    by: ['outgoing', 'secretariat'],
    deed: 'asset.transferred',
    tells: ['incoming'],
    changesList: false,
  },
  confirm: {
    from: ['transferred'],
    by: ['incoming'],
    deed: 'asset.confirmed',
    tells: ['outgoing', 'secretariat'],
    changesList: false,
  },
  sendBack: {
    from: ['transferred', 'confirmed'],
    by: ['incoming'],
    deed: 'asset.sent_back',
    tells: ['outgoing', 'secretariat'],
    changesList: false,
  },
};

/** The moves that exist from a step, in the order in which they are offered. */
export function assetMovesFrom(step: AssetStep): readonly AssetMove[] {
  return (['transfer', 'confirm', 'sendBack', 'remove'] as const).filter((move) => RULES[move].from.includes(step));
}

/**
 * Whether somebody may do this with something that changes hands, and what to write then. Four eyes: who confirms is of
 * the receiving side and none of those whom the giver counted as. The list is frozen with the pack; what stands on it may be
 * handed over and confirmed until the handover is closed, since keys change hands after the ceremony.
 * @param reason why it is sent back; of the other moves nothing is asked.
 */
export function decideAsset(
  facts: AssetFacts,
  move: AssetMove,
  actor: Actor,
  at: IsoInstant,
  reason = '',
): Decision<AssetChanges> {
  const rule = RULES[move];
  const refusal = refusalOf(unmet(gatesOf(facts, move, actor, reason)));
  if (refusal !== null) return refusal;
  const subject = `asset:${facts.id}`;
  const told: Message = { kind: rule.deed, subject, to: rule.tells, urgent: move === 'sendBack', facts: {} };
  return {
    refused: false,
    changes: changesBy(move, actor, at),
    happenings: [{ action: rule.deed, subject, facts: {}, ...(move === 'sendBack' ? { text: reason.trim() } : {}) }],
    messages: rule.tells.length === 0 ? [] : [told],
  };
}

/** Every condition that is not met, for a page that says why something cannot be done. */
export function assetGates(facts: AssetFacts, move: AssetMove, actor: Actor): ReturnType<typeof unmet> {
  return unmet(gatesOf(facts, move, actor, move));
}

function gatesOf(facts: AssetFacts, move: AssetMove, actor: Actor, reason: string): readonly Gate[] {
  const { handoverState, step, transferredPersons } = facts;
  const { from, by, changesList } = RULES[move];
  const isOver = handoverState === 'closed' || handoverState === 'cancelled';
  const isFrozen = handoverState !== 'planned' && handoverState !== 'preparing';
  const again = personsOf(actor).filter((person) => transferredPersons.includes(person));
  return [
    holds(!isOver, 'asset.handover_over', 'nobody', { handoverState }),
    isOver || !changesList ? null : holds(!isFrozen, 'asset.list_frozen', 'nobody', { handoverState }),
    holds(from.includes(step), 'asset.wrong_step', whoseStep(step, move), { move }),
    holds(
      sidesOf(actor).some((side) => by.includes(side)),
      'asset.not_your_side',
      by[0],
      { desks: by },
    ),
    move === 'confirm' ? holds(again.length === 0, 'asset.same_person', 'incoming', { persons: again }) : null,
    move === 'sendBack' ? reasonIsGiven(move, reason, 'incoming') : null,
  ];
}

/** Who can bring it to where the move exists. */
function whoseStep(step: AssetStep, move: AssetMove): Desk {
  return step === 'listed' && (move === 'confirm' || move === 'sendBack') ? 'outgoing' : 'incoming';
}

function changesBy(move: AssetMove, actor: Actor, at: IsoInstant): AssetChanges {
  const by = actor.personId;
  switch (move) {
    case 'add':
      return {};
    case 'remove':
      return { removed: true };
    case 'transfer':
      return { transferred: { by, persons: personsOf(actor), at } };
    case 'confirm':
      return { confirmed: { by, at } };
    case 'sendBack':
      return { transferred: null, confirmed: null };
  }
}
