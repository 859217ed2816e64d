import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { poll } from './poll.js';
import { findPostmaster, signalPostmaster } from './postmaster.js';

/** Fast shutdown closes sessions at once and writes a checkpoint; what takes longer (ms) is told to quit. */
const PATIENCE = 15_000;

/** Stops the server of a data directory, if one runs, and waits until it has. */
export async function stopServer(data: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const postmaster = findPostmaster(data);
    if (postmaster === null) return;
    signalPostmaster(data, postmaster, signal);
    const gone = await poll(() => (findPostmaster(data)?.pid === postmaster.pid ? null : true), PATIENCE);
    if (gone !== null) return;
  }
  throw new EmbeddedPostgresError(`PostgreSQL on ${data} does not stop.`);
}
