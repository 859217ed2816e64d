import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ByteRange, StoredContent } from '../../../../src/packs/content-store.js';
import { FolderStore } from '../../../../src/packs/folder-store.js';
import { IncomingFiles } from '../../../../src/packs/incoming-files.js';
import { KeepContent } from '../../../../src/packs/keep-content.js';
import { MakeArchive } from '../../../../src/packs/record/make-archive.js';
import { MakePdf } from '../../../../src/packs/record/make-pdf.js';
import { WorkOnFiles } from '../../../../src/packs/record/work-on-files.js';
import { Database } from '../../../../src/storage/database.js';
import { StorageModule } from '../../../../src/storage/storage.module.js';

/**
 * Makes the files of a body, and is killed in the middle of the one it writes: when it opens a document a second time, to
 * write what it has measured. Arguments: database, folder, body.
 */
const [databaseUrl = '', folder = '', bodyId = ''] = process.argv.slice(2);

class DeadlyStore extends FolderStore {
  private readonly opened = new Set<string>();

  override async open(content: StoredContent, range?: ByteRange): Promise<Readable | null> {
    if (this.opened.has(content.sha256)) process.kill(process.pid, 'SIGKILL');
    this.opened.add(content.sha256);
    return super.open(content, range);
  }
}

const storage = { databaseUrl, poolSize: 3, onIdleError: () => undefined };
const context = await NestFactory.createApplicationContext(StorageModule.for(storage), { logger: false });
const database = context.get(Database);
const store = new DeadlyStore(join(folder, 'contents'));
const incoming = new IncomingFiles(join(folder, 'incoming'));
const archives = new MakeArchive(database, store, incoming);
const content = new KeepContent(database, store, incoming);
const work = new WorkOnFiles(database, content, incoming, archives, new MakePdf(database));
for (const job of await work.claim(bodyId)) await work.make(job);
process.stdout.write('Nobody killed me\n');
await context.close();
