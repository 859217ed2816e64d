import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rename, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries, SHARED_PLACE, type Binaries } from './binaries.js';
import { EmbeddedPostgresError, errorCode, errorText } from './embedded-postgres-error.js';
import { initialise } from './initdb.js';
import { serverAccount, type Notice, type ServerAccount } from './server-account.js';

const run = promisify(execFile);

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
    return (await openPublished(directory, notice)) ?? (await publish(directory, durable, notice));
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(errorCode(error))) throw error;
    throw new EmbeddedPostgresError(
      `This user may not use ${directory} for the database (${errorText(error)}). Run as the user whose it is, ` +
        'or remove that directory, or choose another one with DATA_DIRECTORY.',
    );
  }
}

/** Where the cluster of a directory lies, or null when it has none. */
export async function publishedPlace(directory: string): Promise<string | null> {
  const link = join(directory, 'cluster');
  const target = await readlink(link).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (target === null) return null;
  return realpath(link).catch(() => {
    throw new EmbeddedPostgresError(
      `The database that ${link} leads to is gone (${target}). Remove the link to begin with an empty one.`,
    );
  });
}

async function openPublished(directory: string, notice: Notice): Promise<Cluster | null> {
  const place = await publishedPlace(directory);
  if (place === null) return null;
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

async function publish(directory: string, durable: boolean, notice: Notice): Promise<Cluster> {
  const account = await serverAccount(null, notice);
  const binaries = await findBinaries(account, notice);
  const base = await choosePlace(directory, account, notice);
  await removeUnfinished(base);
  // The maker's process id tells later which unfinished places nobody works on any more.
  const unfinished = await mkdtemp(join(base, `unfinished-${process.pid}-`));
  const place = join(base, `cluster-${randomBytes(6).toString('hex')}`);
  try {
    await initialise(unfinished, account, binaries, durable);
    await rename(unfinished, place);
    await symlink(base === directory ? basename(place) : place, join(directory, 'cluster'));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    await rm(place, { recursive: true, force: true });
    const winner = errorCode(error) === 'EEXIST' ? await openPublished(directory, notice) : null;
    if (winner === null) throw error;
    return winner;
  }
  return describe(await realpath(place), account, binaries);
}

async function choosePlace(directory: string, account: ServerAccount | null, notice: Notice): Promise<string> {
  if (account === null || (await mayEnter(directory, account))) return directory;
  await mkdir(SHARED_PLACE, { recursive: true });
  await chmod(SHARED_PLACE, 0o755);
  notice(`The database is kept under ${SHARED_PLACE}: PostgreSQL's own user may not enter ${directory}.`);
  return SHARED_PLACE;
}

async function mayEnter(directory: string, account: ServerAccount): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { cwd: '/', ...account });
    return true;
  } catch {
    return false;
  }
}

/** Removes what processes left that were killed while they made a cluster here. */
async function removeUnfinished(base: string): Promise<void> {
  for (const name of await readdir(base)) {
    const maker = /^unfinished-(\d+)-/.exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker))) await rm(join(base, name), { recursive: true, force: true });
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
