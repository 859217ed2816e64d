import type { Calendar } from '../engine/time/calendar.js';
import { sendAt } from '../engine/plan/send-window.js';
import type { IsoDate, IsoInstant } from '../engine/words.js';
import { localDate } from '../engine/time/zones.js';
import type { DecidedItem, DecidedMail } from './decided-mail.js';
import type { Concerned } from './load-recipients.js';
import type { Matter } from './matter.js';
import { toldOf } from './recipients.js';
import { notToTell } from './still-to-tell.js';

/** A mail that was taken to be sent, with the messages that wait in it. */
export type MailRow = {
  readonly id: string;
  readonly recipientId: string;
  /** This one included. */
  readonly attempts: number;
  readonly putOff: number;
  readonly messageId: string;
  /** The reader's date that a digest is for; null for a mail that goes by itself. */
  readonly digestOf: IsoDate | null;
  readonly items: readonly string[];
  readonly bodyName: string;
  readonly now: IsoInstant;
};

const ANOTHER_DAY = 'goes into the mail of another day';

/** Why a message stays out of a mail; `again`: somebody else may have to be told of it, or later. */
interface Skipped {
  readonly deliveryId: string;
  readonly notificationId: string;
  readonly reason: string;
  readonly again: boolean;
}

/** What is decided about one mail: it is sent, or it waits until the reader's office opens, or there is nothing in it. */
export interface Draft {
  readonly id: string;
  readonly mail: DecidedMail | null;
  readonly opens: IsoInstant | null;
  readonly skipped: readonly Skipped[];
}

/** Decides about one mail, from what was read of its messages and of the people whom they concern. */
export function draftMail(
  bodyId: string,
  row: MailRow,
  matters: ReadonlyMap<string, Matter>,
  concerned: Concerned,
): Draft {
  const { id, recipientId, now, attempts: attempt, putOff, messageId, bodyName } = row;
  const reader = concerned.readers.get(recipientId);
  const calendar = concerned.calendars.get(reader?.calendarId ?? '');
  const late = calendar === undefined ? null : lateness(row, calendar);
  if (late !== null && late !== 'yesterdays') return { id, mail: null, opens: late.opens, skipped: [] };
  const kept: DecidedItem[] = [];
  const skipped: Skipped[] = [];
  for (const notificationId of row.items) {
    const judged = judge(matters.get(notificationId), recipientId, concerned);
    if ('reason' in judged) skipped.push({ deliveryId: id, notificationId, ...judged });
    else if (late === 'yesterdays') skipped.push({ deliveryId: id, notificationId, reason: ANOTHER_DAY, again: true });
    else kept.push(judged);
  }
  if (kept.length === 0 || reader === undefined || calendar === undefined)
    return { id, mail: null, opens: null, skipped };
  const told = { reader, calendar, items: kept, calendars: concerned.calendars, bodyName, at: now };
  return { id, mail: { bodyId, id, attempt, putOff, messageId, ...told }, opens: null, skipped };
}

/**
 * What to do about a mail that comes late, because nobody worked for a while or the server put it off: what it says goes
 * into the digest of the present day or the next, where it would be a second digest there, and else it waits for the
 * office to open. Null for a mail that is in time.
 */
function lateness(
  { digestOf, now }: MailRow,
  calendar: Calendar,
): { readonly opens: IsoInstant } | 'yesterdays' | null {
  const opens = sendAt(now, { calendar, zone: calendar.zone }, true);
  if (digestOf !== null && localDate(opens, calendar.zone) !== digestOf) return 'yesterdays';
  return opens > now ? { opens } : null;
}

function judge(
  matter: Matter | undefined,
  recipientId: string,
  { readers, byMatter }: Concerned,
): DecidedItem | Pick<Skipped, 'reason' | 'again'> {
  if (matter === undefined) throw new Error('A mail carries a message that is not in the ledger');
  const not = notToTell(matter);
  if (not !== null) return { reason: not.reason, again: false };
  if (matter.state === 'owed' || !matter.isDue) return { reason: 'moved to a later day', again: true };
  const recipient = toldOf(matter, byMatter.get(matter.id) ?? []).find(({ reader }) => reader.id === recipientId);
  if (recipient !== undefined) return { matter, as: recipient.as };
  return { reason: readers.has(recipientId) ? 'no longer responsible' : 'recipient left', again: true };
}
