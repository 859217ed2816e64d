import type { DataSource } from 'typeorm';
import type { Outcome } from './outcome.js';

/** Makes outcomes durable, in one round trip: the database's function is a transaction of its own. */
export class RecordOutcomes {
  constructor(private readonly dataSource: DataSource) {}

  /** Gives those that were written; the others came from attempts after which another had begun. */
  async execute(bodyId: string, outcomes: readonly Outcome[]): Promise<readonly Outcome[]> {
    const rows: { id: string }[] = await this.dataSource.query('SELECT record_outcomes($1, $2) AS id', [
      bodyId,
      JSON.stringify(outcomes),
    ]);
    const recorded = new Set(rows.map(({ id }) => id));
    return outcomes.filter(({ id }) => recorded.has(id));
  }
}
