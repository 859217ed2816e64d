import { slotOf } from './chair.js';
import { spanOf } from './term-span.js';
import { inOrder, isToCome } from './term.js';
import type { Certainty, Term, TermKind } from './term.js';
import type { IsoDate } from '../words.js';

/**
 * What a term is to the chair on a day, in the order in which it is told:
 * - `chair`, `caretaker`: the legal chair of that day; `paused_chair`: the legal chair of a paused body
 * - `vacancy`: declared to have no chair
 * - `until_handover`: past its planned end, or on a day planned for the next turn: chairs if no handover has taken
 *   effect by then
 * - `earlier_that_day`: acted on the shared day until the chair passed
 * - `rival_claim`: one of the claimants of a disputed chair
 * - `candidate`: perhaps, for its days are not known exactly
 * - `planned`: is to chair then, and has not begun
 */
export const CHAIR_ROLES = [
  'chair',
  'caretaker',
  'paused_chair',
  'vacancy',
  'until_handover',
  'earlier_that_day',
  'rival_claim',
  'candidate',
  'planned',
] as const;
export type ChairRole = (typeof CHAIR_ROLES)[number];

/** One term that has to do with the chair on the day asked about. */
export interface ChairOnDay {
  readonly term: string;
  readonly holders: readonly string[];
  readonly kind: TermKind;
  readonly as: ChairRole;
  readonly certainty: Certainty;
  readonly note: string | null;
}

/**
 * Who chairs on this day: everyone concerned, each with what they are to the chair, the legal chair first. Of two
 * rivals or two candidates both are given. Empty when nobody is known, which is not the same as a declared vacancy.
 */
export function chairsOn(terms: readonly Term[], day: IsoDate): readonly ChairOnDay[] {
  const found = inOrder(terms).flatMap((term) => {
    const as = roleOn(term, terms, day);
    return as === null ? [] : [answer(term, as)];
  });
  return found.sort((a, b) => CHAIR_ROLES.indexOf(a.as) - CHAIR_ROLES.indexOf(b.as));
}

function answer(term: Term, as: ChairRole): ChairOnDay {
  return {
    term: term.id,
    holders: term.holders,
    kind: term.kind,
    as,
    certainty: term.certainty,
    note: term.certaintyNote,
  };
}

function roleOn(term: Term, terms: readonly Term[], day: IsoDate): ChairRole | null {
  if (term.state === 'lapsed') return null;
  if (isToCome(term)) return covers(slotOf(term), day) ? 'planned' : null;
  const span = spanOf(term, terms);
  if (term.certainty === 'disputed') return covers(span.perhaps, day) ? 'rival_claim' : null;
  if (covers(span.surely, day)) return surely(term, terms, day);
  if (actedEarlierOn(term, day)) return 'earlier_that_day';
  return covers(span.perhaps, day) ? 'candidate' : null;
}

function surely(term: Term, terms: readonly Term[], day: IsoDate): ChairRole | null {
  if (term.kind === 'vacancy') return 'vacancy';
  if (term.pauses.some((pause) => covers(pause, day))) return 'paused_chair';
  const serves = term.kind === 'caretaker' ? 'caretaker' : 'chair';
  if (term.state === 'concluded') return serves;
  const turns = inOrder(terms).filter(isToCome);
  const planned = turns.findIndex((turn) => covers(slotOf(turn), day));
  if (planned > 0) return null;
  return planned === 0 || isPastPlannedEnd(term, day) ? 'until_handover' : serves;
}

function isPastPlannedEnd(term: Term, day: IsoDate): boolean {
  const until = slotOf(term)?.until ?? null;
  return until !== null && day >= until;
}

function actedEarlierOn(term: Term, day: IsoDate): boolean {
  const sharedEnd = term.boundary === 'shared_day' && term.precision.end === 'day' ? term.effective.end : null;
  return sharedEnd === day && term.kind !== 'vacancy';
}

function covers(days: { from: IsoDate | null; until: IsoDate | null } | null, day: IsoDate): boolean {
  if (days === null) return false;
  return (days.from === null || days.from <= day) && (days.until === null || day < days.until);
}
