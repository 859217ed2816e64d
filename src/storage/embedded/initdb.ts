import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError, errorText } from './embedded-postgres-error.js';
import type { ServerAccount } from './server-account.js';

const run = promisify(execFile);

/** The name of the superuser; the only one until migrations make more. */
export const SUPERUSER = 'postgres';

/** The server's locale and zone never depend on who starts it. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' };

/**
 * Makes a new cluster in a folder of its own: the data directory, the superuser's random password beside it, and the pipe
 * by which its users are counted. Encoding and locale are fixed: without them they would follow the machine, which may have
 * none (giving SQL_ASCII) or name one that is not installed.
 */
export async function initialise(
  place: string,
  account: ServerAccount | null,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const data = join(place, 'data');
  const password = join(place, 'password');
  await chmod(place, 0o711);
  await mkdir(data, { mode: 0o700 });
  await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account !== null) {
    // initdb, running under the account, reads the password itself.
    await chown(data, account.uid, account.gid);
    await chown(password, account.uid, account.gid);
  }
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = [`--username=${SUPERUSER}`, `--pwfile=${password}`, '--auth=scram-sha-256'];
  const speed = durable ? [] : ['--no-sync'];
  try {
    await run(binaries.initdb, [`--pgdata=${data}`, '--no-instructions', ...access, ...locale, ...speed], {
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      ...account,
    });
  } catch (error) {
    throw new EmbeddedPostgresError(`PostgreSQL's initdb failed: ${errorText(error)}`);
  }
  await run('mkfifo', ['-m', '600', join(place, 'users')]);
}
