import { expect } from '@jest/globals';
import { HANDOVER, type RabatHandover } from '../support/rabat.js';
import type { Acknowledged } from './movers.js';

interface Entry {
  readonly seq: number;
  readonly hash: string;
  readonly subject: string;
}

/**
 * Every move that somebody was told is done stands in the account where the answer says, no two in the same place, and
 * nothing else does: none is lost and none happened twice.
 */
export async function expectEachOnce(
  rabat: RabatHandover,
  body: string,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  function ask<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return rabat.database.read(body, (em) => em.query<Row[]>(sql, values));
  }
  const entries = await ask<Entry>(
    `SELECT seq::int, hash, subject FROM account_entry WHERE body_id = $1 AND stream = $2 AND subject LIKE 'task:%' ORDER BY seq`,
    [body, HANDOVER],
  );
  const told = acknowledged
    .map(({ taskId, account }) => ({ seq: account.seq, hash: account.hash, subject: `task:${taskId}` }))
    .sort((one, other) => one.seq - other.seq);
  expect(entries).toEqual(told);

  const kept = await ask<{ key: string }>('SELECT key FROM answered_request WHERE body_id = $1 ORDER BY key', [body]);
  expect(kept.map(({ key }) => key)).toEqual(acknowledged.map(({ key }) => key).sort());

  const last = new Map(acknowledged.map(({ taskId, version }) => [taskId, version]));
  const tasks = await ask<{ id: string; version: number }>(
    'SELECT id, version FROM task WHERE body_id = $1 AND id = ANY ($2)',
    [body, [...last.keys()]],
  );
  expect(new Map(tasks.map(({ id, version }) => [id, version]))).toEqual(last);
}
