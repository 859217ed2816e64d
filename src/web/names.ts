import type { PageLanguage } from '../../config/languages/pages.js';

const names = new Map<string, Intl.DisplayNames>();

/**
 * A member as the language calls it: members whose id is that of a country (ISO 3166) by the name of the country, all
 * others as they were entered. In English, too, where nothing but the id was.
 */
export function memberName(
  language: PageLanguage,
  { id, name }: { readonly id: string; readonly name: string },
): string {
  if (!/^[A-Z]{2}$/.test(id) || (language === 'en' && name !== id)) return name;
  const known = names.get(language) ?? new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  names.set(language, known);
  return known.of(id) ?? name;
}

/** What is written in several languages, in the reader's or else in English, and in which it is. */
export function inLanguage(
  language: PageLanguage,
  written: Readonly<Partial<Record<string, string>>>,
): { readonly text: string; readonly lang: string } {
  const own = written[language];
  if (own !== undefined) return { text: own, lang: language };
  const [lang, text] = Object.entries(written).find(([each]) => each === 'en') ??
    Object.entries(written)[0] ?? ['en', ''];
  return { text: text ?? '', lang };
}

/** A language by its name in the reader's; the code itself where there is none. */
export function languageName(language: PageLanguage, code: string): string {
  const known = tongues.get(language) ?? new Intl.DisplayNames([language], { type: 'language' });
  tongues.set(language, known);
  return known.of(code) ?? code;
}

const tongues = new Map<string, Intl.DisplayNames>();
