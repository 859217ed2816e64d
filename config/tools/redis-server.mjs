import { findOrInstall } from './apt.mjs';

/** The Redis for the tests of the queue on Redis; an empty text when there is none. */
export function findRedisServer() {
  const packageName = 'redis-server';
  return findOrInstall({ programs: [packageName], packageName, forWhat: 'the tests of the queue on Redis' });
}
