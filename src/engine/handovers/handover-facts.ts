import type { Chair } from '../desks.js';
import type { HandoverTask } from './handover-task.js';
import type { Declaration, EffectWay, HandoverState } from './handover.js';
import type { SectionState } from './section.js';
import type { TermState } from '../terms/term.js';
import type { Anchors, IsoDate, IsoInstant } from '../words.js';

/** Who signed for a chair: the person who acted, and the lead in whose name. */
export interface Signature {
  readonly side: Chair;
  readonly personId: string;
  readonly signedForId: string;
}

/** A signature that is given now, with what is signed. */
export interface GivenSignature extends Signature {
  readonly declaration: Declaration;
}

/** What a decision about a handover looks at. */
export interface HandoverFacts {
  readonly id: string;
  readonly state: HandoverState;
  readonly anchors: Anchors;
  /** Today in the body's zone. */
  readonly today: IsoDate;
  readonly tasks: readonly HandoverTask[];
  /** Of the pack, each with how far its review has come. */
  readonly sections: readonly { readonly id: string; readonly state: SectionState }[];
  readonly outgoingTerm: { readonly id: string; readonly state: TermState };
  /** The term of a declared vacancy that is running, if there is one: then that ends, the outgoing chair having left before. */
  readonly vacancyTermId: string | null;
  readonly incomingTerm: { readonly id: string; readonly state: TermState; readonly holders: readonly string[] };
  /** Those that count: of the present round of signing. */
  readonly signatures: readonly Signature[];
}

/** What to write; the state always. */
export interface HandoverChanges {
  readonly state: HandoverState;
  readonly signature?: GivenSignature;
  /** The signatures given so far count no more, but stay readable: the next round of signing begins. */
  readonly signaturesVoid?: true;
  readonly effect?: Effect;
}

/** The passing of the chair: one term is concluded and the next begins to serve in the same transaction. */
export interface Effect {
  readonly at: IsoInstant;
  readonly how: 'signed' | 'without_signature';
  readonly way: EffectWay;
  /** The written decision it took effect by; null when nothing had to be decided. */
  readonly reference: string | null;
  readonly concludesTermId: string;
  readonly startsTermId: string;
}
