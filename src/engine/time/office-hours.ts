import type { IsoDate } from '../words.js';
import { atLocalTime, localTime } from './zones.js';

/** An office's place in time: its zone, and the local times between which it answers on a date. */
export interface Office {
  readonly zone: string;
  officeHours(date: IsoDate): { readonly opens: string; readonly closes: string };
}

/**
 * The hours of a date in which all offices answer, as clocks in the zone of the first show them. Compared as
 * instants, since nine o'clock in Rabat is not nine o'clock in Lisbon. Where they share none, those of the first.
 * Refuses an empty list with a RangeError.
 */
export function sharedOfficeHours(date: IsoDate, offices: readonly Office[]): { opens: string; closes: string } {
  const [first] = offices;
  if (first === undefined) throw new RangeError('No office to share hours with');
  let opens = '';
  let closes = '';
  for (const office of offices) {
    const hours = office.officeHours(date);
    const from = atLocalTime(date, hours.opens, office.zone);
    const to = atLocalTime(date, hours.closes, office.zone);
    if (opens === '' || from > opens) opens = from;
    if (closes === '' || to < closes) closes = to;
  }
  if (opens >= closes) return first.officeHours(date);
  return { opens: localTime(opens, first.zone), closes: localTime(closes, first.zone) };
}
