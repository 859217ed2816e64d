import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from './outcome.js';
import type { RecordOutcomes } from './record-outcomes.js';

interface Pending {
  readonly outcome: Outcome;
  readonly settled: (end: Told) => void;
}

/** `refused`: a later attempt had begun already. `unwritten`: all was closed while the database could not be used. */
export type Told = 'written' | 'refused' | 'unwritten';

/** How long outcomes are gathered before they are written together, in milliseconds. */
const GATHERING = 20;

/** While the database cannot be used the outcomes wait here; how long until it is tried again, in milliseconds. */
const PATIENCE = 250;

/**
 * Gathers outcomes for a few milliseconds and writes them together: a transaction for each mail would cost more than
 * sending it. What was gathered while a write runs makes the next one.
 */
export class Outcomes {
  private readonly pending = new Map<string, Pending[]>();
  private readonly listeners = new Set<(outcome: Outcome) => void>();
  private writing: Promise<void> | null = null;
  private closing = false;

  /** @param onTrouble hears of every write that failed; it is repeated until the database is back, or all is closed. */
  constructor(
    private readonly record: RecordOutcomes,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** Resolves once it is durable, or never will be. */
  async tell(outcome: Outcome): Promise<Told> {
    return new Promise((settled) => {
      const ofBody = this.pending.get(outcome.bodyId) ?? [];
      ofBody.push({ outcome, settled });
      this.pending.set(outcome.bodyId, ofBody);
      this.writing ??= this.writeAll();
    });
  }

  /** Hears of every outcome that was written; gives a way to stop listening. */
  listen(listener: (outcome: Outcome) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Waits until everything told so far is written, and everyone who listens has heard of it. */
  async idle(): Promise<void> {
    await this.writing;
  }

  /** Writes what is left, without waiting for a database that is gone. */
  async close(): Promise<void> {
    this.closing = true;
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    while (this.pending.size > 0) {
      if (!this.closing) await wait(GATHERING);
      const [first] = this.pending;
      if (first === undefined) break;
      const [bodyId, pending] = first;
      this.pending.delete(bodyId);
      await this.write(bodyId, pending);
    }
    this.writing = null;
  }

  private async write(bodyId: string, pending: readonly Pending[]): Promise<void> {
    const outcomes = pending.map(({ outcome }) => outcome);
    const recorded = await this.recordPatiently(bodyId, outcomes);
    for (const { outcome, settled } of pending) {
      settled(recorded === null ? 'unwritten' : recorded.has(outcome) ? 'written' : 'refused');
    }
    for (const outcome of recorded ?? []) for (const listener of this.listeners) listener(outcome);
  }

  private async recordPatiently(bodyId: string, outcomes: readonly Outcome[]): Promise<ReadonlySet<Outcome> | null> {
    for (;;) {
      try {
        return new Set(await this.record.execute(bodyId, outcomes));
      } catch (error) {
        this.onTrouble(error);
        if (this.closing) return null;
        await wait(PATIENCE);
      }
    }
  }
}
