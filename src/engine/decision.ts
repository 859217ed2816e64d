import type { Desk, Facts, Side } from './words.js';

/**
 * A condition for a move that is not met: what is missing, and who can change that.
 * A refusal lists every one of them, never just the first (product invariant 6).
 */
export interface UnmetGate {
  /** Stable dotted name, such as `task.evidence_missing`. */
  readonly code: string;
  /** What a text in any language needs to say it: ids, dates, counts, names of states. */
  readonly facts: Facts;
  /** Whose move it is; `nobody` when no one can change it any more. */
  readonly whose: Desk | 'nobody';
  /** What to look at, when the reason lies in another thing than the one asked about. */
  readonly about?: {
    readonly kind: 'task' | 'term' | 'handover' | 'meeting' | 'person' | 'section' | 'archive';
    readonly id: string;
  };
}

/** The answer no: a value, not an exception. */
export interface Refused {
  readonly refused: true;
  readonly gates: readonly [UnmetGate, ...UnmetGate[]];
}

/** A line for the account: what happened to what, under which rule. Free text is kept apart so that it can be erased. */
export interface Happening {
  /** `task.submitted`, `term.extended`, ... */
  readonly action: string;
  /** `task:SOM-01`, `term:2024-pt`, `handover:2024-pt`, ... */
  readonly subject: string;
  readonly facts: Facts;
  /** What a person wrote: a reason, a comment. */
  readonly text?: string;
}

/** Who a message is for, before it is known which people those are that day. */
export type Audience = Side | 'owner' | 'acceptedBy' | { readonly person: string };

/** A message that someone is owed because something happened. */
export interface Message {
  readonly kind: string;
  readonly subject: string;
  readonly to: readonly Audience[];
  /** Urgent messages go out in the next working hour; all others wait for the day's digest. */
  readonly urgent: boolean;
  readonly facts: Facts;
}

/** The answer yes: what to write, and nothing done yet. */
export interface Accepted<Changes> {
  readonly refused: false;
  readonly changes: Changes;
  readonly happenings: readonly [Happening, ...Happening[]];
  readonly messages: readonly Message[];
}

export type Decision<Changes> = Accepted<Changes> | Refused;

/** The refusal that lists these gates, or null when all are met. */
export function refusalOf(gates: readonly UnmetGate[]): Refused | null {
  const [first, ...rest] = gates;
  return first === undefined ? null : { refused: true, gates: [first, ...rest] };
}

/** What one person may speak as: their own role on a side, or that of someone they stand in for. */
export interface Hat {
  readonly personId: string;
  readonly side: Side;
  readonly role: 'delegate' | 'lead' | 'secretariat';
}

/**
 * The person who acts, with every hat they wear in this handover today.
 * Someone who stands in for another wears both hats and counts as both people (product invariant 3).
 */
export interface Actor {
  readonly personId: string;
  readonly hats: readonly Hat[];
}

/** Every side the actor counts as. */
export function sidesOf(actor: Actor): readonly Side[] {
  return [...new Set(actor.hats.map((hat) => hat.side))];
}

/** Every person the actor counts as, themselves first. */
export function personsOf(actor: Actor): readonly string[] {
  return [...new Set([actor.personId, ...actor.hats.map((hat) => hat.personId)])];
}
