import type { BenchDatabase } from './installation.js';

/** What belongs to a handover, and by which column; in the order in which it is needed. Reminders are on no page. */
const TABLES = [
  ['account', 'stream'],
  ['account_entry', 'stream'],
  ['account_text', 'stream'],
  ['handover', 'id'],
  ['section', 'handover_id'],
  ['task', 'handover_id'],
  ['plan_revision', 'handover_id'],
] as const;

/** Of a handover's own terms. */
const TERMS = [
  ['term', 'id'],
  ['term_holder', 'term_id'],
] as const;

/**
 * Fills a body up to so many handovers with copies of one that was made as in real use. Whatever refers to something is
 * copied with it, so references are not checked again row by row.
 */
export async function copyHandover(bench: BenchDatabase, body: string, model: string, upTo: number): Promise<void> {
  const copies: string[] = [];
  for (const [table, key] of TERMS) {
    copies.push(await copyOf(bench, table, key, `${key} LIKE '${model}-%'`, body, model, upTo));
  }
  for (const [table, key] of TABLES) {
    copies.push(await copyOf(bench, table, key, `${key} = '${model}'`, body, model, upTo));
  }
  await bench.ask(`BEGIN; SET LOCAL session_replication_role = replica; ${copies.join('; ')}; COMMIT`);
  await bench.ask('VACUUM ANALYZE');
}

async function copyOf(
  bench: BenchDatabase,
  table: string,
  key: string,
  which: string,
  body: string,
  model: string,
  upTo: number,
): Promise<string> {
  const columns = await bench.ask(
    'SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = $2 ORDER BY attnum',
    [table, ''],
  );
  const names = columns.map(({ name }) => String(name));
  const renamed = new Set<string>([key, 'outgoing_term_id', 'incoming_term_id']);
  const values = names.map((name) =>
    renamed.has(name) ? `replace(${name}, '${model}', 'copy-' || lpad(n::text, 5, '0'))` : name,
  );
  // The copies of a day each: a list in the order of dates has something to order.
  const shifted = values.map((value) => (value === 'handover_date' ? 'handover_date - (n % 3650)' : value));
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${shifted.join(', ')}
    FROM ${table}, generate_series(1, ${upTo}) AS n WHERE body_id = '${body}' AND ${which}`;
}
