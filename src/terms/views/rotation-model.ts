import { addDays } from '../../engine/time/days.js';
import { spanOf } from '../../engine/terms/term-span.js';
import { isInTheChair, isToCome, type Term } from '../../engine/terms/term.js';
import type { IsoDate } from '../../engine/words.js';
import { axisOf, type Axis, type Days } from '../../web/time-axis.js';
import type { RotationMeeting } from '../meetings.queries.js';
import type { TermView } from '../terms.views.js';

/** How a term is drawn: what it is to the chair today. */
export type TermLook = 'past' | 'now' | 'next' | 'later' | 'vacant' | 'disputed' | 'lapsed';

/** Days of a term, as far as they are known; null where there is no bound. */
export interface OpenDays {
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

/** A term of the picture. */
export interface RotationRow {
  readonly term: TermView;
  readonly look: TermLook;
  /** Days that it surely has, or is planned to have; null when none is certain. */
  readonly surely: OpenDays | null;
  /** Days that it perhaps has beyond those; null where no doubt is left. */
  readonly perhaps: OpenDays | null;
}

export interface RotationModel {
  /** Null when no day is known. */
  readonly axis: Axis | null;
  readonly rows: readonly RotationRow[];
}

/** Days on each side of a picture, so that the first and the last do not stick to its edges. */
const MARGIN = 60;
const A_YEAR = 365;

/** Lays out a rotation over the years. */
export function rotationModel(
  terms: readonly TermView[],
  meetings: readonly RotationMeeting[],
  today: IsoDate,
): RotationModel {
  const known = terms.map(asTerm);
  const next = known.find(isToCome)?.id;
  const rows = terms.map((view, index): RotationRow => {
    const term = known[index] ?? asTerm(view);
    return { term: view, look: lookOf(term, next), ...daysOf(term, known, today) };
  });
  const days = rows
    .flatMap(({ surely, perhaps }) => [surely, perhaps].flatMap((span) => (span === null ? [] : boundsOf(span))))
    .concat(
      meetings.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]),
      today,
    )
    .filter((day) => day != null)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  const isEmpty = rows.every(({ surely, perhaps }) => surely === null && perhaps === null);
  if (isEmpty || first === undefined || last === undefined) return { axis: null, rows };
  return { axis: axisOf({ from: addDays(first, -MARGIN), until: addDays(last, MARGIN) }), rows };
}

/** Where nobody has agreed on an end, a year is shown. */
function boundsOf({ from, until }: OpenDays): (IsoDate | null)[] {
  return [from, until ?? (from === null ? null : addDays(from, A_YEAR))];
}

/** The days within an axis; a bound that is not known is its edge, and goes on beyond it. */
export function within({ from, until }: Axis, days: OpenDays): Days {
  return { from: days.from ?? addDays(from, -1), until: days.until ?? addDays(until, 1) };
}

function asTerm({ holders, ...term }: TermView): Term {
  return { ...term, holders: holders.map(({ id }) => id) };
}

function lookOf(term: Term, next: string | undefined): TermLook {
  if (term.state === 'lapsed') return 'lapsed';
  if (term.certainty === 'disputed') return 'disputed';
  if (term.kind === 'vacancy') return 'vacant';
  if (isInTheChair(term)) return 'now';
  if (!isToCome(term)) return 'past';
  return term.id === next ? 'next' : 'later';
}

function daysOf(term: Term, all: readonly Term[], today: IsoDate): Pick<RotationRow, 'surely' | 'perhaps'> {
  if (isToCome(term) || term.state === 'lapsed') return plannedDays(term);
  const { surely, perhaps } = spanOf(term, all);
  const whole = closed(perhaps);
  if (surely === null) return { surely: null, perhaps: whole };
  const until = isInTheChair(term) ? endInTheChair(term, today) : lastDayOf(surely.until);
  const sure = { from: surely.from, until };
  const isExact = whole.from === sure.from && (isInTheChair(term) || whole.until === sure.until);
  return { surely: sure, perhaps: isExact ? null : { ...whole, until: isInTheChair(term) ? until : whole.until } };
}

/** Who is in the chair stays there until it passes: to the planned end, and beyond it once that is over. */
function endInTheChair({ planned }: Term, today: IsoDate): IsoDate | null {
  return planned.end !== null && planned.end < today ? today : planned.end;
}

/** As planned; a day that is not known exactly makes all of it perhaps. */
function plannedDays({ planned, precision }: Term): Pick<RotationRow, 'surely' | 'perhaps'> {
  const { start, end } = planned;
  if (start === null && end === null) return { surely: null, perhaps: null };
  const isExact = start !== null && precision.start === 'day' && (end === null || precision.end === 'day');
  const days = { from: start, until: end };
  return isExact && end !== null ? { surely: days, perhaps: null } : { surely: null, perhaps: days };
}

function closed({ from, until }: OpenDays): OpenDays {
  return { from, until: lastDayOf(until) };
}

function lastDayOf(until: IsoDate | null): IsoDate | null {
  return until === null ? null : addDays(until, -1);
}
