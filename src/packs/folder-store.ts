import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf } from '../storage/outage.js';
import { ContentStore, type ByteRange, type StoredContent } from './content-store.js';
import type { ReceivedContent } from './incoming-files.js';
import { asStoreOutage } from './store-outage.js';

/** Contents as files of a folder, `<body>/<first two digits>/<digest>`. All processes of an installation share it. */
export class FolderStore extends ContentStore {
  constructor(private readonly folder: string) {
    super();
  }

  async keep(bodyId: string, received: ReceivedContent): Promise<void> {
    const path = this.pathOf({ bodyId, sha256: received.sha256 });
    try {
      if (await exists(path)) {
        await rm(received.path, { force: true });
        return;
      }
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Two at once give the same file the same content: whoever comes second changes nothing.
      await rename(received.path, path);
      await settle(dirname(path));
    } catch (error) {
      throw asStoreOutage(error);
    }
  }

  has(content: StoredContent): Promise<boolean> {
    return exists(this.pathOf(content));
  }

  async open(content: StoredContent, range?: ByteRange): Promise<Readable | null> {
    try {
      const file = await open(this.pathOf(content), 'r');
      return file.createReadStream(range === undefined ? {} : { start: range.first, end: range.last });
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw asStoreOutage(error);
    }
  }

  async remove(content: StoredContent): Promise<void> {
    await rm(this.pathOf(content), { force: true });
  }

  private pathOf({ bodyId, sha256 }: StoredContent): string {
    return join(this.folder, bodyId, sha256.slice(0, 2), sha256);
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

/** That a file has a new name is safe from a power failure once its folder is. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
