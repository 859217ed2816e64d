import { expect } from '@jest/globals';
import { basename } from 'node:path';
import pg from 'pg';
import type { InstallationKind } from '../../src/storage/migrate.js';
import { eventually } from './eventually.js';

/** A migrated, empty database of one test file. */
export interface FreshDatabase {
  /** As the owner of the server; the application's own role is set by its data source. */
  readonly url: string;
  /** Drops it. Fails, and so fails the file, when a connection to it was left open. */
  readonly drop: () => Promise<void>;
}

/** How long a connection that was closed may still be seen by the server, in milliseconds. */
const FAREWELL = 2_000;

let made = 0;

/**
 * Copies the migrated template; some tens of milliseconds. `demo` is an installation whose clock can be set.
 * Drop it in `afterAll`, after everything that is connected to it has been closed.
 */
export async function freshDatabase(kind: InstallationKind = 'production'): Promise<FreshDatabase> {
  const server = variable('GAVEL_TEST_SERVER');
  const databases = variable('GAVEL_TEST_DATABASES');
  const file = basename(expect.getState().testPath ?? 'test').replace(/\.test\.tsx?$/, '');
  // The name tells whose it is when it is left behind. PostgreSQL takes 63 characters.
  const name = `${databases}_${process.pid}_${++made}_${file.replace(/\W/g, '_')}`.slice(0, 63).toLowerCase();
  // Copying files beats writing all of it to the log first, where nothing waits for the disk.
  const copy = `CREATE DATABASE ${name} TEMPLATE ${databases}_${kind} STRATEGY file_copy`;
  await onServer(server, (client) => client.query(copy));
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, drop: () => onServer(server, (client) => drop(client, name)) };
}

async function drop(client: pg.Client, name: string): Promise<void> {
  const leaks = await eventually(
    'the last connection to the database closes',
    async () => (await connectionsTo(client, name)).length === 0,
    FAREWELL,
  ).then(
    () => [],
    () => connectionsTo(client, name),
  );
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  if (leaks.length > 0) {
    throw new Error(`Connections to ${name} that were left open:\n${leaks.join('\n')}`);
  }
}

async function connectionsTo(client: pg.Client, name: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT format('  %s (%s): %s', coalesce(nullif(application_name, ''), 'unnamed'), state, left(query, 200)) AS line
     FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`,
    [name],
  );
  return rows.map(({ line }) => line);
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests with config/tools/jest.config.mjs`);
  return value;
}
