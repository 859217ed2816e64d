import { localDate } from '../../engine/time/zones.js';
import type { IsoDate, IsoInstant } from '../../engine/words.js';
import { axisOf, type Axis, type Days } from '../../web/time-axis.js';
import type { CalendarFacts } from '../calendar.queries.js';
import { holidaysIn, specialHoursIn, type QuietDays } from '../days-off.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import { isLate, type PageSection, type PageTask } from '../page-tasks.queries.js';
import { barOf, firstReminderOf, windowOf } from './bars.js';

/** A task of a calendar. */
export interface CalendarRow {
  readonly task: PageTask;
  /** Null while it has no date. */
  readonly days: Days | null;
  readonly isLate: boolean;
}

export interface CalendarSection {
  readonly section: PageSection;
  /** By due date; those without one come last. */
  readonly rows: readonly CalendarRow[];
}

/** All that a calendar draws and lists. */
export interface CalendarModel {
  /** Null when there is no date to draw. */
  readonly axis: Axis | null;
  readonly sections: readonly CalendarSection[];
  /** Days on which a capital does not work as usual, by date. */
  readonly quiet: readonly QuietDays[];
  /** The days on which each chair has something to do in this handover; null without any. */
  readonly work: Readonly<Record<'outgoing' | 'incoming', Days | null>>;
}

export interface CalendarInput {
  readonly frame: HandoverFrame;
  readonly tasks: readonly PageTask[];
  readonly sections: readonly PageSection[];
  readonly facts: CalendarFacts;
  readonly now: IsoInstant;
  /** Show this section alone; null for all. */
  readonly section: string | null;
}

/** Lays out the calendar of a handover, or of one of its sections. */
export function calendarModel({ frame, tasks, sections, facts, now, section }: CalendarInput): CalendarModel {
  const rows = tasks.map((task) => ({ task, days: daysOf(task, facts), isLate: isLate(task, now) }));
  const shown = sections.filter(({ id }) => section === null || id === section);
  const bars = (of: readonly CalendarRow[]): Days[] => of.flatMap(({ days }) => (days === null ? [] : [days]));
  const inSection = rows.filter(({ task }) => section === null || task.section === section);
  const days = shownDays(frame, bars(inSection), section === null);
  return {
    axis: days === null ? null : axisOf(days),
    sections: shown.map((one) => ({
      section: one,
      rows: inSection.filter(({ task }) => task.section === one.id).sort(byDueDay),
    })),
    quiet: days === null ? [] : quietDays(facts, days),
    work: {
      outgoing: spanOf(bars(rows.filter(ownedBy('outgoing')))),
      incoming: spanOf(bars(rows.filter(ownedBy('incoming')))),
    },
  };
}

/** None where no task has a date. Of a whole handover what lies far from its day and from today is left out. */
function shownDays(frame: HandoverFrame, bars: readonly Days[], isWhole: boolean): Days | null {
  if (bars.length === 0) return null;
  const { meeting, handoverDate } = frame;
  const today = isRunning(frame) ? frame.today : null;
  const marks = [meeting?.startsOn ?? null, meeting?.endsOn ?? null, handoverDate, today];
  const around = [handoverDate ?? frame.today, today].filter((day) => day !== null);
  return windowOf(bars, marks, isWhole ? around : null);
}

/** After the end today is of no interest, and may lie years later. */
function isRunning({ state }: HandoverFrame): boolean {
  return state !== 'closed' && state !== 'cancelled';
}

function daysOf(task: PageTask, { calendars, ladder, begun }: CalendarFacts): Days | null {
  if (task.dueOn === null) return null;
  const calendar = calendars[task.owner];
  const at = begun.get(task.id);
  const begunOn = at === undefined ? null : localDate(at, calendar.zone);
  return barOf(task.dueOn, firstReminderOf(task.dueOn, calendar, ladder), begunOn);
}

function quietDays({ calendars, hours }: CalendarFacts, days: Days): QuietDays[] {
  return (['outgoing', 'incoming'] as const)
    .flatMap((side) => [...holidaysIn(side, calendars[side], days), ...specialHoursIn(side, hours[side], days)])
    .sort((one, other) => one.from.localeCompare(other.from));
}

const ownedBy =
  (side: 'outgoing' | 'incoming') =>
  ({ task: { owner } }: CalendarRow): boolean =>
    owner === side || owner === 'joint';

function byDueDay(one: CalendarRow, other: CalendarRow): number {
  const [day, otherDay]: [IsoDate, IsoDate] = [one.task.dueOn ?? '9999-12-31', other.task.dueOn ?? '9999-12-31'];
  return day.localeCompare(otherDay);
}

function spanOf(all: readonly Days[]): Days | null {
  const from = all.map((days) => days.from).sort()[0];
  const until = all
    .map((days) => days.until)
    .sort()
    .at(-1);
  return from === undefined || until === undefined ? null : { from, until };
}
