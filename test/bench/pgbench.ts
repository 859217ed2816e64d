import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import type { Turn } from './contest.js';

const run = promisify(execFile);

/** How pgbench sends its statements: parsed once for each connection, or each time anew, as it does by default. */
export type Protocol = 'prepared' | 'simple';

/** A script for pgbench, and how many of what is counted one run of it does. */
export interface Script {
  readonly file: string;
  readonly each: number;
  readonly protocol: Protocol;
}

/** Its version, such as `pgbench (PostgreSQL) 15.19`; null where there is none on the path. */
export function pgbenchVersion(): string | null {
  const { status, stdout } = spawnSync('pgbench', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** Runs a script with so many clients for so many seconds, as the role of the application. */
export async function runPgbench(url: string, script: Script, clients: number, seconds: number): Promise<Turn> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const place = ['-h', hostname, '-p', port, '-U', username];
  const work = ['-f', script.file, '-M', script.protocol, '-c', String(clients), '-T', String(Math.ceil(seconds))];
  const environment = { ...process.env, PGPASSWORD: password, PGOPTIONS: '-c role=gavel_app' };
  const { stdout } = await run('pgbench', ['-n', ...place, ...work, pathname.slice(1)], { env: environment });
  const done = /number of transactions actually processed: (\d+)/.exec(stdout)?.[1];
  const perSecond = /tps = ([\d.]+)/.exec(stdout)?.[1];
  const failed = /number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? '0';
  if (done === undefined || perSecond === undefined || failed !== '0') throw new Error(`pgbench said:\n${stdout}`);
  return { count: Number(done) * script.each, seconds: Number(done) / Number(perSecond) };
}

/**
 * A variable of a script where SQL wants a text: sent as a parameter when statements are prepared, else put into the
 * statement as it is, so that it needs quotes.
 */
export function text(variable: string, protocol: Protocol): string {
  return protocol === 'prepared' ? `:${variable}::text` : `':${variable}'`;
}
