import { sidesOf, type Actor, type Hat } from './decision.js';
import type { Desk, Role, Side } from './words.js';

/** The two chairs: the sides that a joint desk is made of, and that sign. */
export const CHAIRS = ['outgoing', 'incoming'] as const satisfies readonly Side[];

/** One of the two chairs. */
export type Chair = (typeof CHAIRS)[number];

/** Who a move is given to; `owner` and `acceptedBy` depend on the task. Several parties: any of them may. */
export type Party = Side | 'owner' | 'acceptedBy';

/**
 * Who may make a move. `lead`: only a lead of that side, `when_mandatory` only where the task is mandatory; in the
 * secretariat its own role is enough. This is the table that other permission tables are checked against.
 */
export interface Allowance<Given extends Party = Party> {
  readonly by: readonly [Given, ...Given[]];
  readonly lead: 'no' | 'always' | 'when_mandatory';
}

/** The sides that speak for a desk: both chairs for a joint one. */
export function sidesOfDesk(desk: Desk): readonly Side[] {
  return desk === 'joint' ? CHAIRS : [desk];
}

/** The desk that these sides make together, as far as there is one; null for no side at all. */
export function deskOf(sides: readonly Side[]): Desk | null {
  const [first, second] = sides;
  return first !== undefined && second !== undefined ? 'joint' : (first ?? null);
}

/** The sides for which the actor may speak at any of these desks. */
export function actingSides(actor: Actor, desks: readonly Desk[]): readonly Side[] {
  const asked = desks.flatMap(sidesOfDesk);
  return sidesOf(actor).filter((side) => asked.includes(side));
}

/** The hats in which the actor leads one of these desks. */
export function leadingHats(actor: Actor, desks: readonly Desk[]): readonly Hat[] {
  const asked = desks.flatMap(sidesOfDesk);
  return actor.hats.filter((hat) => asked.includes(hat.side) && leadRole(hat.side) === hat.role);
}

/**
 * Whether a task of this owner can ever be accepted at that desk. A side cannot accept what it submitted, and a
 * joint desk needs both chairs, so some pairs leave nobody: a checklist with one of them is refused.
 */
export function canBeAcceptedAt(owner: Desk, acceptedBy: Desk | null): boolean {
  return acceptedBy === null || sidesOfDesk(owner).some((side) => isLeftToAnswer(acceptedBy, [side]));
}

/** Whether a desk can still give its answer when these sides have no voice in it. */
export function isLeftToAnswer(desk: Desk, excluded: readonly Side[]): boolean {
  const left = sidesOfDesk(desk).filter((side) => !excluded.includes(side));
  return left.length === sidesOfDesk(desk).length;
}

function leadRole(side: Side): Role {
  return side === 'secretariat' ? 'secretariat' : 'lead';
}
