import type { IsoDate, IsoInstant } from '../engine/words.js';
import type { BodyView } from './rule.js';

/** A message that somebody got in a mail. */
export interface SentItem {
  readonly deliveryId: string;
  readonly recipientId: string;
  readonly lane: string;
  readonly day: IsoDate;
  readonly decidedAt: IsoInstant | null;
  readonly sentAt: IsoInstant | null;
  /** The recipient's first day without a part in the body. */
  readonly leftOn: IsoDate | null;
  readonly calendarId: string;
  readonly messageId: string;
  readonly stream: string;
  readonly kind: string;
  readonly subject: string;
  readonly taskId: string | null;
  readonly rung: string | null;
  readonly forDue: IsoDate | null;
  readonly dueAt: IsoInstant;
  readonly createdAt: IsoInstant;
  readonly facts: string;
}

const SENT = `
  SELECT d.id::text AS "deliveryId", d.recipient_id::text AS "recipientId", d.lane, d.day::text,
    iso_instant(d.decided_at) AS "decidedAt", iso_instant(d.sent_at) AS "sentAt", p.left_on::text AS "leftOn",
    o.calendar_id::text AS "calendarId", n.id::text AS "messageId", n.stream::text, n.kind, n.subject,
    n.task_id::text AS "taskId", n.rung, n.for_due::text AS "forDue", iso_instant(n.due_at) AS "dueAt",
    iso_instant(n.created_at) AS "createdAt", md5(n.facts::text) AS facts
  FROM delivery d
  JOIN delivery_item i ON i.body_id = $1 AND i.delivery_id = d.id AND i.state = 'sent'
  JOIN notification n ON n.body_id = $1 AND n.id = i.notification_id
  JOIN person p ON p.body_id = $1 AND p.id = d.recipient_id
  JOIN office o ON o.body_id = $1 AND o.id = p.office_id
  WHERE d.body_id = $1 AND d.state = 'sent' ORDER BY d.sent_at, d.id, n.id`;

/** All messages that reached somebody, in the order of sending. */
export async function readSent(view: BodyView): Promise<SentItem[]> {
  return view.ask<SentItem>(SENT);
}
