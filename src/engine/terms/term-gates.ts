import { overlaps } from './chair.js';
import type { RotationProblem } from './chair.js';
import { isRealDate } from '../time/days.js';
import { sidesOf } from '../decision.js';
import type { Actor, UnmetGate } from '../decision.js';
import { stateAllows } from '../gates.js';
import { termMachine } from './term.js';
import type { Term, TermDraft, TermMove } from './term.js';
import type { Facts, IsoDate } from '../words.js';

/** Terms lie in these years; a date outside them is a slip of the pen. */
const FIRST_DATE = '1800-01-01';
const LAST_DATE = '2999-12-31';

/** A gate that only the secretariat can open, about this term when one is named. */
export function gate(code: string, facts: Facts, term?: string): UnmetGate {
  const about = term === undefined ? {} : { about: { kind: 'term', id: term } as const };
  return { code, facts, whose: 'secretariat', ...about };
}

/** Terms and the rotation are the secretariat's to change. */
export function secretariatGates(actor: Actor): readonly UnmetGate[] {
  return sidesOf(actor).includes('secretariat') ? [] : [gate('term.not_your_side', { desks: ['secretariat'] })];
}

/** The move exists from the term's state; otherwise the states from which it does are named. */
export function moveGates(term: Term, move: TermMove): readonly UnmetGate[] {
  const refused = stateAllows(termMachine, term.state, move, 'secretariat');
  return refused === null ? [] : [{ ...refused, about: { kind: 'term', id: term.id } }];
}

/** A reason, a reference to a decision: something must be written. */
export function writtenGates(texts: Readonly<Record<string, string>>): readonly UnmetGate[] {
  return Object.entries(texts)
    .filter(([, text]) => text.trim() === '')
    .map(([field]) => gate('term.text_missing', { field }));
}

/** Whether this is a real date in the years 1800 to 2999. */
export function isTermDate(text: string): boolean {
  return isRealDate(text) && text >= FIRST_DATE && text <= LAST_DATE;
}

/** Each date given exists, 2024-02-30 does not; null passes. */
export function dateGates(dates: Readonly<Record<string, IsoDate | null>>): readonly UnmetGate[] {
  return Object.entries(dates)
    .filter(([, date]) => date !== null && !isTermDate(date))
    .map(([field, date]) => gate('term.date_not_real', { field, date }));
}

/** What is recorded as having happened lies no later than today in the body's zone. */
export function pastGates(field: string, date: IsoDate, today: IsoDate): readonly UnmetGate[] {
  return date > today ? [gate('term.date_in_future', { field, date, today })] : [];
}

/** Each holder is named once; a vacancy has none, and a kind that chairs has one where one is asked for. */
export function holderGates(
  term: Pick<Term, 'id' | 'kind'>,
  holders: readonly string[],
  needed: boolean,
): readonly UnmetGate[] {
  const repeated = holders.filter((holder, at) => holders.indexOf(holder) !== at);
  const vacancy = term.kind === 'vacancy';
  return [
    ...(repeated.length > 0 ? [gate('term.holder_repeated', { holders: repeated }, term.id)] : []),
    ...(vacancy && holders.length > 0 ? [gate('term.vacancy_has_holder', { holders }, term.id)] : []),
    ...(!vacancy && needed && holders.length === 0 ? [gate('term.holder_unknown', {}, term.id)] : []),
  ];
}

/** A term lasts a day at least: an end that the next start shares lies after the start. */
export function lengthGates(
  term: Pick<Term, 'id' | 'boundary'>,
  start: IsoDate | null,
  end: IsoDate | null,
): readonly UnmetGate[] {
  if (start === null || end === null) return [];
  const tooShort = term.boundary === 'shared_day' ? end <= start : end < start;
  return tooShort ? [gate('term.end_before_start', { start, end }, term.id)] : [];
}

/** A draft is whole in itself and its id is free. */
export function draftGates(draft: TermDraft, terms: readonly Term[]): readonly UnmetGate[] {
  const dates = dateGates({ 'planned.start': draft.planned.start, 'planned.end': draft.planned.end });
  return [
    ...writtenGates({ id: draft.id }),
    ...(terms.some((term) => term.id === draft.id) ? [gate('term.id_taken', {}, draft.id)] : []),
    ...holderGates(draft, draft.holders, false),
    ...dates,
    ...(dates.length > 0 ? [] : lengthGates(draft, draft.planned.start, draft.planned.end)),
  ];
}

/**
 * No pair of terms comes to lie on the same days that did not before. With `only` given only overlaps of that kind
 * count: what really happened is not refused because a plan has been overtaken by it.
 */
export function overlapGates(
  before: readonly Term[],
  after: readonly Term[],
  only?: RotationProblem['in'],
): readonly UnmetGate[] {
  const known = new Set(overlaps(before).map(pairOf));
  return overlaps(after)
    .filter((problem) => !known.has(pairOf(problem)) && (only === undefined || problem.in === only))
    .map(({ first, second, from, until }) => gate('term.overlaps', { first, second, from, until }, second));
}

/** Two checks may find the same thing; it is told once. */
export function toldOnce(gates: readonly UnmetGate[]): readonly UnmetGate[] {
  const seen = new Map(gates.map((each) => [JSON.stringify(each), each]));
  return [...seen.values()];
}

function pairOf(problem: RotationProblem): string {
  return [problem.in, ...[problem.first, problem.second].sort()].join('\n');
}
