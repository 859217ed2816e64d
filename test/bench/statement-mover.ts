import { createHash } from 'node:crypto';
import pg from 'pg';
import { LOAD_TASK } from '../../src/handovers/task-facts.js';
import { dataSourceOptions } from '../../src/storage/data-source.js';
import type { Move } from './moves.js';

/** What stands in for pgbench where there is none: the same statements, sent one by one and parsed each time. */
export class StatementMover {
  private readonly pool: pg.Pool;

  constructor(
    url: string,
    private readonly body: string,
    connections: number,
  ) {
    const { extra } = dataSourceOptions(url, [], connections, () => undefined);
    const { options } = extra as { readonly options: string };
    this.pool = new pg.Pool({ connectionString: url, max: connections, options });
  }

  /** Makes a move in one transaction; gives the version of the task after it. */
  async make({ task, personId, command }: Move): Promise<number> {
    const client = await this.pool.connect();
    try {
      const { body } = this;
      const { handoverId, taskId, version } = task;
      const state = { start: 'started', submit: 'submitted', return: 'returned' }[command.move];
      await client.query('BEGIN');
      await client.query(`SET LOCAL gavel.body = '${body}'`);
      const lock = `SELECT seq, head, iso_instant(gavel_now()) AS at FROM account WHERE body_id = $1 AND stream = $2 FOR UPDATE`;
      const account = await client.query<{ seq: string; head: string; at: string }>(lock, [body, handoverId]);
      const { seq = '0', head = '', at = '' } = account.rows[0] ?? {};
      await client.query(LOAD_TASK, [body, handoverId, taskId, personId]);
      await client.query(
        `UPDATE task SET state = $4, state_since = $5, version = version + 1, submitted_persons = '{outgoing}',
           submitted_sides = '{outgoing}' WHERE body_id = $1 AND handover_id = $2 AND id = $3 AND version = $6`,
        [body, handoverId, taskId, state, at, version],
      );
      const next = Number(seq) + 1;
      const entry = JSON.stringify({
        action: `task.${state}`,
        actor: personId,
        at,
        facts: { from: 'open', to: state },
        seq: next,
      });
      const hash = createHash('sha256').update(`${head}${entry}`, 'utf8').digest('hex');
      await client.query(
        `INSERT INTO account_entry (body_id, stream, seq, at, actor, action, subject, entry, prev_hash, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [body, handoverId, next, at, personId, `task.${state}`, `task:${taskId}`, entry, head, hash],
      );
      await client.query('UPDATE account SET seq = $3, head = $4 WHERE body_id = $1 AND stream = $2', [
        body,
        handoverId,
        next,
        hash,
      ]);
      await client.query(
        `INSERT INTO notification (body_id, id, stream, kind, subject, task_id, audience, urgent, facts, due_at, created_at)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, '{owner}', false, '{}', $6, $6)`,
        [body, handoverId, `task.${state}`, `task:${taskId}`, taskId, at],
      );
      await client.query('COMMIT');
      return version + 1;
    } finally {
      client.release();
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
