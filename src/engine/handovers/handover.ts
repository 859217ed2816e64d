import { CHAIRS, type Allowance } from '../desks.js';
import type { Side } from '../words.js';
import type { Machine } from '../machine.js';

export type HandoverState = 'planned' | 'preparing' | 'signing' | 'signed' | 'effected' | 'closed' | 'cancelled';

export type HandoverMove = HandoverCommand['move'];

/**
 * The life of a handover. It can take effect before it is signed, since chairs have passed that way (G20 2025), but
 * only by a decision that the gates ask for.
 */
export const handoverMachine: Machine<HandoverState, HandoverMove> = {
  name: 'handover',
  states: ['planned', 'preparing', 'signing', 'signed', 'effected', 'closed', 'cancelled'],
  initial: 'planned',
  final: ['closed', 'cancelled'],
  transitions: [
    { move: 'prepare', from: ['planned'], to: 'preparing' },
    { move: 'freeze', from: ['preparing'], to: 'signing' },
    { move: 'sign', from: ['signing'], to: 'signed' },
    { move: 'reopen', from: ['signing', 'signed'], to: 'preparing' },
    { move: 'effect', from: ['preparing', 'signing', 'signed'], to: 'effected' },
    { move: 'close', from: ['effected'], to: 'closed' },
    { move: 'cancel', from: ['planned', 'preparing', 'signing', 'signed'], to: 'cancelled' },
  ],
};

/** Who may make which move: the secretariat runs the handover, the two chairs sign it through their leads. */
export const handoverMoves: Readonly<Record<HandoverMove, Allowance<Side>>> = {
  prepare: { by: ['secretariat'], lead: 'no' },
  freeze: { by: ['secretariat'], lead: 'no' },
  sign: { by: [...CHAIRS], lead: 'always' },
  reopen: { by: ['secretariat'], lead: 'no' },
  effect: { by: ['secretariat'], lead: 'no' },
  close: { by: ['secretariat'], lead: 'no' },
  cancel: { by: ['secretariat'], lead: 'no' },
};

/** The paper by which the secretariat decided; kept as free text. */
export interface WrittenDecision {
  readonly reference: string;
}

/** What can be asked of a handover. */
export type HandoverCommand =
  | { readonly move: 'prepare' }
  | { readonly move: 'freeze' }
  | { readonly move: 'sign' }
  | { readonly move: 'reopen'; readonly reason: string }
  | {
      readonly move: 'effect';
      /** The chair passes although not both sides have signed (G20 2025). Excuses the ceremony, too. */
      readonly withoutSignature?: WrittenDecision;
      /** The chair passes although tasks that the handover waits for are not settled (Rabat 2020, passed remotely). */
      readonly withoutCeremony?: WrittenDecision;
    }
  | { readonly move: 'close' }
  | { readonly move: 'cancel'; readonly reason: string };
