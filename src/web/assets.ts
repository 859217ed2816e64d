import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { projectFolder } from '../storage/project-folder.js';

/** A file that browsers load: its address holds a digest of its content, so that it may be kept for a year. */
export interface Asset {
  readonly address: string;
  readonly type: string;
  readonly content: Buffer;
}

/** The parts of the one stylesheet, in the order in which they follow each other. */
const STYLES = [
  'tokens',
  'base',
  'layout',
  'forms',
  'parts',
  'overview',
  'tasks',
  'calendar',
  'move',
  'people',
  'activity',
  'sign-in',
  'documents',
  'pack',
  'signing',
  'review',
  'mailbox',
  'print',
] as const;

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const require = createRequire(import.meta.url);
const ofPackage = (path: string): Buffer => readFileSync(require.resolve(path));
const ofOurs = (path: string): Buffer => readFileSync(new URL(path, projectFolder('src/web')));

const files = new Map<string, Asset>();

function add(name: string, extension: string, content: Buffer): string {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  const address = `/assets/${name}.${digest}.${extension}`;
  files.set(address, { address, type: TYPES[extension] ?? 'application/octet-stream', content });
  return address;
}

const FONTS: Readonly<Record<string, string>> = {
  'source-sans': '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  'source-serif': '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
  'plex-arabic-400': '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2',
  'plex-arabic-600': '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2',
};
const fonts = new Map(Object.entries(FONTS).map(([name, path]) => [name, add(name, 'woff2', ofPackage(path))]));

function stylesheet(names: readonly string[]): Buffer {
  const parts = names.map((name) => ofOurs(`styles/${name}.css`).toString('utf8'));
  const css = parts
    .join('\n')
    .replace(/url\(font:([a-z0-9-]+)\)/g, (_, name: string) => `url(${fonts.get(name) ?? ''})`);
  return Buffer.from(withoutComments(css));
}

/** Comments and indentation are for those who read the sources. */
function withoutComments(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s+/gm, '')
    .replace(/\n{2,}/g, '\n');
}

function scripts(): Buffer {
  const ofHtmx = ['htmx.org/dist/htmx.min.js', 'htmx.org/dist/ext/hx-sse.min.js'].map(ofPackage);
  const files = [...ofHtmx, ofOurs('scripts/gavel.js')].map((file) => file.toString('utf8'));
  return Buffer.from(files.map((file) => file.replace(/^\/\/# sourceMappingURL=.*$/gm, '')).join('\n;'));
}

/** The addresses that pages name. */
export const assets = {
  style: add('style', 'css', stylesheet(STYLES)),
  /** Only for pages about records: all others do without it. */
  recordStyle: add('record', 'css', stylesheet(['record'])),
  mainFont: fonts.get('source-sans') ?? '',
  // In one file: what htmx finds in a page it takes up as soon as it has run, and an extension that came later would be too late.
  script: add('scripts', 'js', scripts()),
  passkeyScript: add('passkey', 'js', ofOurs('scripts/passkey.js')),
  /** Only for pages with a form that carries a file. */
  upload: add('upload', 'js', ofOurs('scripts/upload.js')),
  /** For the page on which archives are checked, and the thread that checks them. */
  verify: add('verify', 'js', ofOurs('scripts/verify.js')),
  archiveWorker: add('archive-worker', 'js', ofOurs('scripts/archive-worker.js')),
  icon: add('icon', 'svg', ofOurs('styles/icon.svg')),
};

export function assetAt(address: string): Asset | undefined {
  return files.get(address);
}

const packed = new Map<string, Promise<Buffer>>();
const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** The content as a browser that takes this encoding gets it; each is packed once, when first asked for. */
export function packedContent({ address, content }: Asset, encoding: 'br' | 'gzip'): Promise<Buffer> {
  const key = `${encoding} ${address}`;
  const known = packed.get(key);
  if (known !== undefined) return known;
  const packing =
    encoding === 'br'
      ? toBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
      : toGzip(content, { level: 9 });
  packed.set(key, packing);
  return packing;
}

/** Fonts are packed already. */
export function isWorthPacking({ type }: Asset): boolean {
  return type !== TYPES.woff2;
}
