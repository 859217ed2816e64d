import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { openCluster, publishedPlace, type Cluster } from './embedded/cluster.js';
import { EmbeddedPostgresError, errorCode, errorText } from './embedded/embedded-postgres-error.js';
import { hasUsers, takeHold } from './embedded/hold.js';
import { SUPERUSER } from './embedded/initdb.js';
import { launch, START_TIMEOUT } from './embedded/launch.js';
import { findPostmaster, type Postmaster } from './embedded/postmaster.js';
import { poll } from './embedded/poll.js';
import type { Notice } from './embedded/server-account.js';
import { stopServer } from './embedded/stop.js';

const DATABASE = 'gavel';

export interface EmbeddedPostgresOptions {
  /** Where the cluster lives; made when absent. */
  readonly directory: string;
  /** Port on 127.0.0.1; a free one when not given. A server that already runs keeps the port it has. */
  readonly port?: number;
  /** False gives up what a power cut would need (fsync), for tests only. True when not given. */
  readonly durable?: boolean;
  /** Hears what is done outside the directory, such as making a system user. Written to stderr when not given. */
  readonly notice?: Notice;
}

export interface EmbeddedPostgres {
  /** Connection string of the database `gavel`, as the superuser; holds the password. */
  readonly url: string;
  /** True when the server already ran, started by another process or left by one that died. */
  readonly adopted: boolean;
  /** Process id of the server. */
  readonly pid: number;
  /** Stops using the server, and stops it when no other process uses it. May be called twice. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs the PostgreSQL that comes with the npm packages: for trying out, development and tests; production is a server
 * of one's own by DATABASE_URL. Listens on 127.0.0.1 alone, with a random password kept in the directory.
 *
 * Any number of processes may do this for one directory at the same time: one starts the server, the others adopt it,
 * and it stops when the last of them has called `stop` or has died, by whatever signal. Refuses with an
 * `EmbeddedPostgresError` that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { port, durable = true, notice = toStandardError } = options;
  const cluster = await openCluster(resolve(options.directory), durable, notice);
  const hold = takeHold(cluster);
  try {
    const { postmaster, adopted } = await findOrLaunch(cluster, port, durable);
    let stopped: Promise<void> | null = null;
    return {
      url: urlOf(cluster, postmaster, DATABASE),
      adopted,
      pid: postmaster.pid,
      stop: () => (stopped ??= hold.release() ? stopServer(cluster.data) : Promise.resolve()),
    };
  } catch (error) {
    if (hold.release()) await stopServer(cluster.data);
    throw error;
  }
}

/**
 * Removes the directory with its database, wherever that lies, and stops a server that was left running there.
 * False, and nothing is touched, when a process uses it.
 */
export async function removeEmbeddedPostgres(directory: string): Promise<boolean> {
  const place = await publishedPlace(directory);
  if (place !== null) {
    if (hasUsers(join(place, 'users'))) return false;
    await stopServer(join(place, 'data'));
    await rm(place, { recursive: true, force: true });
  }
  await rm(directory, { recursive: true, force: true });
  return true;
}

function toStandardError(text: string): void {
  process.stderr.write(`${text}\n`);
}

interface Found {
  readonly postmaster: Postmaster;
  readonly adopted: boolean;
}

async function findOrLaunch(cluster: Cluster, port: number | undefined, durable: boolean): Promise<Found> {
  const found = await poll(async (): Promise<Found | null> => {
    const running = findPostmaster(cluster.data);
    const postmaster = running ?? (await launch(cluster, port, durable));
    if (postmaster?.status !== 'ready' || !(await answers(cluster, postmaster))) return null;
    return { postmaster, adopted: running !== null };
  }, START_TIMEOUT);
  if (found !== null) return found;
  throw new EmbeddedPostgresError(`PostgreSQL could not be started on ${cluster.data}; see ${cluster.log}`);
}

/** Proves that the server is this cluster's and stays, and makes the database in it. False when it is going away. */
async function answers(cluster: Cluster, postmaster: Postmaster): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(cluster, postmaster, 'postgres'), ssl: false });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    if (rows[0]?.data_directory !== cluster.data) return false;
    await makeDatabase(client);
  } catch (error) {
    const now = findPostmaster(cluster.data);
    if (now?.pid !== postmaster.pid || now.status !== 'ready') return false;
    throw new EmbeddedPostgresError(`PostgreSQL on ${cluster.data} runs but does not answer: ${errorText(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
  const now = findPostmaster(cluster.data);
  return now?.pid === postmaster.pid && now.status === 'ready';
}

async function makeDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount !== 0) return;
  try {
    await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    // 42P04, 23505: another process made it first. 55006: it is making it right now, from the same template.
    if (!['42P04', '23505', '55006'].includes(errorCode(error))) throw error;
    await makeDatabase(client);
  }
}

function urlOf(cluster: Cluster, postmaster: Postmaster, database: string): string {
  return `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${postmaster.port}/${database}`;
}
