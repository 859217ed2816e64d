import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { asStoreOutage } from './store-outage.js';

/** What arrived, on the disk to the last byte. */
export interface ReceivedContent {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Milliseconds after which nobody can still be sending a file: well beyond the longest request. */
const ABANDONED = 3_600_000;

/** Files on their way in: written while they are hashed and counted, and gone when nobody takes them over. */
export class IncomingFiles {
  constructor(private readonly folder: string) {}

  /**
   * Writes a stream to a file of its own, never more of it in memory than what is on its way. Where the stream breaks
   * the file is removed and the error thrown.
   */
  async receive(source: Readable): Promise<ReceivedContent> {
    const path = join(this.folder, randomUUID());
    try {
      const file = await this.create(path);
      try {
        return { path, ...(await written(source, file)) };
      } finally {
        await file.close();
      }
    } catch (error) {
      await rm(path, { force: true });
      throw asStoreOutage(error);
    }
  }

  /** Throws away what was received; nothing happens where it was taken over. */
  async discard({ path }: ReceivedContent): Promise<void> {
    await rm(path, { force: true });
  }

  /** Removes what processes left behind that were killed while they received. Gives how many files. */
  async sweep(): Promise<number> {
    const names = await readdir(this.folder).catch(() => []);
    const removed = await Promise.all(names.map((name) => this.removeIfAbandoned(join(this.folder, name))));
    return removed.filter(Boolean).length;
  }

  private async create(path: string): Promise<FileHandle> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return open(path, 'wx', 0o600);
  }

  private async removeIfAbandoned(path: string): Promise<boolean> {
    const found = await stat(path).catch(() => null);
    if (found === null || Date.now() - found.mtimeMs < ABANDONED) return false;
    await rm(path, { force: true });
    return true;
  }
}

/** Hashes and counts what passes on its way to the disk, and waits until all of it is there. */
async function written(source: Readable, file: FileHandle): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    await file.writeFile(chunk);
  }
  await file.sync();
  return { sha256: hash.digest('hex'), bytes };
}
