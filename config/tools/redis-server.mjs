import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Finds redis-server for the tests of the queue on Redis, and installs it where that may be done without asking: as root,
 * with apt-get. Gives the program to start, or an empty text when there is none.
 */
export function findRedisServer() {
  if (isThere()) return 'redis-server';
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return '';
  process.stdout.write('Installing redis-server with apt-get, for the tests of the queue on Redis ...\n');
  if (apt('update') && apt('install', '--yes', '--no-install-recommends', 'redis-server') && isThere()) {
    process.stdout.write('Installed redis-server.\n');
    return 'redis-server';
  }
  process.stdout.write('redis-server could not be installed.\n');
  return '';
}

function isThere() {
  return spawnSync('redis-server', ['--version']).status === 0;
}

function apt(...args) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync('apt-get', ['--quiet', ...args], { env: environment, encoding: 'utf8' });
  if (status !== 0) process.stdout.write(`apt-get ${args[0]}: ${stderr}\n`);
  return status === 0;
}
