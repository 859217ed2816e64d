import { directionOf, LOCALES, textsOf, type PageLanguage } from '../../../../config/languages/pages.js';
import type { PageTexts } from '../../../../config/languages/en/pages.js';
import type { IsoInstant } from '../../../engine/words.js';
import { dayAndTime, placeOf } from '../../../web/dates.js';
import { memberName } from '../../../web/names.js';
import type { PackTerm } from '../pack.js';
import { inline } from './blocks.js';

/** In which language a document speaks, and its words. */
export interface Speaker {
  readonly language: PageLanguage;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: PageTexts;
}

export function speakerOf(language: PageLanguage): Speaker {
  return { language, locale: LOCALES[language], direction: directionOf(language), texts: textsOf(language) };
}

/** `1 February 2024, 11:00 (Casablanca)`: a time means nothing to whoever does not know where. */
export function timeAndPlace(speaker: Speaker, at: IsoInstant, zone: string): string {
  return `${dayAndTime(speaker, at, zone)} (${placeOf(speaker, zone)})`;
}

/** The chair or co-chairs of a term. */
export function chairName({ language, texts }: Speaker, { holders }: Pick<PackTerm, 'holders'>): string {
  const [first, ...rest] = holders.map((holder) => inline(memberName(language, holder)));
  if (first === undefined) return texts.layout.unknownChair;
  return rest.reduce((said, name) => texts.layout.and(said, name), first);
}
