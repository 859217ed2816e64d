import { ar } from './ar/pages.js';
import { en, type PageTexts } from './en/pages.js';
import { fr } from './fr/pages.js';
import { pt } from './pt/pages.js';

export const PAGE_LANGUAGES = ['en', 'fr', 'pt', 'ar'] as const;

/** The languages that pages are read in; mails are written in three of them. */
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** Each language as it calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<PageLanguage, string>> = {
  en: 'English',
  fr: 'Français',
  pt: 'Português',
  ar: 'العربية',
};

/** How dates and numbers are written: in Arabic with the month names and the digits of the Maghreb. */
export const LOCALES: Readonly<Record<PageLanguage, string>> = {
  en: 'en-GB',
  fr: 'fr-FR',
  pt: 'pt-PT',
  ar: 'ar-MA-u-nu-latn',
};

const TEXTS: Readonly<Record<PageLanguage, PageTexts>> = { en, fr, pt, ar };

export function textsOf(language: PageLanguage): PageTexts {
  return TEXTS[language];
}

export function directionOf(language: PageLanguage): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

export function isPageLanguage(text: string | undefined): text is PageLanguage {
  return PAGE_LANGUAGES.some((language) => language === text);
}
