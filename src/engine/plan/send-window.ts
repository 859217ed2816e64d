import type { Calendar } from '../time/calendar.js';
import type { IsoDate, IsoInstant } from '../words.js';
import { atLocalTime, localDate } from '../time/zones.js';

/** Where a person reads mail: the calendar they work by, and the zone of their clock. */
export interface Recipient {
  readonly calendar: Calendar;
  /** IANA name. The calendar's office hours are taken as times on this clock. */
  readonly zone: string;
}

/** Local time at which the day's digest goes out. Source: the template's rule that mail goes out from 09:00. */
const DIGEST_TIME = '09:00';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * The first moment, not before `from`, at which mail may go to someone: on a working day of theirs, in its office
 * hours. What is not urgent waits for the day's digest: at 09:00, or when the office opens if that is later or if it
 * closes by then. What is urgent goes at once while the office is open, else when it opens next.
 * Refuses with a RangeError an instant that is not written in full, and a calendar without working days.
 */
export function sendAt(from: IsoInstant, recipient: Recipient, urgent: boolean): IsoInstant {
  // Instants are compared as texts below, which is right only in their one full form.
  if (!INSTANT.test(from)) throw new RangeError(`Not an instant in UTC with milliseconds: ${JSON.stringify(from)}`);
  const { calendar, zone } = recipient;
  const momentOn = urgent ? urgentMoment : digestMoment;
  const today = localDate(from, zone);
  const moment = calendar.isWorkingDay(today) ? momentOn(today, from, recipient) : null;
  if (moment !== null) return moment;
  const next = calendar.step(today, 1).date;
  return urgent ? opening(next, recipient) : digestTime(next, recipient);
}

/** The day that a message counts for in "at most one digest a day": the recipient's date at that instant. */
export function digestDay(instant: IsoInstant, zone: string): IsoDate {
  return localDate(instant, zone);
}

function digestMoment(date: IsoDate, from: IsoInstant, recipient: Recipient): IsoInstant | null {
  const time = digestTime(date, recipient);
  return from <= time ? time : null;
}

function urgentMoment(date: IsoDate, from: IsoInstant, recipient: Recipient): IsoInstant | null {
  const opens = opening(date, recipient);
  if (from <= opens) return opens;
  return from < atLocalTime(date, recipient.calendar.officeHours(date).closes, recipient.zone) ? from : null;
}

function opening(date: IsoDate, { calendar, zone }: Recipient): IsoInstant {
  return atLocalTime(date, calendar.officeHours(date).opens, zone);
}

function digestTime(date: IsoDate, { calendar, zone }: Recipient): IsoInstant {
  const { opens, closes } = calendar.officeHours(date);
  const isOpenThen = opens <= DIGEST_TIME && DIGEST_TIME < closes;
  return atLocalTime(date, isOpenThen ? DIGEST_TIME : opens, zone);
}
