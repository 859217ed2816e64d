import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { HANDOVER_ENTITIES } from '../../src/handovers/handovers.entity.js';
import { PEOPLE_ENTITIES } from '../../src/people/people.entity.js';
import { dataSourceOptions } from '../../src/storage/data-source.js';
import { Database } from '../../src/storage/database.js';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/storage/embedded-postgres.js';
import { migrate } from '../../src/storage/migrate.js';

/** The folder with package.json, from the compiled benchmark. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The PostgreSQL of the benchmarks: the embedded one with its durable settings, on the disk that holds this project.
 * Every contestant uses this same server.
 */
export interface Installation {
  /** Process id of the server. */
  readonly pid: number;
  readonly version: string;
  /** A new, migrated database, whose clock stands. */
  database(name: string, wait?: DiskWait): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

/**
 * Whether a commit waits until the disk has it. It does in real use; without it the disk, which is the same for
 * everyone, no longer hides what the programs cost.
 */
export type DiskWait = 'waits for the disk' | 'does not wait for the disk';

/** One database, and the way to it as the application has it. */
export interface BenchDatabase {
  /** As the superuser. */
  readonly url: string;
  readonly database: Database;
  readonly dataSource: DataSource;
  /** Runs SQL as the superuser, past the fence. */
  readonly ask: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  readonly close: () => Promise<void>;
}

/** All time is as of this instant, until a benchmark moves it. */
const SET_UP_AT = '2023-10-02T08:00:00.000Z';

export async function startInstallation(): Promise<Installation> {
  const place = join(root, '.gavel');
  await mkdir(place, { recursive: true });
  const directory = await mkdtemp(join(place, 'bench-'));
  const server = await startEmbeddedPostgres({ directory });
  const { rows } = await query(server.url, 'SHOW server_version');
  return {
    pid: server.pid,
    version: String(rows[0]?.server_version),
    database: (name, wait = 'waits for the disk') => makeDatabase(server.url, name, wait),
    stop: async () => {
      await server.stop();
      await removeEmbeddedPostgres(directory);
    },
  };
}

/** How many connections each contestant may open. */
export const CLIENTS = 8;

async function makeDatabase(server: string, name: string, wait: DiskWait): Promise<BenchDatabase> {
  await query(server, `CREATE DATABASE ${name}`);
  const place = new URL(server);
  place.pathname = name;
  const url = place.href;
  await migrate(url, 'demo');
  if (wait === 'does not wait for the disk') await query(url, `ALTER DATABASE ${name} SET synchronous_commit = off`);
  await query(url, 'UPDATE installation SET clock_stands_at = $1', [SET_UP_AT]);
  const entities = [...HANDOVER_ENTITIES, ...PEOPLE_ENTITIES];
  const dataSource = new DataSource(dataSourceOptions(url, entities, CLIENTS, () => undefined));
  await dataSource.initialize();
  return {
    url,
    dataSource,
    database: new Database(dataSource),
    ask: async (sql, values) => (await query(url, sql, values)).rows,
    close: () => dataSource.destroy(),
  };
}

async function query(url: string, sql: string, values?: unknown[]): Promise<pg.QueryResult<Record<string, unknown>>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}
