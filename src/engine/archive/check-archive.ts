import type { ChainHead } from '../account/record.js';
import { checkAccount, type Account } from './check-account.js';
import {
  ALWAYS,
  DOCUMENTS,
  keyInPem,
  PUBLIC_KEY,
  RECORD,
  RECORD_SIGNATURE,
  RECORD_SUMS,
  SIGNED,
  SUMS,
  sumsText,
} from './archive-files.js';
import { Faulty, type ArchiveFault } from './archive-fault.js';
import { readRecord, type CheckedRecord } from './checked-record.js';
import { readEntries, type Bytes, type PlacedEntry } from './zip-reading.js';

/** An archive as it can be read, and digested where it is. */
export interface Archive extends Bytes {
  /** Digests of a part of it. */
  digest(offset: number, length: number): Promise<{ readonly sha256: string; readonly crc32: number }>;
}

/** What the checker is handed: it makes no digests itself, and knows no signatures. */
export interface Tools extends Account {
  /** Whether an Ed25519 signature is that of a message. @param publicKey SPKI, DER, in base64. */
  readonly isSigned: (publicKey: string, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
  /** SHA-256 of what base64 stands for, in hex. */
  readonly fingerprint: (base64: string) => Promise<string> | string;
  /** Hears how many bytes have been looked at. */
  readonly onProgress?: (done: number) => void;
}

/** What an archive that is whole tells of itself. */
export interface ArchiveFacts {
  readonly title: string;
  readonly body: string;
  readonly number: number;
  readonly madeAt: string;
  readonly sha256: string;
  /** Of the key that signed the record. */
  readonly fingerprint: string;
  readonly files: number;
  readonly documents: number;
  /** Restricted documents that the record names and this copy does not hold. */
  readonly leftOut: number;
  readonly head: ChainHead;
}

export type ArchiveVerdict =
  { readonly ok: true; readonly facts: ArchiveFacts } | { readonly ok: false; readonly fault: ArchiveFault };

/** The largest of the files that are read whole: all but documents and the account. */
const LARGEST_TEXT = 256 * 1024 * 1024;

/**
 * Checks an archive from its first byte to its last, offline: that it is the very container its files make, that each
 * file is what its checksum says, that the record is the one that was signed, that documents and account are those of the
 * record. Says what is wrong first.
 */
export async function checkArchive(archive: Archive, tools: Tools): Promise<ArchiveVerdict> {
  try {
    return { ok: true, facts: await check(archive, tools) };
  } catch (error) {
    if (error instanceof Faulty) return { ok: false, fault: error.fault };
    throw error;
  }
}

async function check(archive: Archive, tools: Tools): Promise<ArchiveFacts> {
  const entries = await readEntries(archive);
  expectNames(entries);
  const digests = await expectContents(archive, entries, tools);
  const { record, fingerprint } = await expectRecord(archive, entries, digests, tools);
  const leftOut = expectDocuments(record, entries, digests);
  const sha256 = digests.get(RECORD) ?? '';
  const head = await checkAccount(archive, entries, record, sha256, tools);
  const { title, body, number, madeAt } = record;
  const documents = record.files.length - leftOut;
  return { title, body, number, madeAt, sha256, fingerprint, files: entries.length, documents, leftOut, head };
}

/** What has to be there is there, in its order, and beside it there are documents alone. */
function expectNames(entries: readonly PlacedEntry[]): void {
  const names = entries.map(({ name }) => name);
  const missing = [...ALWAYS, SUMS].find((name) => !names.includes(name));
  if (missing !== undefined) throw new Faulty({ code: 'missing', name: missing });
  const wanted = (name: string, at: number): boolean => {
    if (at < ALWAYS.length) return name === ALWAYS[at];
    return at === names.length - 1 ? name === SUMS : name.startsWith(DOCUMENTS);
  };
  const added = names.find((name, at) => !wanted(name, at));
  if (added !== undefined) throw new Faulty({ code: 'added', name: added });
}

/** Every content by its checksums. Gives the digests by name. */
async function expectContents(
  archive: Archive,
  entries: readonly PlacedEntry[],
  { onProgress }: Tools,
): Promise<ReadonlyMap<string, string>> {
  const listed = linesOf(await textOf(archive, entries, SUMS, 'sums'));
  const digests = new Map<string, string>();
  for (const [index, { name, start, size, crc32 }] of entries.entries()) {
    const found = await archive.digest(start, size);
    if (found.crc32 !== crc32) throw new Faulty({ code: 'content', name });
    // The first that differs is told by its own name, before the list as a whole is compared.
    if (name !== SUMS && listed[index] !== sumsText([{ name, sha256: found.sha256 }]).trimEnd()) {
      throw new Faulty({ code: 'content', name });
    }
    digests.set(name, found.sha256);
    onProgress?.(start + size);
  }
  const files = entries.slice(0, -1).map(({ name }) => ({ name, sha256: digests.get(name) ?? '' }));
  if ((await textOf(archive, entries, SUMS, 'sums')) !== sumsText(files)) throw new Faulty({ code: 'sums' });
  return digests;
}

/** The record is what was signed, by the key that it names, and so are its pages. */
async function expectRecord(
  archive: Archive,
  entries: readonly PlacedEntry[],
  digests: ReadonlyMap<string, string>,
  tools: Tools,
): Promise<{ record: CheckedRecord; fingerprint: string }> {
  const record = readRecord(await textOf(archive, entries, RECORD, 'record'));
  const key = keyInPem(await textOf(archive, entries, PUBLIC_KEY, 'key'));
  if (key === null) throw new Faulty({ code: 'key' });
  const fingerprint = await tools.fingerprint(key);
  if (fingerprint !== record.fingerprint) throw new Faulty({ code: 'key' });
  const sums = await textOf(archive, entries, RECORD_SUMS, 'signature');
  const expected = sumsText(SIGNED.map((name) => ({ name, sha256: digests.get(name) ?? '' })));
  const signature = await bytesOf(archive, entries, RECORD_SIGNATURE, 'signature');
  const signed = sums === expected && (await tools.isSigned(key, new TextEncoder().encode(sums), signature));
  if (!signed) throw new Faulty({ code: 'signature' });
  return { record, fingerprint };
}

/**
 * The documents are those of the record, each with its own digest; restricted ones may be left out, all of them together.
 * Gives how many were.
 */
function expectDocuments(
  { files }: CheckedRecord,
  entries: readonly PlacedEntry[],
  digests: ReadonlyMap<string, string>,
): number {
  const sizes = new Map(entries.map(({ name, size }) => [name, size]));
  const held = entries.map(({ name }) => name).filter((name) => name.startsWith(DOCUMENTS));
  const open = files.filter(({ marking }) => marking !== 'restricted');
  const hasRestricted = held.length > open.length;
  const expected = hasRestricted ? files : open;
  for (const { path, sha256, bytes } of expected) {
    if (!sizes.has(path)) throw new Faulty({ code: 'missing', name: path });
    if (digests.get(path) !== sha256 || sizes.get(path) !== bytes) throw new Faulty({ code: 'document', name: path });
  }
  const added = held.find((name, at) => expected[at]?.path !== name);
  if (added !== undefined) throw new Faulty({ code: 'added', name: added });
  return files.length - expected.length;
}

function linesOf(text: string): string[] {
  return text.split('\n');
}

type TextFault = 'sums' | 'record' | 'key' | 'signature';

async function textOf(
  archive: Archive,
  entries: readonly PlacedEntry[],
  name: string,
  code: TextFault,
): Promise<string> {
  // What is no UTF-8 becomes a text that is none of those expected here, and bytes are compared by their digests anyway.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(archive, entries, name, code));
}

async function bytesOf(
  archive: Archive,
  entries: readonly PlacedEntry[],
  name: string,
  code: TextFault,
): Promise<Uint8Array> {
  const entry = entries.find((one) => one.name === name);
  if (entry === undefined) throw new Faulty({ code: 'missing', name });
  if (entry.size > LARGEST_TEXT) throw new Faulty({ code });
  return archive.read(entry.start, entry.size);
}
