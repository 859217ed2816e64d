import type { Calendar } from '../engine/time/calendar.js';
import { addDays } from '../engine/time/days.js';
import { digestDay, sendAt } from '../engine/plan/send-window.js';
import type { IsoDate, IsoInstant } from '../engine/words.js';
import { localDate, startOfDay } from '../engine/time/zones.js';

/** The lane of the one mail a day that takes everything that is not urgent. */
const DIGEST = 'digest';

/** A place in someone's mail: on which of their days, in which lane, and when that mail may go. */
export interface Slot {
  readonly recipientId: string;
  readonly day: IsoDate;
  /** `digest`, or the id of the urgent message that goes by itself. */
  readonly lane: string;
  readonly sendAt: IsoInstant;
}

/**
 * The slot in which someone who works by this calendar is told of what fell due at `dueAt`: the first from then on. What
 * belonged in today's digest, but is only found out now, still goes today while the office is open; what is older than
 * that goes as if it had fallen due today.
 */
export function slotFor(
  recipientId: string,
  calendar: Calendar,
  dueAt: IsoInstant,
  now: IsoInstant,
  urgentId: string | null,
): Slot {
  const { zone } = calendar;
  const today = startOfDay(localDate(now, zone), zone);
  const wanted = firstFrom(recipientId, calendar, dueAt < today ? today : dueAt, urgentId);
  if (wanted.sendAt >= now) return wanted;
  const isOpen = sendAt(now, { calendar, zone }, true) === now;
  return isOpen ? { ...wanted, sendAt: now } : firstFrom(recipientId, calendar, now, urgentId);
}

/** The slot on a later day: that day's mail has gone out already, or is going out this moment. */
export function slotAfter(taken: Slot, calendar: Calendar): Slot {
  const from = startOfDay(addDays(taken.day, 1), calendar.zone);
  return firstFrom(taken.recipientId, calendar, from, taken.lane === DIGEST ? null : taken.lane);
}

function firstFrom(recipientId: string, calendar: Calendar, from: IsoInstant, urgentId: string | null): Slot {
  const { zone } = calendar;
  const at = sendAt(from, { calendar, zone }, urgentId !== null);
  return { recipientId, day: digestDay(at, zone), lane: urgentId ?? DIGEST, sendAt: at };
}
