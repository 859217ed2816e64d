import type { EntityManager } from 'typeorm';
import { Database, isRefused } from '../storage/database.js';
import { prepared } from '../storage/statements.js';
import type { DecidedMail } from './decided-mail.js';
import { draftMail, type Draft, type MailRow } from './draft-mail.js';
import { LEASE } from './limits.js';
import { loadConcerned } from './load-recipients.js';
import { loadScene } from './load-scene.js';
import type { MailJob } from './mail-job.js';
import { settle } from './settle.js';

/**
 * Takes those mails that are still as they were queued, and due by the one clock: a process's own clock decides nothing.
 * The attempt is counted before the work begins, so that one which ends the process is counted too.
 */
const TAKE = `
  WITH clock AS MATERIALIZED (SELECT gavel_now() AS now, clock_timestamp() + make_interval(secs => $3) AS lease),
  due AS MATERIALIZED (
    SELECT locked.id FROM clock
    CROSS JOIN jsonb_to_recordset($2) AS j(id uuid, attempts integer)
    CROSS JOIN LATERAL (
      SELECT d.id FROM delivery d WHERE d.body_id = $1 AND d.id = j.id AND d.attempts = j.attempts
        AND d.state IN ('waiting', 'queued') AND d.send_at <= clock.now FOR UPDATE SKIP LOCKED) AS locked),
  taken AS (
    UPDATE delivery d SET state = 'sending', attempts = d.attempts + 1, unanswered = d.unanswered + 1,
      decided_at = clock.now, lease_until = clock.lease, version = d.version + 1
    FROM clock WHERE d.body_id = $1 AND d.id = ANY (ARRAY(SELECT id FROM due))
    RETURNING d.id, d.recipient_id, d.attempts, d.put_off, d.message_id, d.lane, d.day)
  SELECT t.id, t.recipient_id::text AS "recipientId", t.attempts, t.put_off AS "putOff", t.message_id AS "messageId",
    CASE t.lane WHEN 'digest' THEN t.day::text END AS "digestOf",
    coalesce((SELECT array_agg(i.notification_id ORDER BY i.notification_id) FROM delivery_item i
      WHERE i.body_id = $1 AND i.delivery_id = t.id AND i.state = 'waiting'), '{}') AS items,
    b.short_name AS "bodyName", iso_instant(clock.now) AS now
  FROM taken t CROSS JOIN clock JOIN body b ON b.id = $1`;

/** A mail that is not sent after all was no attempt at it. Earlier ones that got no answer may still have reached someone. */
const PUT_BACK = `
  UPDATE delivery d SET state = m.state, send_at = coalesce(m.opens, d.send_at), unanswered = d.unanswered - 1,
    lease_until = NULL, version = d.version + 1
  FROM jsonb_to_recordset($2) AS m(id uuid, state text, opens timestamptz) WHERE d.body_id = $1 AND d.id = m.id`;

const SKIP = `
  UPDATE delivery_item i SET state = 'skipped', reason = s.reason
  FROM jsonb_to_recordset($2) AS s("deliveryId" uuid, "notificationId" uuid, reason text)
  WHERE i.body_id = $1 AND i.delivery_id = s."deliveryId" AND i.notification_id = s."notificationId"`;

const OWE_AGAIN = `UPDATE notification SET state = 'owed' WHERE body_id = $1 AND id = ANY ($2) AND state = 'addressed'`;

/**
 * Decides about the mails of a job in one short transaction, from what the database says at that moment: which of their
 * messages are still to be told to this reader, and so which mails are sent at all. What is left out says why.
 */
export class DecideMails {
  constructor(private readonly database: Database) {}

  async execute({ bodyId, mails }: MailJob): Promise<Decided> {
    const decided = await this.database.change(bodyId, async (em) => {
      const rows = await prepared<MailRow>(em, 'take-mails', TAKE, [bodyId, JSON.stringify(mails), LEASE / 1_000]);
      return rows.length === 0 ? NOTHING : decide(em, bodyId, rows);
    });
    return isRefused(decided) ? NOTHING : decided;
  }
}

const NOTHING: Decided = { mails: [], skipped: 0 };

async function decide(em: EntityManager, bodyId: string, rows: readonly MailRow[]): Promise<Decided> {
  const messages = [...new Set(rows.flatMap(({ items }) => items))];
  const recipients = rows.map(({ recipientId }) => recipientId);
  const scene = await loadScene(em, bodyId, messages, recipients);
  const concerned = await loadConcerned(em, bodyId, scene);
  const drafts = rows.map((row) => draftMail(bodyId, row, scene.matters, concerned));
  await putBack(em, bodyId, drafts);
  return {
    mails: drafts.flatMap(({ mail }) => (mail === null ? [] : [mail])),
    skipped: drafts.filter(({ mail, opens }) => mail === null && opens === null).length,
  };
}

/** What is decided about the mails of a job. */
export interface Decided {
  /** To be sent now; their attempts are counted and their leases run. */
  readonly mails: readonly DecidedMail[];
  /** How many are not sent at all, because nothing in them is still to be told. */
  readonly skipped: number;
}

/** Writes what differs from the usual case, in which every mail that was taken is sent. */
async function putBack(em: EntityManager, bodyId: string, drafts: readonly Draft[]): Promise<void> {
  const unsent = drafts.filter(({ mail }) => mail === null);
  if (unsent.length > 0) {
    const states = unsent.map(({ id, opens }) => ({ id, opens, state: opens === null ? 'skipped' : 'waiting' }));
    await prepared(em, 'put-mails-back', PUT_BACK, [bodyId, JSON.stringify(states)]);
  }
  const skipped = drafts.flatMap((draft) => draft.skipped);
  if (skipped.length === 0) return;
  await prepared(em, 'skip-items', SKIP, [bodyId, JSON.stringify(skipped)]);
  const again = skipped.filter((item) => item.again).map(({ notificationId }) => notificationId);
  await prepared(em, 'owe-again', OWE_AGAIN, [bodyId, again]);
  await settle(em, bodyId, [...new Set(skipped.map(({ notificationId }) => notificationId))]);
}
