import { createHash, createPublicKey, verify } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { en } from '../../config/languages/en/pages.js';
import { digestOfText, sha256 } from '../audit/account.js';
import { faultWords } from '../engine/archive/fault-words.js';
import { checkArchive, type Archive, type ArchiveFacts } from '../engine/archive/check-archive.js';
import { CommandFailure } from './failure.js';

/** What somebody holds beside an archive, and expects of it. */
export interface ArchiveEvidence {
  /** A hash that stands in a sign-off mail or a signature: one of the entries must have it. */
  readonly head: string | null;
  /** The fingerprint that the installation has made known. */
  readonly key: string | null;
}

/** What is read at a time, in bytes: more is no faster. */
const STEP = 1024 * 1024;

/** Whether a file is an archive, by how it begins; anything else is taken for an account. */
export async function isArchive(file: string): Promise<boolean> {
  return withFile(file, async (handle) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString('latin1') === 'PK';
  });
}

/**
 * Checks an archive of a handover, offline: every byte of it. Refuses with a CommandFailure that names the first thing
 * that is wrong and says why.
 * @returns what was found, in words.
 */
export async function verifyArchive(file: string, { head, key }: ArchiveEvidence): Promise<string> {
  return withFile(file, async (handle) => {
    const witnessed: number[] = [];
    const verdict = await checkArchive(await archiveIn(handle), {
      sha256,
      hmac: digestOfText,
      isSigned,
      fingerprint: (base64) => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex'),
      onEntry: ({ seq, hash }) => {
        if (hash === head?.toLowerCase()) witnessed.push(seq);
      },
    });
    if (!verdict.ok) throw new CommandFailure(faultWords(en.record.faults, verdict.fault));
    const { facts } = verdict;
    if (key !== null && key.toLowerCase() !== facts.fingerprint) {
      throw new CommandFailure(`It is signed with another key than was expected: ${facts.fingerprint}.`);
    }
    if (head !== null && witnessed.length === 0) {
      throw new CommandFailure(`None of the ${facts.head.seq} entries of its account has the hash ${head}.`);
    }
    return inWords(facts, witnessed);
  });
}

function inWords(facts: ArchiveFacts, witnessed: readonly number[]): string {
  const { title, body, number, madeAt, files, documents, leftOut, head, fingerprint, sha256: digest } = facts;
  const left = leftOut === 0 ? '' : `, ${leftOut} restricted left out`;
  return [
    `Record ${number} of “${title}”, ${body}, made ${madeAt}: everything is as it was signed.`,
    `${files} files, ${documents} documents${left}; ${head.seq} entries of the account, all whole.`,
    ...witnessed.map((seq) => `The hash that was given is that of entry ${seq}.`),
    `Record: ${digest}`,
    `Head: ${head.hash}`,
    `Key: ${fingerprint}`,
    'Compare the key with the one that the installation has made known; anybody can sign with a key of their own.',
  ].join('\n');
}

function isSigned(publicKey: string, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return Promise.resolve(key.asymmetricKeyType === 'ed25519' && verify(null, message, key, signature));
  } catch {
    return Promise.resolve(false);
  }
}

async function archiveIn(handle: FileHandle): Promise<Archive> {
  const { size } = await handle.stat();
  return {
    size,
    read: (offset, length) => readAll(handle, offset, Buffer.allocUnsafe(length)),
    digest: (offset, length) => digest(handle, offset, length),
  };
}

/** While one piece is digested the next is read already. */
async function digest(handle: FileHandle, offset: number, length: number) {
  const hash = createHash('sha256');
  let crc = 0;
  let [present, other] = [Buffer.allocUnsafe(Math.min(STEP, length)), Buffer.allocUnsafe(Math.min(STEP, length))];
  const piece = (at: number, into: Buffer) =>
    readAll(handle, offset + at, into.subarray(0, Math.min(STEP, length - at)));
  let coming = piece(0, present);
  for (let at = 0; at < length; at += STEP) {
    const chunk = await coming;
    [present, other] = [other, present];
    coming = piece(Math.min(at + STEP, length), present);
    hash.update(chunk);
    crc = crc32(chunk, crc);
  }
  await coming;
  return { sha256: hash.digest('hex'), crc32: crc };
}

async function readAll(handle: FileHandle, offset: number, into: Buffer): Promise<Buffer> {
  let read = 0;
  while (read < into.length) {
    const { bytesRead } = await handle.read(into, read, into.length - read, offset + read);
    if (bytesRead === 0) throw new CommandFailure('The file became shorter while it was read.');
    read += bytesRead;
  }
  return into;
}

async function withFile<T>(file: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new CommandFailure(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  });
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}
