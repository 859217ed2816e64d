import type { Precision } from '../../engine/terms/term.js';
import type { IsoDate } from '../../engine/words.js';
import { longDay, longMonth, mediumDay } from '../../web/dates.js';
import { memberName } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import type { HolderView, TermView } from '../terms.views.js';

/** Who holds a term, in the reader's language; what a vacancy or an open seat is called where nobody does. */
export function holdersOfTerm(page: PageRequest, { holders, kind }: Pick<TermView, 'holders' | 'kind'>): string {
  const { rotation } = page.texts.calendar;
  if (holders.length === 0) return kind === 'vacancy' ? rotation.vacant : rotation.open;
  return namesOf(page, holders);
}

/** `Morocco and Portugal`; empty for nobody. */
export function namesOf({ language, texts }: PageRequest, holders: readonly HolderView[]): string {
  const [first = '', ...rest] = holders.map((holder) => memberName(language, holder));
  return rest.reduce((said, name) => texts.layout.and(said, name), first);
}

/** First and last day of a term as exactly as they are known; null where nothing is. */
interface KnownDays {
  readonly from: string | null;
  readonly until: string | null;
}

function knownDays(page: PageRequest, { planned, effective, precision }: TermView, short: boolean): KnownDays {
  const start = effective.start ?? planned.start;
  const end = effective.end ?? planned.end;
  return {
    from: start === null ? null : written(page, start, precision.start, short),
    until: end === null ? null : written(page, end, precision.end, short),
  };
}

/** `1 February 2024`, `2015`, `not known`. */
export function daysOfTerm(page: PageRequest, term: TermView): { readonly from: string; readonly until: string } {
  const { rotation } = page.texts.calendar;
  const { from, until } = knownDays(page, term, false);
  const noEnd = term.state === 'concluded' ? rotation.unknownDay : rotation.openEnd;
  return { from: from ?? rotation.unknownDay, until: until ?? noEnd };
}

/** From when to when, as one sentence. @param short with the names of months cut short. */
export function spanOfTerm(page: PageRequest, term: TermView, short: boolean): string {
  const { span } = page.texts.calendar.rotation;
  const { from, until } = knownDays(page, term, short);
  const serves = term.state === 'serving' || term.state === 'suspended';
  if (from === null) return until === null ? span.unknown : span.until(until);
  if (until !== null) return serves ? span.planned(from, until) : span.both(from, until);
  if (serves) return span.serving(from);
  return term.state === 'concluded' ? span.from(from) : span.fromOpen(from);
}

function written(page: PageRequest, day: IsoDate, precision: Precision, short: boolean): string {
  const { rotation } = page.texts.calendar;
  if (precision === 'year') return day.slice(0, 4);
  if (precision === 'month') return longMonth(page, day);
  if (precision === 'unknown') return rotation.unknownDay;
  const said = short ? mediumDay(page, day) : longDay(page, day);
  return precision === 'approximate' ? rotation.about(said) : said;
}

/** What a term is, in words: its state, and all that is not plain about it. */
export function stateOfTerm({ texts }: PageRequest, { state, kind, certainty, holders }: TermView): readonly string[] {
  const { rotation } = texts.calendar;
  return [
    rotation.states[state],
    ...(kind === 'regular' ? [] : [rotation.kinds[kind]]),
    ...(holders.length > 1 ? [rotation.coChairs] : []),
    ...(certainty === 'confirmed' ? [] : [rotation[certainty]]),
  ];
}
