import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IsoInstant } from '../engine/words.js';

/** The virtual clock of a demo: it stands until it is moved, and every process that works on the database goes by it. */
@Injectable()
export class DemoClock {
  constructor(private readonly dataSource: DataSource) {}

  async now(): Promise<IsoInstant> {
    const [row]: { now: IsoInstant }[] = await this.dataSource.query('SELECT iso_instant(gavel_now()) AS now');
    if (row === undefined) throw new Error('The clock gave no time');
    return row.now;
  }

  /** Moves it forward and gives what it shows then; an instant that has passed leaves it where it stands. */
  async moveTo(at: IsoInstant): Promise<IsoInstant> {
    await this.dataSource.query(
      'UPDATE installation SET clock_stands_at = $1 WHERE clock_stands_at IS NULL OR clock_stands_at < $1',
      [at],
    );
    return this.now();
  }
}
