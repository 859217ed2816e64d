import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries, SHARED_PLACE, type Binaries } from './binaries.js';
import { EmbeddedPostgresError, errorCode, errorText } from './embedded-postgres-error.js';
import { serverAccount, type Notice, type ServerAccount } from './server-account.js';

const run = promisify(execFile);

/** The name of the superuser; the only one until migrations make more. */
export const SUPERUSER = 'postgres';

/** The server's locale and zone never depend on who starts it. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' };

/** One database cluster on disk and what is needed to run it. */
export interface Cluster {
  /** Real path of PostgreSQL's data directory; owned by the server's account. */
  readonly data: string;
  readonly log: string;
  /** Named pipe by which the kernel counts who uses the server. */
  readonly users: string;
  readonly password: string;
  readonly binaries: Binaries;
  readonly account: ServerAccount | null;
}

/**
 * Opens the cluster of a directory and makes it first where there is none.
 *
 * `directory/cluster` is a symbolic link, and setting it is the one step that publishes a new cluster. So processes that
 * do this at the same time need no lock that could go stale: each makes its own, one link wins, the others are thrown
 * away; and a process killed halfway has published nothing. The link may lead out of the directory: root's data lies
 * under `/var/lib/gavel` when the server's own user may not enter the directory.
 */
export async function openCluster(directory: string, durable: boolean, notice: Notice): Promise<Cluster> {
  try {
    await mkdir(directory, { recursive: true });
    const link = join(directory, 'cluster');
    return (await published(link, notice)) ?? (await publish(directory, link, durable, notice));
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(errorCode(error))) throw error;
    throw new EmbeddedPostgresError(
      `${directory} holds a database that this user may not use (${errorText(error)}). Run as the user who made it, ` +
        'or remove that directory, or choose another one with DATA_DIRECTORY.',
    );
  }
}

async function published(link: string, notice: Notice): Promise<Cluster | null> {
  const place = await realpath(link).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (place === null) {
    // What a link without its target led to is gone for good.
    await rm(link, { force: true });
    return null;
  }
  const account = await serverAccount(join(place, 'data'), notice);
  return describe(place, account, await findBinaries(account, notice));
}

async function describe(place: string, account: ServerAccount | null, binaries: Binaries): Promise<Cluster> {
  return {
    data: join(place, 'data'),
    log: join(place, 'server.log'),
    users: join(place, 'users'),
    password: await readFile(join(place, 'password'), 'utf8'),
    binaries,
    account,
  };
}

async function publish(directory: string, link: string, durable: boolean, notice: Notice): Promise<Cluster> {
  const account = await serverAccount(null, notice);
  const binaries = await findBinaries(account, notice);
  await removeUnfinished(directory);
  const place = await makePlace(directory, account, notice);
  try {
    await initialise(place, account, binaries, durable);
    await symlink(place, link);
  } catch (error) {
    await rm(place, { recursive: true, force: true });
    if (errorCode(error) !== 'EEXIST') throw error;
    const winner = await published(link, notice);
    if (winner === null) throw error;
    return winner;
  }
  return describe(await realpath(link), account, binaries);
}

async function makePlace(directory: string, account: ServerAccount | null, notice: Notice): Promise<string> {
  let base = directory;
  if (account !== null && !(await mayEnter(directory, account))) {
    base = SHARED_PLACE;
    await mkdir(base, { recursive: true, mode: 0o755 });
    notice(`The database is kept under ${base}: PostgreSQL's own user may not enter ${directory}.`);
  }
  // The maker's process id tells later which unfinished places nobody works on any more.
  const place = await mkdtemp(join(base, `cluster-${process.pid}-`));
  await chmod(place, 0o711);
  return place;
}

async function mayEnter(directory: string, account: ServerAccount): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { cwd: '/', ...account });
    return true;
  } catch {
    return false;
  }
}

async function initialise(
  place: string,
  account: ServerAccount | null,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const data = join(place, 'data');
  const password = join(place, 'password');
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

/** Removes what processes left that were killed while they made a cluster here. */
async function removeUnfinished(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const maker = /^cluster-(\d+)-/.exec(basename(name))?.[1];
    if (maker !== undefined && !isAlive(Number(maker)) && (await lstat(join(directory, name))).isDirectory()) {
      await rm(join(directory, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}
