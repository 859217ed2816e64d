import type { ReminderLadder } from '../../engine/plan/reminders.js';
import type { Calendar } from '../../engine/time/calendar.js';
import { addDays } from '../../engine/time/days.js';
import type { IsoDate } from '../../engine/words.js';
import type { Days } from '../../web/time-axis.js';

/** The day of a task's first reminder, as the ladder has it; the due day itself where none comes before. */
export function firstReminderOf(due: IsoDate, calendar: Calendar, ladder: ReminderLadder): IsoDate {
  const days = ladder.beforeDue.map(({ offset }) => calendar.step(due, offset).date);
  return days.reduce((first, day) => (day < first ? day : first), due);
}

/**
 * When a task is on somebody's desk: from its first reminder, or from the day work on it began where that was earlier,
 * to its due day. Null without a due day. Work that began after the due day makes no bar longer.
 */
export function barOf(due: IsoDate | null, reminded: IsoDate | null, begun: IsoDate | null): Days | null {
  if (due === null) return null;
  const from = [reminded, begun].reduce<IsoDate>((first, day) => (day !== null && day < first ? day : first), due);
  return { from, until: due };
}

/** Days that a drawing of a whole handover shows before and after the handover day: the rest is so little that it would squeeze everything else. */
const SHOWN_BEFORE = 112;
const SHOWN_AFTER = 70;
const MARGIN = 3;

/**
 * The days that a drawing shows: all bars and marks with a small margin. With `around`, only what lies at most sixteen
 * weeks before the first of those days and ten after the last, so that a single task half a year later does not squeeze
 * all others.
 * @param marks days that must be seen, such as the meeting's and today; those that are null are not there.
 */
export function windowOf(
  bars: readonly Days[],
  marks: readonly (IsoDate | null)[],
  around: readonly IsoDate[] | null,
): Days | null {
  const centre = [...(around ?? [])].sort();
  const [one, other] = [centre[0], centre.at(-1)];
  const [least, most] =
    one === undefined || other === undefined
      ? ['', '9999']
      : [addDays(one, -SHOWN_BEFORE), addDays(other, SHOWN_AFTER)];
  const days = [...bars.flatMap(({ from, until }) => [from, until]), ...marks.filter((day) => day !== null)]
    .filter((day) => day >= least && day <= most)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined
    ? null
    : { from: addDays(first, -MARGIN), until: addDays(last, MARGIN) };
}
