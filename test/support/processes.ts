import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** One process of this machine. */
export interface ListedProcess {
  readonly pid: number;
  readonly command: string;
}

/** Every process that has not ended; the dead that nobody has fetched yet are left out. */
export async function listProcesses(): Promise<ListedProcess[]> {
  const pids = process.platform === 'linux' ? await readdir('/proc') : null;
  if (pids === null) return parse((await promisify(execFile)('ps', ['-axo', 'pid=,command='])).stdout);
  const found = await Promise.all(pids.filter((name) => /^\d+$/.test(name)).map((name) => describe(Number(name))));
  return found.filter((one) => one !== null);
}

/** True while the process does something; false when it is gone, or dead and not fetched yet. */
export async function isRunning(pid: number): Promise<boolean> {
  return (await listProcesses()).some((one) => one.pid === pid);
}

async function describe(pid: number): Promise<ListedProcess | null> {
  // The command line of a dead process is empty, and that of one that has gone meanwhile cannot be read.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command === '' ? null : { pid, command: command.replaceAll('\0', ' ') };
}

function parse(listing: string): ListedProcess[] {
  return listing.split('\n').flatMap((line) => {
    const [, pid, command] = /^ *(\d+) (.*)$/.exec(line) ?? [];
    return pid === undefined || command === undefined ? [] : [{ pid: Number(pid), command }];
  });
}
