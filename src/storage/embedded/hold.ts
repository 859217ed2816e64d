import { spawn } from 'node:child_process';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './embedded-postgres-error.js';
import type { Cluster } from './cluster.js';

/**
 * Waits until nobody holds the pipe open for writing, then asks the server that runs at that moment to stop.
 * A shell of a megabyte, in a session of its own, so that neither Ctrl-C nor the death of its starter reaches it.
 */
const KEEPER = 'read -r _ < "$1"; read -r pid < "$2" && kill -INT "$pid"';

/** One process's share in a running server. */
export interface Hold {
  /** Lets go. True when nobody else holds on, so that the server has to be stopped. */
  release(): boolean;
}

/**
 * Says that this process uses the server, until it lets go or dies.
 *
 * Whoever uses the server keeps a named pipe open for writing. The kernel closes it whatever way a process ends, kill -9
 * included, so there is no list of users that could be wrong; the end of the last one is the end of file that the
 * keeper waits for. This also works where a parent-death signal (`setpriv --pdeathsig`) does not: on macOS, and with
 * several processes of which the first one started the server.
 */
export function takeHold(cluster: Cluster): Hold {
  let pipe: number | null = openForWriting(cluster);
  return {
    release() {
      if (pipe === null) return false;
      closeSync(pipe);
      pipe = null;
      return !hasUsers(cluster.users);
    },
  };
}

function openForWriting(cluster: Cluster): number {
  try {
    return openSync(cluster.users, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    // ENXIO: nobody reads, so there is no keeper yet.
    if (errorCode(error) !== 'ENXIO') throw error;
  }
  // Open before the keeper starts: should this process die in between, the keeper reads the end of file at once.
  const pipe = openSync(cluster.users, constants.O_RDWR | constants.O_NONBLOCK);
  const file = join(cluster.data, 'postmaster.pid');
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'gavel-postgres-keeper', cluster.users, file], {
    cwd: '/',
    detached: true,
    stdio: 'ignore',
  });
  keeper.unref();
  return pipe;
}

/** True when some process, this one included, uses the server of this pipe. */
export function hasUsers(users: string): boolean {
  const pipe = openSync(users, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return readSync(pipe, Buffer.alloc(1)) > 0;
  } catch (error) {
    return errorCode(error) === 'EAGAIN';
  } finally {
    closeSync(pipe);
  }
}
