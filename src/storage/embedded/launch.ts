import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Cluster } from './cluster.js';
import { EmbeddedPostgresError, errorText } from './embedded-postgres-error.js';
import { SERVER_ENVIRONMENT } from './initdb.js';
import { poll } from './poll.js';
import { findPostmaster, type Postmaster } from './postmaster.js';

/** How long a server may take to recover from a crash before it is given up, in milliseconds. */
export const START_TIMEOUT = 60_000;

const LOG_LIMIT = 1_000_000;

/** What makes another attempt sensible: another process was quicker, or backends of a killed server are still ending. */
const PASSING = /lock file "postmaster\.pid" already exists|pre-existing shared memory block|is empty/;
const PORT_TAKEN = /could not bind IPv4 address/;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  // One server without standbys needs neither log shipping nor its cost.
  wal_level: 'minimal',
  max_wal_senders: '0',
  // The log is for faults of the server; statements and rows may hold personal data and stay out of it.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '256MB' };

/**
 * Starts the server of a cluster and waits until it takes connections; null when that should be tried again.
 * It gets a session of its own, so that Ctrl-C in a terminal leaves it running until its users have finished.
 */
export async function launch(cluster: Cluster, port: number | undefined, durable: boolean): Promise<Postmaster | null> {
  const before = trimLog(cluster.log);
  const server = spawnServer(cluster, port ?? (await freePort()), durable);
  let failure: unknown = null;
  server.once('error', (error) => (failure = error));
  const ended = () => failure !== null || server.exitCode !== null || server.signalCode !== null;

  const outcome = await poll(() => {
    const postmaster = findPostmaster(cluster.data);
    if (postmaster?.pid === server.pid && postmaster?.status === 'ready') return postmaster;
    return ended() ? 'ended' : null;
  }, START_TIMEOUT);
  if (outcome === null) {
    server.kill('SIGQUIT');
    throw new EmbeddedPostgresError(`PostgreSQL was not ready in ${START_TIMEOUT / 1000} s; see ${cluster.log}`);
  }
  if (outcome !== 'ended') return outcome;

  const said = failure === null ? readFileSync(cluster.log, 'utf8').slice(before) : errorText(failure);
  if (PASSING.test(said) || (port === undefined && PORT_TAKEN.test(said))) return null;
  throw new EmbeddedPostgresError(`PostgreSQL did not start on ${cluster.data}:\n${said.trim().slice(-2000)}`);
}

function spawnServer(cluster: Cluster, port: number, durable: boolean): ChildProcess {
  const settings = { ...SETTINGS, ...(durable ? {} : FORGETFUL), port: String(port) };
  const log = openSync(cluster.log, 'a', 0o600);
  const server = spawn(
    cluster.binaries.postgres,
    ['-D', cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { cwd: '/', env: SERVER_ENVIRONMENT, detached: true, stdio: ['ignore', log, log], ...cluster.account },
  );
  closeSync(log);
  server.unref();
  return server;
}

function trimLog(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LOG_LIMIT) return size;
  truncateSync(log);
  return 0;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('A listening socket has no port.');
  return address.port;
}
