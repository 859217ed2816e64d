import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';
import { eventually } from './eventually.js';

/** A Redis that keeps nothing, on 127.0.0.1. */
export interface RedisServer {
  readonly url: string;
  /** Process id of the server itself, for those who want to stop or freeze it. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Ends the server when its own input ends, which it does whatever way the process that started it ends. */
const KEEPER = '"$@" & server=$!; echo "$server"; read -r _; kill "$server"; wait "$server"';

/** BullMQ needs `noeviction`. Each test that asks for a queue gets a numbered database of its own. */
const SETTINGS = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction', '--databases', '4096'];

/**
 * Starts a Redis on the given port of 127.0.0.1, or on a free one. Null where there is no redis-server: GAVEL_REDIS_SERVER
 * names the program, and is empty where the tests are to go without.
 */
export async function startRedis(port?: number): Promise<RedisServer | null> {
  const program = process.env.GAVEL_REDIS_SERVER ?? 'redis-server';
  if (program === '' || spawnSync(program, ['--version']).status !== 0) return null;
  const chosen = port ?? (await freePort());
  const listen = ['--port', String(chosen), '--bind', '127.0.0.1', '--dir', tmpdir()];
  // A session of its own: Ctrl-C ends the tests first, and only then what they use.
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'gavel-redis-keeper', program, ...listen, ...SETTINGS], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const exit = once(keeper, 'exit');
  const [said] = (await once(keeper.stdout, 'data')) as [Buffer];
  keeper.stdout.resume();
  const url = `redis://127.0.0.1:${chosen}`;
  await untilItAnswers(url);
  return {
    url,
    pid: Number(said.toString()),
    async stop() {
      keeper.stdin.end();
      await exit;
    },
  };
}

async function untilItAnswers(url: string): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  try {
    await eventually('Redis answers', () => client.ping());
  } finally {
    client.disconnect();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('A listening socket has no port.');
  return address.port;
}
