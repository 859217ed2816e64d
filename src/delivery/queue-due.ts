import { Database, isRefused } from '../storage/database.js';
import { prepared } from '../storage/statements.js';
import { LEASE, MAILS_PER_JOB, MOST_QUEUED, MOST_UNANSWERED } from './limits.js';
import type { MailJob, QueuedMail } from './mail-job.js';
import { settle } from './settle.js';

/** Where jobs go. Rejects when the queue cannot be used. */
export interface JobQueue {
  add(jobs: readonly MailJob[]): Promise<void>;
}

/** A mail whose every attempt has ended its process is what is wrong: it is kept and shown, and others go on. */
const SET_ASIDE = `
  WITH aside AS (
    UPDATE delivery SET state = 'failed', lease_until = NULL, version = version + 1,
      last_error = 'set aside: sending it ended the worker each time'
    WHERE body_id = $1 AND is_open AND state = 'sending' AND unanswered >= $2 AND lease_until <= clock_timestamp()
    RETURNING id)
  UPDATE delivery_item i SET state = 'failed' FROM aside
  WHERE i.body_id = $1 AND i.delivery_id = aside.id AND i.state = 'waiting'
  RETURNING i.notification_id AS id`;

/** How many more mails the queue may hold. */
const ROOM = `
  SELECT ($2 - count(*))::int AS room FROM (
    SELECT FROM delivery WHERE body_id = $1 AND is_open AND send_at <= (SELECT gavel_now()) AND state = 'queued'
      AND lease_until > clock_timestamp() LIMIT $2) AS queued`;

/** Due mails that nobody has: never queued, or with someone whose lease has ended. */
const CLAIM = `
  WITH due AS (
    SELECT d.id FROM delivery d
    WHERE d.body_id = $1 AND d.is_open AND d.send_at <= (SELECT gavel_now())
      AND (d.lease_until IS NULL OR d.lease_until <= clock_timestamp())
    ORDER BY d.send_at, d.id LIMIT $3 FOR UPDATE SKIP LOCKED)
  UPDATE delivery d SET state = 'queued', version = d.version + 1,
    lease_until = clock_timestamp() + make_interval(secs => $2)
  WHERE d.body_id = $1 AND d.id = ANY (ARRAY(SELECT id FROM due))
  RETURNING d.id, d.attempts, d.unanswered`;

const GIVE_BACK = `
  UPDATE delivery SET state = 'waiting', lease_until = NULL, version = version + 1
  WHERE body_id = $1 AND id = ANY ($2) AND state = 'queued'`;

type ClaimedRow = QueuedMail & { readonly unanswered: number };

/** Hands mails that are due to the queue; those that a dead process or a lost queue had come back this way. */
export class QueueDue {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
  ) {}

  /**
   * Queues as many mails of a body as there is room for; gives whether more may be waiting for room. Rejects when the
   * queue is out of order.
   */
  async execute(bodyId: string): Promise<boolean> {
    const claimed = await this.database.change(bodyId, async (em) => {
      const aside = await prepared<{ id: string }>(em, 'set-aside', SET_ASIDE, [bodyId, MOST_UNANSWERED]);
      await settle(em, bodyId, [...new Set(aside.map(({ id }) => id))]);
      const [free] = await prepared<{ room: number }>(em, 'room-in-queue', ROOM, [bodyId, MOST_QUEUED]);
      const room = free?.room ?? 0;
      const mails = await prepared<ClaimedRow>(em, 'claim-due', CLAIM, [bodyId, LEASE / 1_000, room]);
      return { mails, isFull: mails.length >= room };
    });
    if (isRefused(claimed)) return false;
    if (claimed.mails.length > 0) await this.add(bodyId, claimed.mails);
    return claimed.isFull;
  }

  private async add(bodyId: string, claimed: readonly ClaimedRow[]): Promise<void> {
    try {
      await this.queue.add(jobsOf(bodyId, claimed));
    } catch (error) {
      await this.giveBack(bodyId, claimed);
      throw error;
    }
  }

  /** If this fails too, the leases end by themselves. */
  private async giveBack(bodyId: string, claimed: readonly ClaimedRow[]): Promise<void> {
    const ids = claimed.map(({ id }) => id);
    await this.database.change(bodyId, (em) => prepared(em, 'give-back', GIVE_BACK, [bodyId, ids]));
  }
}

/** A mail whose last attempt got no answer goes alone, so that it cannot take others down with it again. */
function jobsOf(bodyId: string, claimed: readonly ClaimedRow[]): MailJob[] {
  const mail = ({ id, attempts }: ClaimedRow): QueuedMail => ({ id, attempts });
  const suspects = claimed.filter(({ unanswered }) => unanswered > 0);
  const others = claimed.filter(({ unanswered }) => unanswered === 0);
  const jobs = suspects.map((suspect): MailJob => ({ bodyId, mails: [mail(suspect)], alone: true }));
  for (let from = 0; from < others.length; from += MAILS_PER_JOB) {
    jobs.push({ bodyId, mails: others.slice(from, from + MAILS_PER_JOB).map(mail), alone: false });
  }
  return jobs;
}
