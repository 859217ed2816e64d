import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DOCUMENTS, type RecordedFile } from '../../../src/engine/archive/archive-files.js';
import { IncomingFiles } from '../../../src/packs/incoming-files.js';
import { archiveBytes } from '../../../src/packs/record/write-archive.js';
import { smallParts } from '../../engine/small-archive.js';

/**
 * Makes an archive of documents that lie on the disk and writes it there, as the background work does, and tells where it
 * is and what memory that took. Arguments: folder, bytes of all documents.
 */
const [folder = '', wanted = '0'] = process.argv.slice(2);
const COUNT = 20;
const each = Math.floor(Number(wanted) / COUNT);

const names = Array.from({ length: COUNT }, (_, index) => `${DOCUMENTS}${String(index + 1).padStart(3, '0')}.pdf`);
const source = join(folder, `document-${wanted}`);
// Its blocks are zeros that take no room; whoever reads it cannot tell.
const file = await open(source, 'w');
await file.truncate(each);
await file.close();
const hash = createHash('sha256');
for await (const chunk of createReadStream(source)) hash.update(chunk as Buffer);
const sha256 = hash.digest('hex');
const files: RecordedFile[] = names.map((path) => ({ path, sha256, bytes: each, marking: 'participants' }));

const parts = smallParts({
  documents: [],
  record: (record) => ({ ...record, files: files.map((document) => ({ ...document })) }),
});
const began = performance.now();
const bytes = archiveBytes({ ...parts, documents: files, open: () => createReadStream(source) });
const made = await new IncomingFiles(folder).receive(
  Readable.from(bytes, { objectMode: false, highWaterMark: 1 << 18 }),
);
const seconds = (performance.now() - began) / 1_000;
const peak = process.resourceUsage().maxRSS / 1_024;
process.stdout.write(`${JSON.stringify({ path: made.path, bytes: made.bytes, seconds, peak })}\n`);
