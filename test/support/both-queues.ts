import { test } from '@jest/globals';
import { Redis } from 'ioredis';

/** The queue one test runs on. */
export interface QueueUnderTest {
  readonly backend: 'postgres' | 'redis';
  /** For REDIS_URL: an empty numbered database of this test alone; null when the queue lives in PostgreSQL. */
  readonly redisUrl: string | null;
}

/**
 * One rule of the queue, as a test on each backend. Their names end in the backend, by which `npm test` counts them; where
 * there is no Redis the second one is left out and `npm test` names it.
 */
export function onBothQueues(rule: string, body: (queue: QueueUnderTest) => Promise<void>, timeout?: number): void {
  test(`${rule} [Postgres queue]`, () => body({ backend: 'postgres', redisUrl: null }), timeout);
  const redis = process.env.GAVEL_TEST_REDIS;
  const onRedis = redis === undefined ? test.skip : test;
  onRedis(
    `${rule} [Redis queue]`,
    async () => body({ backend: 'redis', redisUrl: await emptyDatabase(redis) }),
    timeout,
  );
}

async function emptyDatabase(server: string | undefined): Promise<string> {
  if (server === undefined) throw new Error('There is no Redis here.');
  const client = new Redis(server);
  try {
    // Database 0 hands out the numbers, so that test files running side by side never share one.
    return `${server}/${await client.incr('databases handed out')}`;
  } finally {
    client.disconnect();
  }
}
