import { CHAIRS, type Allowance } from '../desks.js';
import type { Machine } from '../machine.js';
import type { Submission } from '../tasks/task.js';
import type { Anchors, IsoDate, Side } from '../words.js';
import type { HandoverTask } from './handover-task.js';
import type { HandoverState } from './handover.js';

export type SectionState = 'drafting' | 'in_review' | 'accepted' | 'accepted_with_reservation' | 'returned';
export type SectionMove = SectionCommand['move'];

/**
 * The review of one section of the pack. A section that changes goes back to drafting alone; what was decided of
 * the others stays. One that was returned may be presented again as it is, where an answer was all it needed.
 */
export const sectionMachine: Machine<SectionState, SectionMove> = {
  name: 'section',
  states: ['drafting', 'in_review', 'accepted', 'accepted_with_reservation', 'returned'],
  initial: 'drafting',
  final: ['accepted', 'accepted_with_reservation'],
  transitions: [
    { move: 'present', from: ['drafting', 'returned'], to: 'in_review' },
    { move: 'accept', from: ['in_review'], to: 'accepted' },
    { move: 'accept_with_reservation', from: ['in_review'], to: 'accepted_with_reservation' },
    { move: 'return', from: ['in_review'], to: 'returned' },
    { move: 'change', from: ['in_review', 'accepted', 'accepted_with_reservation', 'returned'], to: 'drafting' },
  ],
};

/**
 * Who may make which move. The outgoing chair puts a section together, with the secretariat, and the incoming one
 * decides on it; a reservation binds its side for years, and so only a lead makes one.
 */
export const sectionMoves: Readonly<Record<SectionMove, Allowance<Side>>> = {
  present: { by: ['outgoing', 'secretariat'], lead: 'no' },
  accept: { by: ['incoming'], lead: 'no' },
  accept_with_reservation: { by: ['incoming'], lead: 'always' },
  return: { by: ['incoming'], lead: 'no' },
  change: { by: ['outgoing', 'secretariat'], lead: 'no' },
};

/** Who is to do something about a reservation, by when. */
export interface FollowUp {
  readonly owner: (typeof CHAIRS)[number];
  readonly dueOn: IsoDate;
}

/** What becomes of a section on which nobody has decided by its day: it waits and reminds, or it counts as accepted. */
export const SILENCE_RULES = ['waits', 'accepts'] as const;
export type SilenceRule = (typeof SILENCE_RULES)[number];

/** What can be asked of a section. Summaries, notes, reservations and reasons are free text of people. */
export type SectionCommand =
  | { readonly move: 'present'; readonly summary: string; readonly needs: string }
  | { readonly move: 'accept'; readonly note?: string }
  | { readonly move: 'accept_with_reservation'; readonly reservation: string; readonly followUp?: FollowUp }
  | { readonly move: 'return'; readonly reason: string }
  /** Takes it back to write its summary anew; other changes are those of its tasks. */
  | { readonly move: 'change'; readonly summary: string; readonly needs: string };

/** What a decision about a section looks at. */
export interface SectionFacts {
  readonly id: string;
  readonly state: SectionState;
  readonly handoverId: string;
  readonly handoverState: HandoverState;
  readonly anchors: Anchors;
  readonly summary: string;
  readonly needs: string;
  /** Who presented it last: every side and every person that they counted as. */
  readonly presentedBy: Submission | null;
  /** Its own tasks. */
  readonly tasks: readonly HandoverTask[];
  /** SHA-256, in hex, of its canonical content as the move leaves it. */
  readonly content: string;
  /** By when it would have to be decided on, were it presented now. */
  readonly reviewDueOn: IsoDate;
}

/** What was decided of a section; `by` is null where nobody spoke until its day. */
export interface SectionDecision {
  readonly by: string | null;
  readonly note: string | null;
  readonly reservation: string | null;
  readonly followUp: FollowUp | null;
}

/** What to write: the state always, of the rest only what changes. */
export interface SectionChanges {
  readonly state: SectionState;
  readonly summary?: string;
  readonly needs?: string;
  readonly presentedBy?: Submission;
  readonly decision?: SectionDecision;
}

/** Whether the incoming chair has taken the section over, with or without a reservation. */
export function isDecided({ state }: { readonly state: SectionState }): boolean {
  return state === 'accepted' || state === 'accepted_with_reservation';
}

/** Whose move a section is: with its reviewer while it is in review, with those who put it together until then. */
export function whoseSection({ state }: { readonly state: SectionState }): Side | 'nobody' {
  if (isDecided({ state })) return 'nobody';
  return state === 'in_review' ? 'incoming' : 'outgoing';
}
