import { CHAIRS, type Allowance } from '../desks.js';
import type { Language, Side } from '../words.js';
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

/** What somebody signs for their chair; that they may is for the gates. */
export interface Declaration {
  /** The whole of it, with the words that were typed to confirm it. */
  readonly text: string;
  readonly language: SignedLanguage;
  /** The office or rank of the person who signs, in their own words. */
  readonly rank: string;
  /** What the person was called when they signed. */
  readonly name: string;
  /** The scan of a paper that was signed by hand; left out where the words were typed. */
  readonly paper?: SignedPaper;
}

/** Declarations can be read and signed in every language of the pages. */
export type SignedLanguage = Language | 'ar';

/** A file kept under its digest. */
export interface SignedPaper {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** How a chair can pass: at the meeting, on its date without one, remotely, or because the secretariat decided so. */
export const EFFECT_WAYS = ['meeting', 'date', 'remote', 'decision'] as const;
export type EffectWay = (typeof EFFECT_WAYS)[number];

/** What can be asked of a handover. */
export type HandoverCommand =
  | { readonly move: 'prepare' }
  | { readonly move: 'freeze' }
  | { readonly move: 'sign'; readonly declaration: Declaration }
  | { readonly move: 'reopen'; readonly reason: string }
  | {
      readonly move: 'effect';
      /** By decision where one is given and nothing else is said, else on the date. */
      readonly way?: EffectWay;
      /** The decision of the secretariat that lets it pass; it excuses nothing by itself. */
      readonly decision?: WrittenDecision;
      /** The chair passes although not both sides have signed (G20 2025). Excuses the ceremony, too. */
      readonly withoutSignature?: WrittenDecision;
      /** The chair passes although tasks that the handover waits for are not settled (Rabat 2020, passed remotely). */
      readonly withoutCeremony?: WrittenDecision;
    }
  | { readonly move: 'close' }
  | { readonly move: 'cancel'; readonly reason: string };

type EffectCommand = Extract<HandoverCommand, { move: 'effect' }>;

/** The written decisions that come with it, those that excuse something first. */
export function decisionsOf(command: EffectCommand): readonly WrittenDecision[] {
  const { withoutSignature, withoutCeremony, decision } = command;
  return [withoutSignature, withoutCeremony, decision].filter((each) => each !== undefined);
}

/** How the chair passes by this command. */
export function wayOf(command: EffectCommand): EffectWay {
  return command.way ?? (decisionsOf(command).length > 0 ? 'decision' : 'date');
}
