import type { EntityManager } from 'typeorm';
import type { DrainMail } from '../delivery/drain-mail.js';
import type { IsoInstant } from '../engine/words.js';
import type { Database } from '../storage/database.js';
import type { DemoClock } from './demo-clock.js';
import type { CarriedMail } from './mail-lines.js';

/** The next instant at which a message falls due or a mail may go. */
const NEXT = `
  SELECT iso_instant(least(
    (SELECT min(due_at) FROM notification WHERE body_id = $1 AND state = 'owed'),
    (SELECT min(send_at) FROM delivery WHERE body_id = $1 AND state IN ('waiting', 'queued', 'sending')))) AS at`;

const CARRIED = `
  SELECT d.id::text, d.recipient_id::text AS "recipientId", p.language, d.lane = 'digest' AS "isDigest", d.state,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'subject', n.subject, 'rung', n.rung)
        ORDER BY n.subject, n.kind, n.rung, n.due_at), '[]')
      FROM delivery_item i JOIN notification n ON n.body_id = $1 AND n.id = i.notification_id
      WHERE i.body_id = $1 AND i.delivery_id = d.id AND i.state IN ('sent', 'failed')) AS items
  FROM delivery d JOIN person p ON p.body_id = $1 AND p.id = d.recipient_id
  WHERE d.body_id = $1 AND d.state IN ('sent', 'failed') AND d.decided_at = gavel_now()
  ORDER BY d.recipient_id, d.lane <> 'digest', 5, d.id`;

/** Moves the clock on, stopping wherever mail falls due, so that each goes out at its own time. */
export class MailRound {
  private readonly seen = new Set<string>();

  /** @param onMails hears of the mails of each instant, those of one person together. */
  constructor(
    private readonly bodyId: string,
    private readonly database: Database,
    private readonly clock: DemoClock,
    private readonly drainMail: DrainMail,
    private readonly onMails: (at: IsoInstant, mails: readonly CarriedMail[]) => void,
  ) {}

  /** Lets everything go out that falls due before an instant, and sets the clock to it. */
  async reach(at: IsoInstant): Promise<void> {
    for (;;) {
      const next = await this.database.read(this.bodyId, (em) => this.next(em));
      if (next === null || next >= at) break;
      const now = await this.clock.moveTo(next);
      await this.drainMail.drain();
      const mails: CarriedMail[] = await this.database.read(this.bodyId, (em) => em.query(CARRIED, [this.bodyId]));
      const fresh = mails.filter(({ id }) => !this.seen.has(id));
      for (const { id } of fresh) this.seen.add(id);
      if (fresh.length > 0) this.onMails(now, fresh);
    }
    await this.clock.moveTo(at);
  }

  private async next(em: EntityManager): Promise<IsoInstant | null> {
    const [row]: { at: IsoInstant | null }[] = await em.query(NEXT, [this.bodyId]);
    return row?.at ?? null;
  }
}
