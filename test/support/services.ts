import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/storage/embedded-postgres.js';
import { migrate } from '../../src/storage/migrate.js';
import { startRedis } from './redis-server.js';
import { abandonedDirectories, scratchDirectory } from './scratch.js';

/** What one run of the tests shares: a PostgreSQL server with migrated templates, and a Redis where there is one. */
export interface Services {
  /** Stops all of it. Fails when a test file left a database behind. */
  stop(): Promise<void>;
}

/**
 * Starts the services and tells the test processes about them by variables of the environment:
 * GAVEL_TEST_SERVER (as a superuser), GAVEL_TEST_DATABASES (what the names of the run's databases begin with), and
 * GAVEL_TEST_REDIS when there is a Redis. TEST_DATABASE_URL puts a server of one's own in place of the embedded one.
 */
export async function startServices(): Promise<Services> {
  await removeLeftOvers();
  const server = await startPostgres();
  try {
    const redis = await startRedis();
    const databases = `gavel_test_${randomBytes(4).toString('hex')}`;
    await makeTemplates(server.url, databases);
    Object.assign(process.env, { GAVEL_TEST_SERVER: server.url, GAVEL_TEST_DATABASES: databases });
    if (redis !== null) process.env.GAVEL_TEST_REDIS = redis.url;
    return {
      async stop() {
        const forgotten = await dropDatabases(server.url, databases).finally(() =>
          Promise.all([server.stop(), redis?.stop()]),
        );
        if (forgotten.length > 0) throw new Error(`Databases that no test file dropped: ${forgotten.join(', ')}`);
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function startPostgres(): Promise<{ url: string; stop(): Promise<unknown> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return { url: given, stop: () => Promise.resolve() };
  const directory = await scratchDirectory();
  const server = await startEmbeddedPostgres({ directory, durable: false });
  return { url: server.url, stop: () => server.stop().then(() => removeEmbeddedPostgres(directory)) };
}

/** Removes what runs left that were killed with -9; their servers have stopped by themselves. */
async function removeLeftOvers(): Promise<void> {
  for (const directory of await abandonedDirectories()) {
    // Of another user, perhaps: then it is theirs to remove.
    await removeEmbeddedPostgres(directory).catch(() => undefined);
  }
}

async function makeTemplates(server: string, databases: string): Promise<void> {
  for (const kind of ['production', 'demo'] as const) {
    const name = `${databases}_${kind}`;
    await ask(server, `CREATE DATABASE ${name}`);
    const url = new URL(server);
    url.pathname = name;
    await migrate(url.href, kind);
    // A template that nobody can connect to is one that can be copied at any moment.
    await ask(server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  }
}

/** Drops all databases of the run, and gives the names of those that a test file should have dropped. */
async function dropDatabases(server: string, databases: string): Promise<string[]> {
  const left = await ask(server, `SELECT datname, datallowconn FROM pg_database WHERE datname LIKE '${databases}\\_%'`);
  for (const { datname } of left) await ask(server, `DROP DATABASE ${String(datname)} WITH (FORCE)`);
  return left.filter(({ datallowconn }) => datallowconn === true).map(({ datname }) => String(datname));
}

async function ask(server: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
