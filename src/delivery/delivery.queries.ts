import type { EntityManager } from 'typeorm';
import type { Facts, IsoDate, IsoInstant } from '../engine/words.js';

/** A message of the ledger, and what became of it. */
export interface NotificationView {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly rung: string | null;
  readonly forDue: IsoDate | null;
  readonly audience: readonly string[];
  readonly recipientId: string | null;
  readonly urgent: boolean;
  readonly facts: Facts;
  readonly planRevision: number | null;
  readonly dueAt: IsoInstant;
  readonly state: string;
  /** Why it is void. */
  readonly reason: string | null;
  readonly deliveries: readonly {
    readonly deliveryId: string;
    readonly recipientId: string;
    readonly state: string;
    /** Why it was left out of that mail. */
    readonly reason: string | null;
    readonly sendAt: IsoInstant;
    readonly sentAt: IsoInstant | null;
  }[];
}

/** A mail: to whom, when, and what became of it. The address is not shown, nor is it in `lastError`. */
export interface DeliveryView {
  readonly id: string;
  readonly recipientId: string;
  readonly day: IsoDate;
  readonly digest: boolean;
  readonly sendAt: IsoInstant;
  readonly state: string;
  readonly attempts: number;
  readonly sentAt: IsoInstant | null;
  readonly messageId: string;
  readonly lastError: string | null;
  readonly version: number;
  readonly items: readonly {
    readonly notificationId: string;
    readonly kind: string;
    readonly subject: string;
    readonly rung: string | null;
    readonly state: string;
    readonly reason: string | null;
  }[];
}

/** What goes out next: a mail that waits, or a message that is not yet in anybody's mail. */
export interface NextMailView {
  readonly at: IsoInstant;
  readonly id: string;
  readonly what: 'mail' | 'message';
  readonly recipientId: string | null;
  readonly audience: readonly string[];
  readonly subjects: readonly string[];
}

/** Messages of a handover by when they fall due. */
export async function listNotifications(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  filter: { readonly state?: string | undefined; readonly task?: string | undefined },
  after: readonly string[] | null,
  rows: number,
): Promise<NotificationView[]> {
  return em.query(
    `SELECT n.id, n.kind, n.subject, n.rung, n.for_due::text AS "forDue", n.audience, n.recipient_id AS "recipientId",
       n.urgent, n.facts, n.plan_revision AS "planRevision", iso_instant(n.due_at) AS "dueAt", n.state, n.reason,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('deliveryId', d.id, 'recipientId', d.recipient_id, 'state', i.state,
           'reason', i.reason, 'sendAt', iso_instant(d.send_at), 'sentAt', iso_instant(d.sent_at)) ORDER BY d.id), '[]')
         FROM delivery_item i JOIN delivery d ON d.body_id = i.body_id AND d.id = i.delivery_id
         WHERE i.body_id = n.body_id AND i.notification_id = n.id) AS deliveries
     FROM notification n
     WHERE n.body_id = $1 AND n.stream = $2 AND (n.due_at, n.id) > (coalesce($3::timestamptz, '-infinity'), coalesce($4::uuid, $7))
       AND ($5::text IS NULL OR n.state = $5) AND ($6::text IS NULL OR n.task_id = $6)
     ORDER BY n.due_at, n.id LIMIT $8`,
    [bodyId, handoverId, after?.[0], after?.[1], filter.state, filter.task, NO_ID, rows],
  );
}

/** Mails, the newest first. */
export async function listDeliveries(
  em: EntityManager,
  bodyId: string,
  filter: { readonly state?: string | undefined; readonly recipient?: string | undefined },
  before: string | undefined,
  rows: number,
): Promise<DeliveryView[]> {
  return em.query(
    `SELECT ${DELIVERY_COLUMNS} FROM delivery d
     WHERE d.body_id = $1 AND ($2::uuid IS NULL OR d.id < $2) AND ($3::text IS NULL OR d.state = $3)
       AND ($3 IS DISTINCT FROM 'failed' OR d.has_failed) AND ($4::text IS NULL OR d.recipient_id = $4)
     ORDER BY d.id DESC LIMIT $5`,
    [bodyId, before, filter.state, filter.recipient, rows],
  );
}

/** One mail; null when there is none. */
export async function findDelivery(em: EntityManager, bodyId: string, id: string): Promise<DeliveryView | null> {
  const found: DeliveryView[] = await em.query(
    `SELECT ${DELIVERY_COLUMNS} FROM delivery d WHERE d.body_id = $1 AND d.id = $2`,
    [bodyId, id],
  );
  return found[0] ?? null;
}

/** What goes out next, in the order of time. */
export async function listNextMails(
  em: EntityManager,
  bodyId: string,
  after: readonly string[] | null,
  rows: number,
): Promise<NextMailView[]> {
  return em.query(
    `(SELECT iso_instant(d.send_at) AS at, d.id, 'mail' AS what, d.recipient_id::text AS "recipientId", '{}'::text[] AS audience,
        (SELECT coalesce(array_agg(n.subject ORDER BY n.due_at, n.id), '{}') FROM delivery_item i
          JOIN notification n ON n.body_id = i.body_id AND n.id = i.notification_id
          WHERE i.body_id = d.body_id AND i.delivery_id = d.id AND i.state = 'waiting') AS subjects
      FROM delivery d
      WHERE d.body_id = $1 AND d.is_open AND (d.send_at, d.id) > (coalesce($2::timestamptz, '-infinity'), coalesce($3::uuid, $4))
      ORDER BY d.send_at, d.id LIMIT $5)
     UNION ALL
     (SELECT iso_instant(n.due_at), n.id, 'message', n.recipient_id::text, n.audience, ARRAY[n.subject] FROM notification n
      WHERE n.body_id = $1 AND n.is_owed AND (n.due_at, n.id) > (coalesce($2::timestamptz, '-infinity'), coalesce($3::uuid, $4))
      ORDER BY n.due_at, n.id LIMIT $5)
     ORDER BY at, id LIMIT $5`,
    [bodyId, after?.[0], after?.[1], NO_ID, rows],
  );
}

/** Comes before every id. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

const DELIVERY_COLUMNS = `
  d.id, d.recipient_id AS "recipientId", d.day::text, d.lane = 'digest' AS digest, iso_instant(d.send_at) AS "sendAt",
  d.state, d.attempts, iso_instant(d.sent_at) AS "sentAt", d.message_id AS "messageId", d.last_error AS "lastError", d.version,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('notificationId', n.id, 'kind', n.kind, 'subject', n.subject,
      'rung', n.rung, 'state', i.state, 'reason', i.reason) ORDER BY n.due_at, n.id), '[]')
    FROM delivery_item i JOIN notification n ON n.body_id = i.body_id AND n.id = i.notification_id
    WHERE i.body_id = d.body_id AND i.delivery_id = d.id) AS items`;
