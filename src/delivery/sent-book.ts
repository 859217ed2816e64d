import { closeSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Attempt } from './outcome.js';

const SUFFIX = '.sent';

/** A book that is longer than this, in bytes, is begun anew once everything in it is in the database. */
const LONGEST = 256 * 1024;

/**
 * What the mail server has taken from this process, written down on this machine the moment it is known and before it
 * reaches the database. A process that is killed in between leaves its book behind, and whoever works here next reads
 * it: without it, every mail of those few milliseconds would be sent twice. Where the book is lost as well, they are,
 * with the same Message-ID.
 */
export class SentBook {
  private readonly path: string;
  private readonly file: number | null;
  private open = 0;
  private length = 0;

  /**
   * @param directory on a disk of this machine; made when it is not there.
   * @param onTrouble hears when nothing can be written there. Mails go out all the same.
   */
  constructor(
    private readonly directory: string,
    private readonly onTrouble: (error: unknown) => void,
  ) {
    this.path = join(directory, `${hostname()}.${String(process.pid)}.${String(Date.now())}${SUFFIX}`);
    this.file = this.trying(() => {
      mkdirSync(directory, { recursive: true });
      return openSync(this.path, 'a', 0o600);
    });
  }

  /** Writes down that a mail was taken. The write is complete when this returns, also for who kills the process next. */
  note({ bodyId, id, attempt }: Attempt): void {
    const { file } = this;
    if (file === null) return;
    this.open += 1;
    this.length += this.trying(() => writeSync(file, `${JSON.stringify({ bodyId, id, attempt })}\n`)) ?? 0;
  }

  /** Takes note that one of them is in the database now. */
  settle(): void {
    const { file } = this;
    if (file === null) return;
    this.open -= 1;
    if (this.open > 0 || this.length < LONGEST) return;
    this.trying(() => {
      ftruncateSync(file, 0);
    });
    this.length = 0;
  }

  /**
   * Reads the books of processes that have died here, and gives what is in them to `tell`; each is thrown away when
   * all of it was told.
   */
  async takeOver(tell: (attempt: Attempt) => Promise<unknown>): Promise<void> {
    if (this.file === null) return;
    for (const name of await readdir(this.directory)) {
      const path = join(this.directory, name);
      if (path === this.path || !isAbandoned(name)) continue;
      const lines = (await readFile(path, 'utf8')).split('\n');
      await Promise.all(lines.flatMap(attemptOf).map(tell));
      await rm(path, { force: true });
    }
  }

  /** Leaves the book behind when something in it is not in the database. */
  async close(): Promise<void> {
    if (this.file === null) return;
    closeSync(this.file);
    if (this.open === 0) await rm(this.path, { force: true });
  }

  private trying<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      this.onTrouble(error);
      return null;
    }
  }
}

/** Of a process of this machine that is no more; one with this process's own number was there before it. */
function isAbandoned(name: string): boolean {
  const [, host, pid] = /^(.*)\.(\d+)\.\d+\.sent$/.exec(name) ?? [];
  if (host !== hostname() || pid === undefined) return false;
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The last line of a process that died while it wrote may be torn; then that one mail is not known to be sent. */
function attemptOf(line: string): Attempt[] {
  try {
    const { bodyId, id, attempt } = JSON.parse(line) as Partial<Attempt>;
    const isWhole = typeof bodyId === 'string' && typeof id === 'string' && typeof attempt === 'number';
    return isWhole ? [{ bodyId, id, attempt }] : [];
  } catch {
    return [];
  }
}
