import { expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { MailQueue } from '../../src/delivery/mail-queue.js';
import { migrate } from '../../src/storage/migrate.js';
import { onBothQueues } from '../support/both-queues.js';
import { eventually } from '../support/eventually.js';
import { startRedis, type RedisServer } from '../support/redis-server.js';
import { inMailRoom, type MailRoom } from './mail-room.js';

const AT = '2024-01-16T10:00:00.000Z';

const DEADLOCK = '40P01';

/** Whoever tries again at once asks thousands of times in the seconds of these tests. */
const PATIENT = 500;

test('without a Redis the queue lives in PostgreSQL, and nowhere else by mistake', () =>
  inMailRoom(AT, null, async (room) => {
    expect(room.get(MailQueue).backend).toBe('PostgresQueueBackend');
    expect(await room.troubles()).toEqual([]);
    const [kept] = await ask(room.rabat.url, `SELECT value FROM bullmq.meta WHERE field = 'opts.maxLenEvents'`);
    expect(kept).toEqual({ value: '100' });
  }));

onBothQueues(
  'a queue that takes nothing is asked now and then, and mail goes when it is well again',
  async ({ backend }) => {
    await withRedisOfItsOwn(backend, (redis) =>
      inMailRoom(AT, redis?.url ?? null, async (room) => {
        const ill = redis === null ? schemaIsAway(room.rabat.url) : redisIsFull(redis.url);
        await ill.begin();
        await oweUrgent(room);
        await eventually('readiness says so', async () => (await room.troubles()).includes('queue'), 20_000);
        expect(room.sink.taken).toEqual([]);
        await ill.end();
        await eventually('the mail arrives', () => room.sink.taken.length === 1, 30_000);
        expect(await ill.timesAsked()).toBeLessThan(PATIENT);
      }),
    );
  },
);

onBothQueues(
  'a queue that goes away and comes back empty is used again without a restart',
  async ({ backend }) => {
    await withRedisOfItsOwn(backend, (redis) =>
      inMailRoom(AT, redis?.url ?? null, async (room) => {
        if (redis === null) await dropQueue(room.rabat.url);
        else await redis.stop();
        await oweUrgent(room);
        await eventually('readiness says so', async () => (await room.troubles()).includes('queue'), 20_000);
        const again = redis === null ? null : await startRedis(Number(new URL(redis.url).port));
        if (redis === null) await migrate(room.rabat.url, 'demo');
        try {
          await eventually('the mail arrives', () => room.sink.taken.length === 1, 40_000);
          await eventually('readiness says that too', async () => !(await room.troubles()).includes('queue'), 40_000);
        } finally {
          await room.stopWork();
          await again?.stop();
        }
      }),
    );
  },
  120_000,
);

/** What is done to it would be done to every test that shares the Redis. */
async function withRedisOfItsOwn(
  backend: 'postgres' | 'redis',
  work: (redis: RedisServer | null) => Promise<void>,
): Promise<void> {
  const redis = backend === 'redis' ? await startRedis() : null;
  try {
    await work(redis);
  } finally {
    await redis?.stop();
  }
}

interface Illness {
  begin(): Promise<unknown>;
  end(): Promise<unknown>;
  timesAsked(): Promise<number>;
}

function redisIsFull(url: string): Illness {
  const told = async (work: (client: Redis) => Promise<unknown>): Promise<unknown> => {
    const client = new Redis(url);
    return work(client).finally(() => {
      client.disconnect();
    });
  };
  return {
    begin: () => told((client) => client.config('SET', 'maxmemory', '1')),
    end: () => told((client) => client.config('SET', 'maxmemory', '0')),
    async timesAsked() {
      const stats = String(await told((client) => client.info('commandstats')));
      return [...stats.matchAll(/cmdstat_eval\w*:calls=(\d+)/g)].reduce((sum, [, calls]) => sum + Number(calls), 0);
    },
  };
}

function schemaIsAway(url: string): Illness {
  return {
    begin: () => ask(url, 'ALTER SCHEMA bullmq RENAME TO away'),
    end: () => ask(url, 'ALTER SCHEMA away RENAME TO bullmq'),
    async timesAsked() {
      const [row] = await ask(
        url,
        'SELECT xact_rollback AS times FROM pg_stat_database WHERE datname = current_database()',
      );
      return Number(row?.times);
    },
  };
}

function oweUrgent(room: MailRoom): Promise<string> {
  return room.owe({ kind: 'handover.cancelled', recipientId: 'pt-lead', urgent: true });
}

/** Whoever works the queue may hold one table and want another: then one of the two has to try again. */
async function dropQueue(url: string): Promise<void> {
  await eventually('the queue is gone', () =>
    ask(url, 'DROP SCHEMA IF EXISTS bullmq CASCADE').catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === DEADLOCK) return null;
      throw error;
    }),
  );
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
