import { directionOf, type PageLanguage } from '../../../../config/languages/pages.js';
import type { IsoInstant } from '../../../engine/words.js';
import { fonts } from './fonts.js';
import { directionOfText, printable } from './printable.js';

/** A text in another language or direction than the document's. */
export interface OtherText {
  readonly text: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** A text as the templates take it. */
export type SetText = string | OtherText;

/** On whose desk a thing lies, as a colour. */
export type Tone = 'outgoing' | 'incoming' | 'settled' | 'returned' | 'idle';

/** A cell of a table. */
export type Cell =
  | string
  | {
      /** Our own words before it on the same line. */
      readonly before?: string;
      readonly text: SetText;
      readonly tone?: Tone;
      readonly strong?: boolean;
      readonly ltr?: boolean;
      /** Smaller lines below. */
      readonly under?: readonly SetText[];
    };

/** A table; widths are shares of the line, 0 for as wide as what stands in it. */
export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The parts of which a document is set. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: SetText; readonly number?: string }
  | { readonly kind: 'text'; readonly paragraphs: readonly SetText[]; readonly quiet?: boolean }
  | { readonly kind: 'state'; readonly tone: Tone; readonly word: string; readonly rest: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, SetText])[] }
  | { readonly kind: 'lines'; readonly lines: readonly SetText[] }
  | {
      readonly kind: 'coverage';
      readonly legend: readonly { readonly coverage: string; readonly name: string }[];
      readonly rows: readonly {
        readonly name: string;
        readonly blocks: readonly { readonly name: string; readonly width: number; readonly coverage: string }[];
      }[];
    }
  | { readonly kind: 'code'; readonly text: string }
  /** What stands on one page. */
  | { readonly kind: 'together'; readonly blocks: readonly Block[] }
  | TableBlock;

/** A text of people for a document in this language: as it can be set, with its own direction where that differs. */
export function written(language: PageLanguage, text: string, lang: string | null = null): SetText {
  const clean = printable(text, fonts());
  const own = directionOf(language);
  const dir = directionOfText(clean) ?? own;
  const tongue = lang ?? (dir === own ? language : dir === 'rtl' ? 'ar' : 'en');
  return dir === own && tongue === language ? clean : { text: clean, lang: tongue, dir };
}

/** What people wrote in several lines. */
export function paragraphs(language: PageLanguage, text: string): SetText[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => written(language, line));
}

/** Year, month, day, hour, minute and second in UTC: what the document says of when it was made. */
export function dateParts(at: IsoInstant): number[] {
  return at.split(/\D/).slice(0, 6).map(Number);
}

const FIRST_STRONG = '\u2068';
const END = '\u2069';

/** A text of people inside a sentence of ours: kept from turning what stands around it. */
export function inline(text: string): string {
  return `${FIRST_STRONG}${printable(text, fonts())}${END}`;
}
