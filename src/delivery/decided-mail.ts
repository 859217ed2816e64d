import type { Calendar } from '../engine/time/calendar.js';
import type { IsoInstant } from '../engine/words.js';
import type { Matter } from './matter.js';
import type { Reader } from './readers.js';
import type { Recipient } from './recipients.js';

/** A message in a mail, and as what its reader gets it. */
export interface DecidedItem {
  readonly matter: Matter;
  readonly as: Recipient['as'];
}

/** A mail that is to be sent now, with everything that it says. */
export interface DecidedMail {
  readonly bodyId: string;
  readonly id: string;
  /** The number of this attempt: only it may say how it went. */
  readonly attempt: number;
  /** Earlier attempts to which the mail server said "not now". */
  readonly putOff: number;
  readonly messageId: string;
  readonly reader: Reader;
  /** That of the reader's office. */
  readonly calendar: Calendar;
  readonly items: readonly DecidedItem[];
  /** Calendars of everyone concerned, by id: dates are told in the zone of whoever they bind. */
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly bodyName: string;
  /** The one clock, when it was decided. */
  readonly at: IsoInstant;
}
