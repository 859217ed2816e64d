import type { Calendar, Step } from './calendar.js';
import { addDays } from './days.js';
import type { Anchors, DueRule, IsoDate, IsoInstant } from '../words.js';
import { MOST_STEPS, type PassedOver } from './working-days.js';
import { endOfDay } from './zones.js';

/** A due date that fell on a day off: where it was, why that day is off, and which way it went. */
export interface Moved {
  readonly from: IsoDate;
  readonly because: string;
  readonly direction: 'back' | 'forward';
}

/** Why a due date is what it is. */
export interface DueReason {
  readonly rule: DueRule;
  readonly anchorDate: IsoDate | null;
  /** Public holidays that cost a day on the way. */
  readonly passedOver: readonly PassedOver[];
  readonly moved: Moved | null;
  /** True if one of the holidays passed over is only expected: the date may change when it is decreed. */
  readonly provisional: boolean;
}

/** A due date, null when its anchor has none, and the reason for it. */
export interface Due {
  readonly date: IsoDate | null;
  readonly because: DueReason;
}

/**
 * The date that a due rule gives in the calendar of the task's owner (for joint tasks a joint calendar).
 *
 * Offset 0 is the anchor day itself, also on a day off. Working days are stepped from the anchor, which is not
 * counted. Calendar days that end on a day off move back (negative offset) or forward (positive). An anchor
 * without a date gives none. Refuses with a RangeError an anchor that is no real date, and an offset that is not
 * whole or beyond 20,000 days either way. Source: `dueRules` of the handover template.
 */
export function dueDate(rule: DueRule, anchors: Anchors, calendar: Calendar): Due {
  if (!Number.isInteger(rule.offset) || Math.abs(rule.offset) > MOST_STEPS) {
    throw new RangeError(`Offset ${String(rule.offset)} is not a whole number of days up to ${String(MOST_STEPS)}`);
  }
  const anchorDate = anchors[rule.anchor];
  if (anchorDate === null) return due(rule, null, { date: null, passedOver: [] }, null);
  if (rule.unit === 'working_days' || rule.offset === 0) {
    return due(rule, anchorDate, calendar.step(anchorDate, rule.offset), null);
  }
  return afterCalendarDays(rule, anchorDate, calendar);
}

/**
 * The instant at which a due date is over: the end of that day. Of several zones the earliest, since a joint task
 * is due when the first of its sides has its midnight. Refuses an empty list with a RangeError.
 */
export function dueInstant(date: IsoDate, zones: readonly string[]): IsoInstant {
  const [earliest] = zones.map((zone) => endOfDay(date, zone)).sort();
  if (earliest === undefined) throw new RangeError('A due date needs at least one zone');
  return earliest;
}

function afterCalendarDays(rule: DueRule, anchorDate: IsoDate, calendar: Calendar): Due {
  const from = addDays(anchorDate, rule.offset);
  const off = calendar.dayOff(from);
  if (off === null) return due(rule, anchorDate, { date: from, passedOver: [] }, null);
  const direction = rule.offset < 0 ? 'back' : 'forward';
  const step = calendar.step(from, direction === 'back' ? -1 : 1);
  const itself = off.weekend ? [] : [{ date: from, name: off.name, provisional: off.provisional }];
  const passedOver = [...itself, ...step.passedOver];
  return due(rule, anchorDate, { date: step.date, passedOver }, { from, because: off.name, direction });
}

function due(
  rule: DueRule,
  anchorDate: IsoDate | null,
  { date, passedOver }: { readonly date: IsoDate | null; readonly passedOver: Step['passedOver'] },
  moved: Moved | null,
): Due {
  const provisional = passedOver.some((holiday) => holiday.provisional);
  return { date, because: { rule, anchorDate, passedOver, moved, provisional } };
}
