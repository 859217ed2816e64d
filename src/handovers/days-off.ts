import type { Calendar } from '../engine/time/calendar.js';
import { addDays, daysBetween } from '../engine/time/days.js';
import type { IsoDate } from '../engine/words.js';

/** Whole days, both included. */
interface Days {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** A side of a handover that has a capital of its own. */
export type ChairSide = 'outgoing' | 'incoming';

/** A public holiday, or special office hours, in the capital of a chair. */
export interface QuietDays extends Days {
  readonly side: ChairSide;
  readonly name: string;
  /** Expected, and not decreed yet. */
  readonly provisional: boolean;
  /** Of special office hours, such as those of Ramadan; null on a day off. */
  readonly hours: { readonly opens: string; readonly closes: string } | null;
}

/** Office hours of a calendar that hold for a time and have a name. */
export interface NamedHours {
  readonly name: string;
  readonly opens: string;
  readonly closes: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate;
  readonly provisional: boolean;
}

/** The public holidays of a capital on working days of its week, day by day. */
export function holidaysIn(side: ChairSide, calendar: Calendar, { from, until }: Days): QuietDays[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => addDays(from, index)).flatMap((day) => {
    const off = calendar.dayOff(day);
    if (off === null || off.weekend) return [];
    return [{ side, from: day, until: day, name: off.name, provisional: off.provisional, hours: null }];
  });
}

/** The special office hours of a capital that touch these days. */
export function specialHoursIn(side: ChairSide, hours: readonly NamedHours[], { from, until }: Days): QuietDays[] {
  return hours
    .filter(({ validFrom, validTo }) => validTo >= from && validFrom <= until)
    .map(({ name, opens, closes, validFrom, validTo, provisional }) => ({
      side,
      from: validFrom,
      until: validTo,
      name,
      provisional,
      hours: { opens, closes },
    }));
}
