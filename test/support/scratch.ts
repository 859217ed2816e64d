import { chmod, mkdtemp, readdir, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'gavel-test-';

/** Memory, on Linux. Copying a database there takes a fiftieth of the time it takes on a disk that others write to. */
const MEMORY = '/dev/shm';

/** What the databases of a run may need, in bytes. */
const ROOM = 2 ** 30;

/** A new folder for databases that are worth nothing after the run; in memory where there is room, else on disk. */
export async function scratchDirectory(): Promise<string> {
  const place = (await hasRoom(MEMORY)) ? MEMORY : tmpdir();
  const directory = await mkdtemp(join(place, `${PREFIX}${process.pid}-`));
  // When root runs the tests, the server's own user has to get in.
  await chmod(directory, 0o711);
  return directory;
}

/** The scratch folders of processes that are no more. */
export async function abandonedDirectories(): Promise<string[]> {
  const places = await Promise.all(
    [MEMORY, tmpdir()].map(async (place) => (await readdir(place).catch(() => [])).map((name) => join(place, name))),
  );
  return places.flat().filter((path) => {
    const pid = new RegExp(`/${PREFIX}(\\d+)-[^/]+$`).exec(path)?.[1];
    return pid !== undefined && !exists(Number(pid));
  });
}

async function hasRoom(place: string): Promise<boolean> {
  const found = await statfs(place).catch(() => null);
  return found !== null && found.bavail * found.bsize >= ROOM;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
