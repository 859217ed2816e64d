import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import type { FileProblem } from './file-problem.js';

/** What a file that is packed may unpack to. */
export interface ZipLimits {
  readonly entries: number;
  /** Unpacked, all entries together. */
  readonly bytes: number;
  /** Unpacked bytes for one packed byte, over all entries. Text packs to a fiftieth, a bomb to a thousandth. */
  readonly ratio: number;
}

/** What lies in a packed document, as far as its type depends on it. */
export interface ZipContent {
  readonly names: ReadonlySet<string>;
  /** The few small entries that say what the whole is, by name. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What a directory takes at least in a zip: whatever claims to unpack below that is weighed as if it had this. */
const LEAST_PACKED = 4096;
/** Of the entries that are read as text. */
const LONGEST_TEXT = 1024 * 1024;

/**
 * Unpacks everything into nothing, counting: what an entry claims of its size is checked against what comes out, so that
 * whoever opens the document later gets no more than was seen here. Gives what lies in it, or why it cannot be taken.
 */
export async function inspectZip(
  path: string,
  limits: ZipLimits,
  wanted: ReadonlySet<string>,
): Promise<ZipContent | FileProblem> {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(path, { lazyEntries: true, strictFileNames: true, autoClose: false }).catch(() => null);
  if (zip === null) return 'damaged';
  try {
    return await contentOf(zip, limits, wanted);
  } catch (error) {
    return climbs(error) ? 'unsafe' : 'damaged';
  } finally {
    zip.close();
  }
}

async function contentOf(
  zip: ZipFile,
  limits: ZipLimits,
  wanted: ReadonlySet<string>,
): Promise<ZipContent | FileProblem> {
  if (zip.entryCount > limits.entries) return 'unsafe';
  const entries = await entriesOf(zip);
  const names = new Set(entries.map(({ fileName }) => fileName));
  // Two entries of one name are read by some programs as the first, by others as the last.
  if (names.size !== entries.length) return 'unsafe';
  const declared = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  if (declared > limits.bytes || declared > limits.ratio * Math.max(packed, LEAST_PACKED)) return 'unsafe';
  const texts = new Map<string, string>();
  for (const entry of entries) {
    if (entry.isEncrypted()) return 'damaged';
    const text = await unpacked(zip, entry, wanted.has(entry.fileName));
    if (text !== null) texts.set(entry.fileName, text);
  }
  return { names, texts };
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

/** The text of an entry that is wanted, null of all others; throws where more or less comes out than was declared. */
async function unpacked(zip: ZipFile, entry: Entry, isWanted: boolean): Promise<string | null> {
  const parts: Buffer[] = [];
  let seen = 0;
  const counter = new Writable({
    write(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (isWanted && seen <= LONGEST_TEXT) parts.push(chunk);
      done();
    },
  });
  await pipeline(await zip.openReadStreamPromise(entry), counter);
  return isWanted ? Buffer.concat(parts).toString('utf8') : null;
}

/** What the reader says of names that lead out of the document: absolute, with `..`, with a backslash. */
function climbs(error: unknown): boolean {
  return error instanceof Error && /absolute path|relative path|invalid characters in fileName/i.test(error.message);
}
