import Fastify from 'fastify';
import pg from 'pg';
import '../../../src/storage/data-source.js';
import { FIND_HANDOVER, FIND_HANDOVER_TASKS } from '../../../src/handovers/handovers.queries.js';
import { TASKS_OF } from '../../../src/handovers/tasks.queries.js';

/**
 * What Gavel's reads are measured against: Fastify and node-postgres alone, that answer the same bytes from the same
 * SQL. `/fenced` asks in a transaction behind the fence, as Gavel does; `/open` just asks, as the owner of everything.
 */
const { DATABASE_URL, PORT } = process.env;
const fenced = new pg.Pool({ connectionString: DATABASE_URL, max: 10, options: '-c role=gavel_app' });
const open = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
const app = Fastify();

app.get('/ready', async () => (await open.query('SELECT true AS ready')).rows[0] as object);

type Ask = (name: string, text: string, values: string[]) => Promise<object[]>;

async function handover(ask: Ask, body: string, id: string): Promise<object> {
  const [found] = await ask('handover', FIND_HANDOVER, [body, id]);
  return { ...found, tasks: await ask('tasks', FIND_HANDOVER_TASKS, [body, id]) };
}

async function mine(ask: Ask, body: string, person: string): Promise<object> {
  return { items: await ask('mine', TASKS_OF, [body, person]) };
}

const reads = { handover, mine };

for (const [name, read] of Object.entries(reads)) {
  app.get<{ Params: { body: string; id: string } }>(`/fenced/${name}/:body/:id`, async ({ params: { body, id } }) => {
    const client = await fenced.connect();
    try {
      await client.query(
        `START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL gavel.body = '${body}'`,
      );
      const answer = await read(asking(client), body, id);
      await client.query('COMMIT');
      return answer;
    } finally {
      client.release();
    }
  });
  app.get<{ Params: { body: string; id: string } }>(`/open/${name}/:body/:id`, async ({ params: { body, id } }) =>
    read(asking(open), body, id),
  );
}

function asking(by: pg.Pool | pg.PoolClient): Ask {
  return async (name, text, values) => (await by.query<object>({ name, text, values })).rows;
}

process.once('SIGTERM', () => process.exit(0));
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
