import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A running server as its own `postmaster.pid` describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'stopping';
}

/**
 * The server that runs on this data directory right now, or null.
 *
 * The file alone proves nothing: after a crash or a reboot the process id in it may belong to somebody else, whom nobody
 * must signal and for whose sake PostgreSQL would refuse to start. Such a file is removed.
 * Lines of the file: https://www.postgresql.org/docs/18/storage-file-layout.html, `src/include/utils/pidfile.h`.
 */
export function findPostmaster(data: string): Postmaster | null {
  const file = join(data, 'postmaster.pid');
  const text = read(file);
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (!isServerOf(pid, data)) {
    if (processExists(pid) && read(file) === text) rmSync(file, { force: true });
    return null;
  }
  return { pid, port: Number(lines[3]), status: statusOf(lines[7]) };
}

/** Signals the server if it still is the one that was found. */
export function signalPostmaster(data: string, postmaster: Postmaster, signal: 'SIGINT' | 'SIGQUIT'): void {
  if (isServerOf(postmaster.pid, data)) process.kill(postmaster.pid, signal);
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function statusOf(line: string | undefined): Postmaster['status'] {
  const word = line?.trim();
  return word === 'ready' || word === 'stopping' ? word : 'starting';
}

/** A postmaster works in its data directory; that directory is how it is told from any other process. */
function isServerOf(pid: number, data: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === data;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(data);
  } catch {
    return false;
  }
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
