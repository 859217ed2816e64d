/** What an archive of a handover consists of, in this order: these, then documents, then the checksums of all. */
export const RECORD = 'record.json';
/** Digests of record, pages and public key, as sha256sum writes them: what the signature is of. */
export const RECORD_SUMS = 'record.sums';
/** The 64 bytes of the Ed25519 signature of RECORD_SUMS. */
export const RECORD_SIGNATURE = 'record.sig';
export const PUBLIC_KEY = 'public-key.pem';
/** The account up to the entry that names the record, one entry a line, as the API exports it. */
export const ACCOUNT = 'account.ndjson';
/** The record for people who have no Gavel, in each language. */
export const PAGES = ['index.html', 'index.ar.html', 'index.fr.html', 'index.pt.html'] as const;
export const SUMS = 'SHA256SUMS';
export const DOCUMENTS = 'documents/';

/** The files that every archive has, in their order; SUMS stands behind the documents. */
export const ALWAYS: readonly string[] = [RECORD, RECORD_SUMS, RECORD_SIGNATURE, PUBLIC_KEY, ACCOUNT, ...PAGES];

/** What the signature covers, in the order of RECORD_SUMS. */
export const SIGNED: readonly string[] = [RECORD, PUBLIC_KEY, ...PAGES];

/** The mark by which a program knows how to read a record. */
export const FORMAT = 'gavel-record-1';

/** A document as the record tells of it. */
export interface RecordedFile {
  /** Its place in the archive, below DOCUMENTS. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly marking: 'public' | 'participants' | 'restricted';
}

/** Digests as `sha256sum` writes them, and checks them with `-c`. */
export function sumsText(files: readonly { readonly name: string; readonly sha256: string }[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}

/** A public key (SPKI, DER, in base64) as OpenSSL writes it. */
export function pemOf(publicKey: string): string {
  return `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----\n`;
}

/** The public key in such a text, in base64; null for any other text. */
export function keyInPem(text: string): string | null {
  const [, key] = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/]{59}=)\n-----END PUBLIC KEY-----\n$/.exec(text) ?? [];
  return key ?? null;
}

const SAFE = /^[\p{L}\p{N}_-][\p{L}\p{M}\p{N} ._()-]*$/u;
const LONGEST = 240;

/**
 * Whether a path stays where it is unpacked, under every system: folders and names of letters, digits and few signs, none
 * of which begins with a dot or ends with a dot or blank. Also what the maker of an archive has to keep to.
 */
export function isSafePath(path: string): boolean {
  if (path.length > LONGEST || path.normalize('NFC') !== path) return false;
  return path.split('/').every((part) => SAFE.test(part) && !/[. ]$/.test(part));
}
