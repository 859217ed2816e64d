import { createHash, createHmac, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { FORMAT, PAGES, pemOf, PUBLIC_KEY, RECORD, sumsText } from '../../src/engine/archive/archive-files.js';
import { checkArchive, type Archive, type ArchiveVerdict, type Tools } from '../../src/engine/archive/check-archive.js';
import { canonical, chainEntries, GENESIS, type AccountEntry } from '../../src/engine/account/record.js';
import type { Facts } from '../../src/engine/words.js';
import { archiveBytes, type ArchiveParts } from '../../src/packs/record/write-archive.js';

const sha = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string, text: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');

/** A document of a small archive. */
export interface SmallDocument {
  readonly path: string;
  readonly content: string;
  readonly marking: 'public' | 'participants' | 'restricted';
}

const DOCUMENTS: readonly SmallDocument[] = [
  { path: 'documents/001-SOM-01-agenda.pdf', content: 'An agenda', marking: 'participants' },
  { path: 'documents/002-DOC-01-قائمة.pdf', content: 'A list', marking: 'restricted' },
];

/** What an archive is to be made of, where it is not as usual. */
export interface SmallWishes {
  readonly documents?: readonly SmallDocument[];
  readonly withRestricted?: boolean;
  /** Changes the record before it is signed. */
  readonly record?: (record: Facts) => Facts;
  /** Changes what the signature is of. */
  readonly sums?: (sums: string) => string;
  /** Changes the lines of the account. */
  readonly lines?: (lines: readonly string[]) => readonly string[];
}

/** The parts of an archive of three entries and two documents, signed with a key of its own. */
export function smallParts({ documents = DOCUMENTS, ...wishes }: SmallWishes = {}): ArchiveParts {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const key = 'a1'.repeat(16);
  const textDigest = hmac(key, 'because');
  const entry = (seq: number, action: string, facts: Facts = {}): AccountEntry => ({
    ...{ seq, at: '2024-02-01T10:00:00.000Z', actor: 'sec', action, subject: 'handover:2024-pt', facts },
    textDigest: seq === 2 ? textDigest : null,
  });
  const before = chainEntries(GENESIS, [entry(1, 'handover.created'), entry(2, 'handover.prepared')], sha);
  const head = before.at(-1)?.hash ?? '';
  const files = documents.map(({ path, content, marking }) => ({
    ...{ path, sha256: sha(content), bytes: Buffer.byteLength(content), marking },
  }));
  const record = (wishes.record ?? ((same: Facts) => same))({
    format: FORMAT,
    body: { name: 'Rabat Process' },
    handover: { title: 'Morocco to Portugal' },
    record: { number: 1, madeAt: '2024-02-01T10:00:00.000Z' },
    account: { seq: 2, head },
    key: { fingerprint: sha(spki) },
    files,
  });
  const text = canonical(record);
  const named = entry(3, 'handover.recorded', { number: 1, sha256: sha(text) });
  const links = [...before, ...chainEntries({ seq: 2, hash: head }, [named], sha)];
  const lines = links.map(({ seq, prevHash, hash, entryText }) => {
    const kept = seq === 2 ? { text: 'because', key } : { text: null, key: null };
    return `${JSON.stringify({ seq, prevHash, hash, entry: entryText, ...kept })}\n`;
  });
  const pages = Object.fromEntries(PAGES.map((name) => [name, `<p>${name}</p>\n`]));
  const usual = sumsText([
    { name: RECORD, sha256: sha(text) },
    { name: PUBLIC_KEY, sha256: sha(pemOf(spki.toString('base64'))) },
    ...PAGES.map((name) => ({ name, sha256: sha(pages[name] ?? '') })),
  ]);
  const sums = wishes.sums?.(usual) ?? usual;
  const signature = sign(null, Buffer.from(usual), privateKey).toString('base64');
  return {
    kept: { record: text, pages, sums, signature, publicKey: spki.toString('base64') },
    account: () => (wishes.lines?.(lines) ?? lines).map((line) => Buffer.from(line)),
    documents: files.filter(({ marking }) => wishes.withRestricted !== false || marking !== 'restricted'),
    open: ({ path }) => [Buffer.from(documents.find((document) => document.path === path)?.content ?? '')],
    onProgress: () => undefined,
  };
}

/** The whole archive at once. */
export async function bytesOf(parts: ArchiveParts): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of archiveBytes(parts)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const TOOLS: Tools = {
  sha256: sha,
  hmac,
  fingerprint: (base64) => sha(Buffer.from(base64, 'base64')),
  isSigned: (publicKey, message, signature) => {
    try {
      const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
      return Promise.resolve(verify(null, message, key, signature));
    } catch {
      return Promise.resolve(false);
    }
  },
};

/** What the checker says of such bytes. */
export function check(bytes: Uint8Array): Promise<ArchiveVerdict> {
  return checkArchive(inMemory(bytes), TOOLS);
}

function inMemory(bytes: Uint8Array): Archive {
  const part = (offset: number, length: number): Uint8Array => bytes.subarray(offset, offset + length);
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(part(offset, length)),
    digest: (offset, length) =>
      Promise.resolve({ sha256: sha(part(offset, length)), crc32: crc32(part(offset, length)) }),
  };
}
