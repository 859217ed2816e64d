import type { Audience, Happening, Message } from '../decision.js';
import { canonical } from '../account/record.js';
import { isToCome } from './term.js';
import type { Term } from './term.js';
import type { Fact, Facts, IsoDate } from '../words.js';

/** Why a term was changed and by whose decision; every change that a body has to answer for leaves one. */
export interface TermRevision {
  readonly term: string;
  /** The move, or the operation on the rotation. */
  readonly by: string;
  readonly reason: string;
  /** Reference to the decision: a body's minutes, a note verbale, a letter. */
  readonly decidedBy: string;
  /** Each changed field with its old and its new value. */
  readonly changed: Facts;
}

/** One term before and after; `before` null when it is new, `revision` null when the move answers for itself. */
export interface TermChange {
  readonly before: Term | null;
  readonly after: Term;
  readonly revision: TermRevision | null;
}

/** A date that moves, old and new; what a preview shows. */
export interface DateMove {
  readonly term: string;
  readonly field: 'planned.start' | 'planned.end' | 'effective.start' | 'effective.end';
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** Each field that differs, as `{ from, to }`. */
export function differences(before: Term | null, after: Term): Facts {
  const fields = Object.keys(after) as (keyof Term)[];
  const changed = fields.flatMap((field) => {
    const from = asFact(before?.[field] ?? null);
    const to = asFact(after[field]);
    return canonical(from) === canonical(to) ? [] : [[field, { from, to }] as const];
  });
  return Object.fromEntries(changed);
}

/** Every date that differs between two states of a term. */
export function dateMoves(before: Term | null, after: Term): readonly DateMove[] {
  const none = { start: null, end: null };
  return (['planned', 'effective'] as const).flatMap((interval) =>
    (['start', 'end'] as const).flatMap((side) => {
      const from = (before?.[interval] ?? none)[side];
      const to = after[interval][side];
      return from === to ? [] : [{ term: after.id, field: `${interval}.${side}` as const, from, to }];
    }),
  );
}

/** The line for the account about one changed term. */
export function happening(action: string, term: Term, facts: Facts, text?: string): Happening {
  return { action, subject: `term:${term.id}`, facts, ...(text === undefined ? {} : { text }) };
}

/**
 * A message about a term. Sides are those of the handover that the term is next in: before it begins its holders are
 * the incoming side there, once it has begun they are the outgoing side and the incoming side is told as well.
 */
export function message(kind: string, term: Term, facts: Facts, urgent = false): Message {
  const sides: readonly Audience[] =
    isToCome(term) || term.state === 'lapsed' ? ['incoming'] : ['outgoing', 'incoming'];
  return { kind, subject: `term:${term.id}`, to: [...sides, 'secretariat'], urgent, facts };
}

/** Values of a term are plain data: strings, numbers, null, lists and records of these. */
function asFact(value: Term[keyof Term] | null): Fact {
  return value as Fact;
}
