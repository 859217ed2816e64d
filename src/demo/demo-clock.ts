import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IsoInstant } from '../engine/words.js';
import { Database } from '../storage/database.js';
import { CLOCK_MOVED, NEWS_CHANNEL } from '../storage/news-channel.js';

const NEXT = `
  SELECT iso_instant(min(due_at)) AS at FROM task
  WHERE body_id = $1 AND state NOT IN ('accepted', 'waived', 'committed') AND due_at > gavel_now()`;

/** The virtual clock of a demo: it stands until it is moved, and every process that works on the database goes by it. */
@Injectable()
export class DemoClock {
  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
  ) {}

  async now(): Promise<IsoInstant> {
    const [row]: { now: IsoInstant }[] = await this.dataSource.query('SELECT iso_instant(gavel_now()) AS now');
    if (row === undefined) throw new Error('The clock gave no time');
    return row.now;
  }

  /** When the next day of an unsettled task of the body ends; null when there is none. */
  async nextDeadline(bodyId: string): Promise<IsoInstant | null> {
    const next = await this.database.read(bodyId, async (em) => {
      const [row]: { at: IsoInstant | null }[] = await em.query(NEXT, [bodyId]);
      return row?.at ?? null;
    });
    return next;
  }

  /** Moves it forward and gives what it shows then; an instant that has passed leaves it where it stands. */
  async moveTo(at: IsoInstant): Promise<IsoInstant> {
    await this.dataSource.query(
      'UPDATE installation SET clock_stands_at = $1 WHERE clock_stands_at IS NULL OR clock_stands_at < $1',
      [at],
    );
    await this.dataSource.query('SELECT pg_notify($1, $2)', [NEWS_CHANNEL, CLOCK_MOVED]);
    return this.now();
  }
}
