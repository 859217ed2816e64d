import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  ACCOUNT,
  PAGES,
  pemOf,
  PUBLIC_KEY,
  RECORD,
  RECORD_SIGNATURE,
  RECORD_SUMS,
  SUMS,
  sumsText,
  type RecordedFile,
} from '../../engine/archive/archive-files.js';
import { directory, localHeader, type ZipEntry } from '../../engine/archive/zip-layout.js';

/** A record as it is kept: all that its archive has of it. */
export interface KeptRecord {
  readonly record: string;
  readonly pages: Readonly<Record<string, string>>;
  readonly sums: string;
  /** In base64, as the key (SPKI, DER). */
  readonly signature: string;
  readonly publicKey: string;
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What an archive is made of; everything is opened twice, and gives the same both times. */
export interface ArchiveParts {
  readonly kept: KeptRecord;
  /** The account up to the entry that names the record, as it is exported. */
  readonly account: () => Chunks;
  readonly documents: readonly RecordedFile[];
  readonly open: (document: RecordedFile) => Chunks | Promise<Chunks>;
  /** Hears how many bytes have been read, of twice as many as the documents have. */
  readonly onProgress: (read: number) => void;
}

/** A file that was not the same when it was opened again, or not the one that the record names. */
export class OtherContent extends Error {}

interface Measured extends ZipEntry {
  readonly sha256: string;
  readonly open: () => Chunks | Promise<Chunks>;
}

/**
 * The bytes of an archive, in their order; never more than a piece of a file in memory. Each file is read once for its
 * checksums, which stand before it, and once for its content. The same parts give the same bytes, for ever.
 * Throws OtherContent for a document that is not the one that the record names.
 */
export async function* archiveBytes(parts: ArchiveParts): AsyncGenerator<Uint8Array> {
  const files = await measureAll(parts);
  const sums = measuredText(SUMS, sumsText(files));
  for (const file of [...files, sums]) {
    yield localHeader(file);
    yield* contentOf(file, parts.onProgress);
  }
  yield directory([...files, sums]);
}

async function measureAll({ kept, account, documents, open, onProgress }: ArchiveParts): Promise<Measured[]> {
  const files = [
    measuredText(RECORD, kept.record),
    measuredText(RECORD_SUMS, kept.sums),
    measuredBytes(RECORD_SIGNATURE, Buffer.from(kept.signature, 'base64')),
    measuredText(PUBLIC_KEY, pemOf(kept.publicKey)),
    await measured(ACCOUNT, account, () => undefined),
    ...PAGES.map((name) => measuredText(name, kept.pages[name] ?? '')),
  ];
  for (const document of documents) {
    const file = await measured(document.path, () => open(document), onProgress);
    if (file.sha256 !== document.sha256 || file.size !== document.bytes) throw other(document.path);
    files.push(file);
  }
  return files;
}

async function measured(name: string, open: Measured['open'], onProgress: (read: number) => void): Promise<Measured> {
  const hash = createHash('sha256');
  let [crc, size] = [0, 0];
  for await (const chunk of await open()) {
    hash.update(chunk);
    crc = crc32(chunk, crc);
    size += chunk.length;
    onProgress(chunk.length);
  }
  return { name, crc32: crc, size, sha256: hash.digest('hex'), open };
}

function measuredText(name: string, text: string): Measured {
  return measuredBytes(name, Buffer.from(text, 'utf8'));
}

function measuredBytes(name: string, bytes: Buffer): Measured {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, crc32: crc32(bytes), size: bytes.length, sha256, open: () => [bytes] };
}

async function* contentOf({ name, size, crc32: expected, open }: Measured, onProgress: (read: number) => void) {
  let [crc, read] = [0, 0];
  for await (const chunk of await open()) {
    crc = crc32(chunk, crc);
    read += chunk.length;
    onProgress(chunk.length);
    yield chunk;
  }
  if (crc !== expected || read !== size) throw other(name);
}

function other(name: string): OtherContent {
  return new OtherContent(`${name} is not what it was`);
}
