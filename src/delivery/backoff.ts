import type { Calendar } from '../engine/time/calendar.js';
import { sendAt } from '../engine/plan/send-window.js';
import type { IsoInstant } from '../engine/words.js';

/** How long a mail waits after the server said "not now" for the first time, in milliseconds: doubled each time. */
const FIRST_WAIT = 60_000;

/** How long mails wait when the server could not be reached, in milliseconds. */
const UNREACHABLE_WAIT = 5_000;

/**
 * When a mail that was put off is tried again: 1, 2, 4 ... minutes later, but not outside the reader's office hours.
 * @param times how often it has been put off, this time included.
 */
export function retryAfter(at: IsoInstant, times: number, calendar: Calendar): IsoInstant {
  return sendAt(later(at, FIRST_WAIT * 2 ** (times - 1)), { calendar, zone: calendar.zone }, true);
}

/** When a mail is tried again that has had nothing to do with what went wrong. */
export function retrySoon(at: IsoInstant): IsoInstant {
  return later(at, UNREACHABLE_WAIT);
}

function later(at: IsoInstant, milliseconds: number): IsoInstant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}
