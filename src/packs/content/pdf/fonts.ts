import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { charactersOf, fontOfWoff } from './woff.js';

const require = createRequire(import.meta.url);

/** Package, weight, and its parts by script. All are under the SIL Open Font License, which allows embedding. */
const FONTS: readonly (readonly [name: string, weights: readonly number[], scripts: readonly string[]])[] = [
  ['source-sans-3', [400, 600], ['latin', 'latin-ext', 'greek', 'cyrillic']],
  ['source-serif-4', [600], ['latin', 'latin-ext']],
  ['ibm-plex-sans-arabic', [400, 600], ['arabic']],
];

/** The fonts of documents that are set, and the characters that they have between them. */
export interface Fonts {
  readonly files: readonly Buffer[];
  readonly characters: ReadonlySet<number>;
}

let read: Fonts | null = null;

/** Reads the fonts of the pages in the form that is embedded in documents; once. */
export function fonts(): Fonts {
  if (read !== null) return read;
  const files = FONTS.flatMap(([name, weights, scripts]) =>
    weights.flatMap((weight) =>
      scripts.map((script) => {
        const file = `@fontsource/${name}/files/${name}-${script}-${String(weight)}-normal.woff`;
        return fontOfWoff(readFileSync(require.resolve(file)));
      }),
    ),
  );
  read = { files, characters: new Set(files.flatMap((file) => [...charactersOf(file)])) };
  return read;
}
