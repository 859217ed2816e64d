import type { MailTexts } from '../../../config/languages/en/mails.js';
import { daysBetween } from '../../engine/time/days.js';
import type { IsoDate, IsoInstant, Language } from '../../engine/words.js';
import { localDate, localTime } from '../../engine/time/zones.js';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR', pt: 'pt-PT' };

/** Making a formatter costs a hundred times as much as using it. */
const formats = new Map(
  Object.entries(LOCALES).map(([language, locale]) => {
    const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    return [language, new Intl.DateTimeFormat(locale, form)];
  }),
);

/** A date as people write it: `9 January 2024`. */
export function writtenDate(date: IsoDate, language: Language): string {
  return formats.get(language)?.format(new Date(`${date}T00:00:00Z`)) ?? date;
}

/**
 * Until when something is due: the end of a day at its owner's, and what the reader's clock shows then where that is
 * something else.
 */
export function writtenDue(
  due: IsoDate,
  dueAt: IsoInstant,
  ownerZone: string,
  readerZone: string,
  language: Language,
  texts: MailTexts,
): string {
  const there = texts.dueOn(writtenDate(due, language), localTime(dueAt, ownerZone), placeOf(ownerZone, texts));
  const time = localTime(dueAt, readerZone);
  const date = localDate(dueAt, readerZone);
  if (time === localTime(dueAt, ownerZone) && date === localDate(dueAt, ownerZone)) return there;
  const moment = date === due ? time : `${writtenDate(date, language)}, ${time}`;
  return `${there} (${texts.elsewhere(moment, placeOf(readerZone, texts))})`;
}

/** Days from today, as the owner counts them, until a due date; negative when it is over. */
export function daysUntil(due: IsoDate, now: IsoInstant, zone: string): number {
  return daysBetween(localDate(now, zone), due);
}

function placeOf(zone: string, texts: MailTexts): string {
  return texts.places[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
