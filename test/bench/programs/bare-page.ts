import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import pg from 'pg';
import '../../../src/storage/data-source.js';
import type { Statement } from '../statements.js';

/**
 * What Gavel's pages are measured against: Fastify and node-postgres alone, that send the statements which were recorded
 * from a page, one behind the other without waiting, and answer its bytes as they are.
 */
const { DATABASE_URL, PORT, PAGE = '' } = process.env;
const { html, statements } = JSON.parse(readFileSync(PAGE, 'utf8')) as {
  readonly html: string;
  readonly statements: readonly Statement[];
};
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10, options: '-c role=gavel_app' });
const app = Fastify();

app.get('/ready', async () => (await pool.query('SELECT true AS ready')).rows[0] as object);

app.get('/page', async (_, reply) => {
  const client = await pool.connect();
  try {
    await Promise.all(statements.map((statement) => client.query(queryOf(statement))));
  } finally {
    client.release();
  }
  return reply.header('content-type', 'text/html; charset=utf-8').send(html);
});

/** Text alone may hold more than one statement. */
function queryOf({ name, text, values }: Statement): pg.QueryConfig {
  const own = values.length === 0 ? {} : { values: [...values] };
  return name === null ? { text, ...own } : { name, text, ...own };
}

process.once('SIGTERM', () => process.exit(0));
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
