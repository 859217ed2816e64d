import { formatDate } from './days.js';
import type { IsoDate } from '../words.js';

/** A public holiday that a walk could not count, and that was no weekend anyway. */
export interface PassedOver {
  readonly date: IsoDate;
  readonly name: string;
  readonly provisional: boolean;
}

/** What a walk needs to know of a day off. */
export interface Obstacle {
  readonly name: string;
  readonly provisional: boolean;
  readonly weekend: boolean;
}

/** Half a century of working days and more: whoever asks for a longer way has mistyped it. */
export const MOST_STEPS = 20_000;
/** Longer than any year: a calendar without a working day in that time has none worth waiting for. */
export const MOST_DAYS_OFF = 400;

/**
 * Walks to the n-th working day after (n > 0) or before (n < 0) a day number; the day itself is not counted.
 * Refuses with a RangeError an n that is not whole or beyond 20,000 either way, and 400 days off in a row.
 * Source: the template's due rule for working days.
 */
export function walk(
  offAt: (day: number) => Obstacle | null,
  from: number,
  n: number,
): { day: number; passedOver: readonly PassedOver[] } {
  if (!Number.isInteger(n) || Math.abs(n) > MOST_STEPS) {
    throw new RangeError(`Cannot step ${String(n)} working days: a whole number up to ${String(MOST_STEPS)} is needed`);
  }
  const direction = Math.sign(n);
  const passedOver: PassedOver[] = [];
  let day = from;
  let left = Math.abs(n);
  let offInARow = 0;
  while (left > 0) {
    day += direction;
    const off = offAt(day);
    if (off === null) {
      left -= 1;
      offInARow = 0;
      continue;
    }
    offInARow += 1;
    if (offInARow > MOST_DAYS_OFF)
      throw new RangeError(`No working day in ${String(MOST_DAYS_OFF)} days before or after ${formatDate(from)}`);
    if (!off.weekend) passedOver.push({ date: formatDate(day), name: off.name, provisional: off.provisional });
  }
  return { day, passedOver };
}
