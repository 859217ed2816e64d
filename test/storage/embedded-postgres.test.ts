import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/storage/embedded-postgres.js';
import { eventually } from '../support/eventually.js';
import { isRunning, listProcesses } from '../support/processes.js';
import { startProgram, type Program } from '../support/programs.js';
import { scratchDirectory } from '../support/scratch.js';

const PROGRAM = 'test/support/programs/use-embedded-postgres.ts';

let directory: string;
let running: { stop(): Promise<unknown> }[];

beforeEach(async () => {
  directory = await scratchDirectory();
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  // The server of a killed process writes on until its keeper has stopped it.
  await rm(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

async function start(options: { port?: number; durable?: boolean } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ directory, durable: false, ...options });
  running.push(server);
  return server;
}

type Found = Pick<EmbeddedPostgres, 'url' | 'adopted' | 'pid'>;

async function startInAnotherProcess(): Promise<Program & { server: Found }> {
  const program = startProgram(PROGRAM, [directory]);
  running.push({ stop: () => program.kill('SIGKILL') });
  return { ...program, server: JSON.parse(await program.nextLine()) as Found };
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

async function gone(pid: number): Promise<void> {
  await eventually(`server ${pid} is gone`, async () => !(await isRunning(pid)));
}

/** Kills the shell that waits for the users of this directory's server. */
async function killKeeper(): Promise<void> {
  for (const { pid, command } of await listProcesses()) {
    if (command.includes('gavel-postgres-keeper') && command.includes(directory)) process.kill(pid, 'SIGKILL');
  }
}

describe('a server of our own', () => {
  test('answers in UTF-8 and UTC, whatever the machine is set to', async () => {
    const { url } = await start();
    expect(await ask(url, "SELECT upper('é') || current_setting('TimeZone') AS answer")).toBe('ÉUTC');
    expect(await ask(url, 'SELECT pg_encoding_to_char(encoding) AS answer FROM pg_database')).toBe('UTF8');
  });

  test('listens on 127.0.0.1 alone, without a socket file', async () => {
    const { url } = await start();
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(await ask(url, "SELECT current_setting('listen_addresses') AS answer")).toBe('127.0.0.1');
    expect(await ask(url, "SELECT current_setting('unix_socket_directories') AS answer")).toBe('');
  });

  test('lets nobody in without the password, which only its owner can read', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect((await stat(join(directory, 'cluster', 'password'))).mode & 0o777).toBe(0o600);
  });

  test('keeps what was written when it is stopped and started again', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS answer');
    await first.stop();
    expect(await isRunning(first.pid)).toBe(false);
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'SELECT answer FROM kept')).toBe(7);
  });

  test('takes the port it is given, and says so when that port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(start({ port })).rejects.toThrow('could not bind');
    other.close();
    await once(other, 'close');
    expect(new URL((await start({ port })).url).port).toBe(String(port));
  });
});

describe('several processes', () => {
  test('that start at the same time on an empty directory share one server', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(startInAnotherProcess));
    expect(new Set(all.map(({ server }) => server.pid)).size).toBe(1);
    expect(all.filter(({ server }) => !server.adopted)).toHaveLength(1);
  });

  test('keep the server running until the last of them stops, whoever started it', async () => {
    const starter = await startInAnotherProcess();
    const here = await start();
    expect(here).toMatchObject({ adopted: true, pid: starter.server.pid, url: starter.server.url });
    starter.process.stdin?.end();
    expect(await starter.ended()).toBe(0);
    expect(await ask(here.url, 'SELECT 1 AS answer')).toBe(1);
    await here.stop();
    expect(await isRunning(here.pid)).toBe(false);
  });
});

describe('removal', () => {
  test('is refused while a process uses the database, and then leaves nothing', async () => {
    const here = await start();
    expect(await removeEmbeddedPostgres(directory)).toBe(false);
    expect(await ask(here.url, 'SELECT 1 AS answer')).toBe(1);
    await here.stop();
    expect(await removeEmbeddedPostgres(directory)).toBe(true);
    await expect(stat(directory)).rejects.toThrow('ENOENT');
  });

  test('stops a server that was left running', async () => {
    const { kill, server } = await startInAnotherProcess();
    await killKeeper();
    await kill('SIGKILL');
    expect(await removeEmbeddedPostgres(directory)).toBe(true);
    await gone(server.pid);
  });
});

describe('a server nobody uses any more', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('stops when its only user is ended by %s', async (signal) => {
    const { kill, server } = await startInAnotherProcess();
    await kill(signal);
    await gone(server.pid);
  });

  test('is adopted by the next start, and stopped in the end, where its keeper was killed too', async () => {
    const { kill, server } = await startInAnotherProcess();
    await killKeeper();
    await kill('SIGKILL');
    expect(await isRunning(server.pid)).toBe(true);
    const here = await start();
    expect(here).toMatchObject({ adopted: true, pid: server.pid });
    await here.stop();
    await gone(server.pid);
  });
});

describe('after a crash', () => {
  test('a process id that now belongs to somebody else is not taken for the server', async () => {
    const first = await start();
    const file = join(directory, 'cluster', 'data', 'postmaster.pid');
    const left = await readFile(file, 'utf8');
    await first.stop();
    // Of the same user as the server, or PostgreSQL itself would see through it.
    await writeFile(file, left.replace(/^\d+/, String(process.pid)));
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'SELECT 1 AS answer')).toBe(1);
  });

  test('of the server by kill -9, the next start recovers what was committed', async () => {
    const first = await start({ durable: true });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS answer');
    process.kill(first.pid, 'SIGKILL');
    await gone(first.pid);
    const second = await start();
    expect(second.pid).not.toBe(first.pid);
    expect(await ask(second.url, 'SELECT answer FROM kept')).toBe(7);
  });
});
