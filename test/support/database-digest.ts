import { createHash } from 'node:crypto';
import pg from 'pg';

/** Every table of ours, and the column that says whose a row is. The queue's own tables lie in another schema. */
const TABLES = `
  SELECT tablename AS name, (SELECT attname FROM pg_attribute a WHERE a.attrelid = tablename::regclass
      AND a.attname = CASE WHEN tablename = 'body' THEN 'id' ELSE 'body_id' END) AS column
  FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`;

/** Which rows are meant: all of them, those of one body, or those of every other body. */
export type Whose = { readonly of: string } | { readonly notOf: string } | 'all';

/**
 * A digest of every row of every table of ours, read as the owner: equal before and after means byte for byte. The
 * rows are hashed where they are, so that it may be asked for often.
 */
export async function databaseDigest(url: string, whose: Whose = 'all'): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string; column: string | null }>(TABLES);
    const hashes = tables.flatMap(({ name, column }) => {
      const where = condition(client, column, whose);
      return where === null ? [] : [hashOf(client, name, where)];
    });
    // Large tables are read side by side, and whichever is ready first comes first.
    const { rows } = await client.query<{ name: string; hash: string }>(`${hashes.join(' UNION ALL ')} ORDER BY name`);
    return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  } finally {
    await client.end();
  }
}

function hashOf(client: pg.Client, table: string, where: string): string {
  const rows = `coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')`;
  return `SELECT ${client.escapeLiteral(table)} AS name, sha256(convert_to(${rows}, 'UTF8'))::text AS hash
    FROM ${client.escapeIdentifier(table)} AS t WHERE ${where}`;
}

/** Null for a table whose rows belong to nobody, when somebody's are asked for. */
function condition(client: pg.Client, column: string | null, whose: Whose): string | null {
  if (whose === 'all') return 'true';
  if (column === null) return null;
  const [is, body] = 'of' in whose ? ['=', whose.of] : ['<>', whose.notOf];
  return `t.${client.escapeIdentifier(column)} ${is} ${client.escapeLiteral(body)}`;
}
