/**
 * The one ZIP that an archive can be: entries stored one behind the other in their order, nothing between them, nothing
 * optional. All headers follow from names, checksums and sizes alone, so whoever checks an archive makes them anew and
 * compares byte by byte (docs/decisions/0016). Numbers as in APPNOTE.TXT 6.3.10; ZIP64 only where an offset needs it.
 */

/** A file as the headers tell of it. */
export interface ZipEntry {
  /** Path with slashes. */
  readonly name: string;
  readonly crc32: number;
  /** In bytes, less than 4 GiB. */
  readonly size: number;
}

export const END_BYTES = 22;
export const END_64_BYTES = 56;
export const LOCATOR_BYTES = 20;

export const SIGNATURES = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator: 0x07064b50,
} as const;

const LOCAL_BYTES = 30;
export const CENTRAL_BYTES = 46;

/** What stands in a field of 32 bits, or of 16, whose number is in the ZIP64 field instead. */
export const IN_64 = 0xffffffff;
export const IN_64_SHORT = 0xffff;

const ZIP64_FIELD = 1;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const STORED = 0;
/** 1 January 1980, midnight: an archive of a record has no time of its own. */
const DATE = 0x0021;
/** Made under Unix, as a file that its owner may write and all may read. */
const MADE_BY = (3 << 8) | 45;
const ATTRIBUTES = 0o100644 * 0x10000;

/** What stands before the content of an entry. */
export function localHeader(entry: ZipEntry): Uint8Array {
  const name = nameOf(entry);
  const { bytes, view } = blank(LOCAL_BYTES + name.length);
  view.setUint32(0, SIGNATURES.local, true);
  common(view, 4, entry, 20);
  view.setUint16(26, name.length, true);
  bytes.set(name, LOCAL_BYTES);
  return bytes;
}

/** Everything behind the last content: the directory, and the end that says where it begins. */
export function directory(entries: readonly ZipEntry[]): Uint8Array {
  const headers: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    headers.push(centralHeader(entry, offset));
    offset += LOCAL_BYTES + nameOf(entry).length + entry.size;
  }
  const length = headers.reduce((sum, header) => sum + header.length, 0);
  return joined([...headers, ...ends(entries.length, length, offset)]);
}

/** The same bytes, one behind the other. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function centralHeader(entry: ZipEntry, offset: number): Uint8Array {
  const name = nameOf(entry);
  const far = offset >= IN_64;
  const { bytes, view } = blank(CENTRAL_BYTES + name.length + (far ? 12 : 0));
  view.setUint32(0, SIGNATURES.central, true);
  view.setUint16(4, MADE_BY, true);
  common(view, 6, entry, far ? 45 : 20);
  view.setUint16(28, name.length, true);
  view.setUint16(30, far ? 12 : 0, true);
  view.setUint32(38, ATTRIBUTES, true);
  view.setUint32(42, far ? IN_64 : offset, true);
  bytes.set(name, CENTRAL_BYTES);
  if (far) {
    const at = CENTRAL_BYTES + name.length;
    view.setUint16(at, ZIP64_FIELD, true);
    view.setUint16(at + 2, 8, true);
    view.setBigUint64(at + 4, BigInt(offset), true);
  }
  return bytes;
}

/** What both headers of an entry say, from the version that is needed to unpack it to its size. */
function common(view: DataView, at: number, { crc32, size }: ZipEntry, version: number): void {
  if (size >= IN_64) throw new RangeError('A file of an archive has less than 4 GiB');
  view.setUint16(at, version, true);
  view.setUint16(at + 2, FLAGS, true);
  view.setUint16(at + 4, STORED, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, crc32, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
}

function ends(count: number, length: number, offset: number): Uint8Array[] {
  const many = count >= IN_64_SHORT || length >= IN_64 || offset >= IN_64;
  const { bytes, view } = blank(END_BYTES);
  view.setUint32(0, SIGNATURES.end, true);
  view.setUint16(8, Math.min(count, IN_64_SHORT), true);
  view.setUint16(10, Math.min(count, IN_64_SHORT), true);
  view.setUint32(12, Math.min(length, IN_64), true);
  view.setUint32(16, Math.min(offset, IN_64), true);
  return many ? [end64(count, length, offset), locator(offset + length), bytes] : [bytes];
}

function end64(count: number, length: number, offset: number): Uint8Array {
  const { bytes, view } = blank(END_64_BYTES);
  view.setUint32(0, SIGNATURES.end64, true);
  view.setBigUint64(4, BigInt(END_64_BYTES - 12), true);
  view.setUint16(12, MADE_BY, true);
  view.setUint16(14, 45, true);
  view.setBigUint64(24, BigInt(count), true);
  view.setBigUint64(32, BigInt(count), true);
  view.setBigUint64(40, BigInt(length), true);
  view.setBigUint64(48, BigInt(offset), true);
  return bytes;
}

function locator(end64At: number): Uint8Array {
  const { bytes, view } = blank(LOCATOR_BYTES);
  view.setUint32(0, SIGNATURES.locator, true);
  view.setBigUint64(8, BigInt(end64At), true);
  view.setUint32(16, 1, true);
  return bytes;
}

function nameOf({ name }: ZipEntry): Uint8Array {
  return new TextEncoder().encode(name);
}

function blank(length: number): { bytes: Uint8Array; view: DataView } {
  const bytes = new Uint8Array(length);
  return { bytes, view: new DataView(bytes.buffer) };
}
