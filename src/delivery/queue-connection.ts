import { createPostgresBackend, createRedisBackend, setDefaultBackendFactory, type QueueOptions } from 'bullmq';

/** The queue's name, in Redis and in Postgres alike. */
export const MAIL_QUEUE = 'mail';

/** Connections of one queue or worker to Postgres, beside the one that listens. */
const POOL_SIZE = 4;

/** Longest pause before a lost Redis is tried again, in milliseconds. */
const LONGEST_RECONNECT = 2_000;

/**
 * How queue and workers reach their backend: Redis where there is one, else the database itself. Chooses the backend of
 * this process, and so must be called before any queue is made: a Postgres connection without it would be taken for a
 * Redis on localhost.
 */
export function queueConnection(redisUrl: string | null, databaseUrl: string): QueueOptions['connection'] {
  if (redisUrl === null) {
    setDefaultBackendFactory(createPostgresBackend);
    return { connectionString: databaseUrl, max: POOL_SIZE, keepAlive: true, application_name: 'gavel-queue' };
  }
  setDefaultBackendFactory(createRedisBackend);
  const retryStrategy = (times: number): number => Math.min(100 * times, LONGEST_RECONNECT);
  return { url: redisUrl, retryStrategy };
}
