import { v7 as uuid } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Calendar } from '../engine/time/calendar.js';
import type { IsoDate } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import { slotAfter, type Slot } from './slots.js';

/** A message that someone is to find in a slot. */
export interface Booking {
  readonly notificationId: string;
  readonly planRevision: number | null;
  readonly slot: Slot;
  readonly calendar: Calendar;
}

type Row = {
  readonly id: string;
  readonly recipientId: string;
  readonly day: IsoDate;
  readonly lane: string;
  readonly takesMore: boolean;
};

/**
 * Makes the mail of each slot, or finds and locks the one that is there. A mail in which nothing was left to tell never
 * went out: it is taken up again. Rows go in one order, so that two who do this at once cannot wait for each other.
 *
 * A mail takes in more until its sending begins. One that was tried takes in nothing, since a dead worker or a broken
 * connection may have sent it: it goes out again under the same Message-ID, and a mailbox that has it would show nobody
 * what was added.
 */
const TAKE = `
  INSERT INTO delivery AS d (body_id, id, recipient_id, day, lane, send_at, message_id)
  SELECT $1, s.id, s."recipientId", s.day, s.lane, s."sendAt", s."messageId"
  FROM jsonb_to_recordset($2) AS s(id uuid, "recipientId" text, day date, lane text, "sendAt" timestamptz, "messageId" text)
  ORDER BY s."recipientId", s.day, s.lane
  ON CONFLICT (body_id, recipient_id, day, lane) DO UPDATE SET
    state = CASE WHEN d.state = 'skipped' AND d.unanswered + d.put_off = 0 THEN 'waiting' ELSE d.state END,
    send_at = CASE WHEN d.state = 'skipped' AND d.unanswered + d.put_off = 0 THEN EXCLUDED.send_at ELSE d.send_at END,
    version = d.version + 1
  RETURNING d.id, d.recipient_id::text AS "recipientId", d.day::text, d.lane,
    d.state IN ('waiting', 'queued') AND d.unanswered + d.put_off = 0 AS "takesMore"`;

/** A message that a re-plan took out of somebody's mail and brought back may be put in again, unless it was sent. */
const FILL = `
  INSERT INTO delivery_item AS i (body_id, delivery_id, notification_id, plan_revision)
  SELECT $1, b."deliveryId", b."notificationId", b."planRevision"
  FROM jsonb_to_recordset($2) AS b("deliveryId" uuid, "notificationId" uuid, "planRevision" integer)
  ON CONFLICT (body_id, delivery_id, notification_id) DO UPDATE
    SET state = 'waiting', reason = NULL, plan_revision = EXCLUDED.plan_revision
    WHERE i.state <> 'sent'`;

/**
 * Puts each message into the mail of its slot, or of the person's next working day where that mail is gone.
 * @param host names this installation in Message-IDs.
 */
export async function bookSlots(
  em: EntityManager,
  bodyId: string,
  bookings: readonly Booking[],
  host: string,
): Promise<void> {
  let open = bookings;
  while (open.length > 0) {
    const mails = await takeSlots(em, bodyId, open, host);
    const fits = open.filter(({ slot }) => mailOf(mails, slot).takesMore);
    const items = fits.map(({ notificationId, planRevision, slot }) => {
      return { deliveryId: mailOf(mails, slot).id, notificationId, planRevision };
    });
    await prepared(em, 'fill-slots', FILL, [bodyId, JSON.stringify(items)]);
    open = open
      .filter((booking) => !fits.includes(booking))
      .map((booking) => ({ ...booking, slot: slotAfter(booking.slot, booking.calendar) }));
  }
}

async function takeSlots(
  em: EntityManager,
  bodyId: string,
  bookings: readonly Booking[],
  host: string,
): Promise<ReadonlyMap<string, Row>> {
  const slots = new Map(bookings.map(({ slot }) => [keyOf(slot), slot]));
  const wanted = [...slots.values()].map((slot) => {
    const id = uuid();
    return { ...slot, id, messageId: `<${id}@${host}>` };
  });
  const rows = await prepared<Row>(em, 'take-slots', TAKE, [bodyId, JSON.stringify(wanted)]);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function mailOf(mails: ReadonlyMap<string, Row>, slot: Slot): Row {
  const mail = mails.get(keyOf(slot));
  if (mail === undefined) throw new Error('A slot that was taken has no mail');
  return mail;
}

function keyOf({ recipientId, day, lane }: Pick<Slot, 'recipientId' | 'day' | 'lane'>): string {
  return `${recipientId} ${day} ${lane}`;
}
