import { createHash } from 'node:crypto';
import pg from 'pg';

/** Tables that may change although nothing happened: none of ours. The queue's own tables lie in another schema. */
const TABLES = `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`;

/** A digest of every row of every table of ours, read as the owner: equal before and after means byte for byte. */
export async function databaseDigest(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const hash = createHash('sha256');
    const { rows: tables } = await client.query<{ tablename: string }>(TABLES);
    for (const { tablename } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT t::text AS row FROM ${client.escapeIdentifier(tablename)} AS t ORDER BY t::text`,
      );
      hash.update(`${tablename}\n`);
      for (const { row } of rows) hash.update(`${row}\n`);
    }
    return hash.digest('hex');
  } finally {
    await client.end();
  }
}
