import { isSafePath } from './archive-files.js';
import { Faulty } from './archive-fault.js';
import {
  CENTRAL_BYTES,
  directory,
  END_64_BYTES,
  END_BYTES,
  IN_64,
  IN_64_SHORT,
  localHeader,
  LOCATOR_BYTES,
  SIGNATURES,
  type ZipEntry,
} from './zip-layout.js';

/** The bytes of an archive, wherever they are. */
export interface Bytes {
  readonly size: number;
  /** So many bytes from an offset; all of them are there. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** An entry and where its content begins. */
export interface PlacedEntry extends ZipEntry {
  readonly start: number;
}

/** Far more than a handover has, and little enough to be read at once. */
const MOST_FILES = 100_000;
const LARGEST_DIRECTORY = 64 * 1024 * 1024;

/**
 * The entries of an archive, once it is sure that every byte of it outside their contents is the one that has to be there.
 * Throws Faulty for the first thing that is wrong.
 */
export async function readEntries(archive: Bytes): Promise<PlacedEntry[]> {
  const { offset, length, count, behind } = await readEnd(archive);
  if (count > MOST_FILES || length > LARGEST_DIRECTORY) throw new Faulty({ code: 'too_much' });
  if (offset + length + behind !== archive.size) throw notAnArchive();
  const found = await archive.read(offset, length + behind);
  const entries = parse(found.subarray(0, length), count);
  expectSame(found, entries);
  return place(archive, entries, offset);
}

interface End {
  readonly offset: number;
  readonly length: number;
  readonly count: number;
  /** Bytes behind the directory. */
  readonly behind: number;
}

async function readEnd(archive: Bytes): Promise<End> {
  if (archive.size < END_BYTES) throw notAnArchive();
  const end = viewOf(await archive.read(archive.size - END_BYTES, END_BYTES));
  if (end.getUint32(0, true) !== SIGNATURES.end) throw notAnArchive();
  const count = end.getUint16(10, true);
  const length = end.getUint32(12, true);
  const offset = end.getUint32(16, true);
  const inOther = count === IN_64_SHORT || length === IN_64 || offset === IN_64;
  return inOther ? readEnd64(archive) : { offset, length, count, behind: END_BYTES };
}

async function readEnd64(archive: Bytes): Promise<End> {
  const behind = END_64_BYTES + LOCATOR_BYTES + END_BYTES;
  if (archive.size < behind) throw notAnArchive();
  const end = viewOf(await archive.read(archive.size - behind, END_64_BYTES));
  if (end.getUint32(0, true) !== SIGNATURES.end64) throw notAnArchive();
  const number = (at: number): number => Number(end.getBigUint64(at, true));
  return { count: number(32), length: number(40), offset: number(48), behind };
}

/** Reads the directory only as far as names, checksums and sizes; that nothing else is in it is seen by making it anew. */
function parse(bytes: Uint8Array, count: number): ZipEntry[] {
  const view = viewOf(bytes);
  const names = new Set<string>();
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + CENTRAL_BYTES > bytes.length || view.getUint32(at, true) !== SIGNATURES.central) throw notAnArchive();
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const next = at + CENTRAL_BYTES + (nameBytes ?? 0);
    if (next > bytes.length) throw notAnArchive();
    const name = decoded(bytes.subarray(at + CENTRAL_BYTES, next));
    if (!isSafePath(name)) throw new Faulty({ code: 'unsafe_name', name });
    // Also where capitals do not count, one would be unpacked over the other.
    if (names.has(name.toLowerCase())) throw new Faulty({ code: 'twice', name });
    names.add(name.toLowerCase());
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 24, true)];
    if (method !== 0 || view.getUint32(at + 20, true) !== size) throw new Faulty({ code: 'packed', name });
    if (size === IN_64) throw new Faulty({ code: 'container', name });
    entries.push({ name, crc32: view.getUint32(at + 16, true), size });
    at = next + (extraBytes ?? 0) + (commentBytes ?? 0);
  }
  if (entries.length !== count) throw notAnArchive();
  return entries;
}

function expectSame(found: Uint8Array, entries: readonly ZipEntry[]): void {
  const expected = directory(entries);
  if (found.length === expected.length && found.every((byte, at) => byte === expected[at])) return;
  const last = entries.at(-1);
  throw last === undefined ? notAnArchive() : new Faulty({ code: 'container', name: nameAt(found, expected, entries) });
}

/** The entry in whose header the first difference is; the last one for what is behind all headers. */
function nameAt(found: Uint8Array, expected: Uint8Array, entries: readonly ZipEntry[]): string {
  const first = expected.findIndex((byte, at) => byte !== found[at]);
  let end = 0;
  for (const entry of entries) {
    end += CENTRAL_BYTES + new TextEncoder().encode(entry.name).length;
    if (first < end) return entry.name;
  }
  return entries.at(-1)?.name ?? '';
}

/** Where the contents are, once the headers before them are what they have to be. */
async function place(archive: Bytes, entries: readonly ZipEntry[], end: number): Promise<PlacedEntry[]> {
  const placed: PlacedEntry[] = [];
  let at = 0;
  for (const entry of entries) {
    const expected = localHeader(entry);
    const start = at + expected.length;
    if (start + entry.size > end) throw new Faulty({ code: 'container', name: entry.name });
    const found = await archive.read(at, expected.length);
    if (!expected.every((byte, index) => byte === found[index])) {
      throw new Faulty({ code: 'container', name: entry.name });
    }
    placed.push({ ...entry, start });
    at = start + entry.size;
  }
  if (at !== end) throw notAnArchive();
  return placed;
}

/** Whatever is no UTF-8 becomes a sign that no safe name has. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function notAnArchive(): Faulty {
  return new Faulty({ code: 'not_an_archive' });
}
