/**
 * Checks an archive in the browser of whoever has it: the same code that `gavel verify` runs, in a thread of its own, so
 * that the page stays awake. Nothing of the archive leaves the machine. It is bundled into src/web/scripts by
 * config/tools/bundle-checker.mjs.
 */
import { checkArchive, type Archive, type ArchiveFacts, type Tools } from '../../../engine/archive/check-archive.js';
import { faultWords, type FaultTexts } from '../../../engine/archive/fault-words.js';
import { crc32 } from './crc32.js';
import { hexOf, hmacOf, sha256, sha256Of } from './sha256.js';

/** What the page asks: which file, and the words for what may be wrong with it. */
export interface CheckAsked {
  readonly file: Blob;
  readonly faults: FaultTexts;
}

/** What the page is told, again and again until one of the last four. */
export type CheckNews =
  | { readonly say: 'progress'; readonly done: number; readonly total: number }
  | { readonly say: 'whole'; readonly facts: ArchiveFacts }
  | { readonly say: 'fault'; readonly words: string }
  /** This browser cannot check signatures. */
  | { readonly say: 'unable' }
  /** The file could not be read to its end. */
  | { readonly say: 'unread' };

/** A thread as this code sees it. */
interface Thread {
  onmessage: ((message: { readonly data: CheckAsked }) => void) | null;
  postMessage(news: CheckNews): void;
}

/** What is read at a time, in bytes. */
const STEP = 4 * 1024 * 1024;
const ED25519 = { name: 'Ed25519' };
/** Any key will do to ask whether a browser knows such keys: that of the first test in RFC 8032. */
const KNOWN_KEY = 'MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';

const thread = globalThis as unknown as Thread;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

thread.onmessage = ({ data }) => {
  void answer(data).then((news) => thread.postMessage(news));
};

async function answer({ file, faults }: CheckAsked): Promise<CheckNews> {
  if (!(await knowsEd25519())) return { say: 'unable' };
  try {
    const verdict = await checkArchive(archiveIn(file), toolsFor(file));
    if (verdict.ok) return { say: 'whole', facts: verdict.facts };
    return { say: 'fault', words: faultWords(faults, verdict.fault) };
  } catch {
    return { say: 'unread' };
  }
}

function toolsFor({ size }: Blob): Tools {
  return {
    sha256: (text) => hexOf(sha256Of(utf8(text))),
    hmac: (key, text) => hexOf(hmacOf(bytesOfHex(key), utf8(text))),
    fingerprint: (base64) => hexOf(sha256Of(bytesOfBase64(base64))),
    isSigned,
    onProgress: (done) => thread.postMessage({ say: 'progress', done, total: size }),
  };
}

function archiveIn(file: Blob): Archive {
  const read = async (offset: number, length: number): Promise<Uint8Array> =>
    new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
  return {
    size: file.size,
    read,
    async digest(offset, length) {
      const digest = sha256();
      let crc = 0;
      for (let at = 0; at < length; at += STEP) {
        const piece = await read(offset + at, Math.min(STEP, length - at));
        digest.add(piece);
        crc = crc32(piece, crc);
        thread.postMessage({ say: 'progress', done: offset + at, total: file.size });
      }
      return { sha256: hexOf(digest.end()), crc32: crc };
    },
  };
}

async function isSigned(publicKey: string, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    const key = await imported(publicKey);
    return await crypto.subtle.verify(ED25519, key, own(signature), own(message));
  } catch {
    return false;
  }
}

/** Also false on a page that did not come over TLS: browsers then have no cryptography. */
async function knowsEd25519(): Promise<boolean> {
  return imported(KNOWN_KEY).then(
    () => true,
    () => false,
  );
}

async function imported(publicKey: string) {
  return crypto.subtle.importKey('spki', own(bytesOfBase64(publicKey)), ED25519, false, ['verify']);
}

/** Bytes that nobody shares, as the browser's cryptography wants them. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}

function bytesOfBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

/** As Node reads a key: up to the first that is no pair of hex digits. */
function bytesOfHex(text: string): Uint8Array {
  const [hex = ''] = /^(?:[0-9a-fA-F]{2})*/.exec(text) ?? [];
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
