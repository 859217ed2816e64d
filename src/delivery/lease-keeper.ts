import { Database } from '../storage/database.js';
import { prepared } from '../storage/statements.js';
import { LEASE } from './limits.js';
import type { Attempt } from './outcome.js';

/** An attempt that takes longer than this, in milliseconds, asks for more time; most are over sooner. */
const RENEWAL = LEASE / 3;

const RENEW = `
  UPDATE delivery d SET lease_until = clock_timestamp() + make_interval(secs => $3)
  FROM jsonb_to_recordset($2) AS a(id uuid, attempt integer)
  WHERE d.body_id = $1 AND d.id = a.id AND d.attempts = a.attempt AND d.state = 'sending'`;

interface Held {
  readonly attempt: Attempt;
  renewAt: number;
}

/** Keeps the leases of those mails alive that this process is still sending: a slow mail server is no dead worker. */
export class LeaseKeeper {
  private readonly held = new Set<Held>();
  private readonly timer: NodeJS.Timeout;

  /** @param onTrouble hears when leases could not be renewed; others may then take the mails over. */
  constructor(
    private readonly database: Database,
    private readonly onTrouble: (error: unknown) => void,
  ) {
    this.timer = setInterval(() => void this.renew(), RENEWAL / 2);
    this.timer.unref();
  }

  /** Keeps the lease of an attempt that has just begun while the work goes on. */
  async during<T>(attempt: Attempt, work: () => Promise<T>): Promise<T> {
    const held = { attempt, renewAt: performance.now() + RENEWAL };
    this.held.add(held);
    try {
      return await work();
    } finally {
      this.held.delete(held);
    }
  }

  close(): void {
    clearInterval(this.timer);
  }

  private async renew(): Promise<void> {
    const now = performance.now();
    const due = [...this.held].filter(({ renewAt }) => renewAt <= now);
    for (const one of due) one.renewAt = now + RENEWAL;
    for (const bodyId of new Set(due.map(({ attempt }) => attempt.bodyId))) {
      const held = due
        .filter(({ attempt }) => attempt.bodyId === bodyId)
        .map(({ attempt: { id, attempt } }) => ({ id, attempt }));
      const values = [bodyId, JSON.stringify(held), LEASE / 1_000];
      try {
        await this.database.change(bodyId, (em) => prepared(em, 'renew-leases', RENEW, values));
      } catch (error) {
        this.onTrouble(error);
      }
    }
  }
}
