import { localDate } from '../engine/time/zones.js';
import type { IsoDate, IsoInstant } from '../engine/words.js';
import type { Speaker as WholeSpeaker } from './page-request.js';

type Speaker = Omit<WholeSpeaker, 'language'>;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

function formatted(locale: string, options: Intl.DateTimeFormatOptions, at: Date): string {
  return formatFor(locale, options).format(at);
}

const noonOf = (day: IsoDate): Date => new Date(`${day}T12:00:00Z`);

/** `1 February 2024` */
export function longDay({ locale }: Speaker, day: IsoDate): string {
  return formatted(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }, noonOf(day));
}

/** `31 January – 1 February 2024`, and one day alone where both are the same. */
export function dayRange({ locale }: Speaker, first: IsoDate, last: IsoDate): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return formatFor(locale, options).formatRange(noonOf(first), noonOf(last));
}

/** `Thursday, 1 February 2024` */
export function fullDay({ locale }: Speaker, day: IsoDate): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return formatted(locale, options, noonOf(day));
}

/** `1 February` */
export function shortDay({ locale }: Speaker, day: IsoDate): string {
  return formatted(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }, noonOf(day));
}

/** `1 Feb` */
export function tinyDay({ locale }: Speaker, day: IsoDate): string {
  return formatted(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }, noonOf(day));
}

/** `1 Feb 2024` */
export function mediumDay({ locale }: Speaker, day: IsoDate): string {
  return formatted(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }, noonOf(day));
}

/** `Feb 2024` */
export function shortMonth({ locale }: Speaker, day: IsoDate): string {
  return formatted(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }, noonOf(day));
}

/** `February 2024` */
export function longMonth({ locale }: Speaker, day: IsoDate): string {
  return formatted(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }, noonOf(day));
}

/** `Feb` */
export function monthName({ locale }: Speaker, day: IsoDate): string {
  return formatted(locale, { month: 'short', timeZone: 'UTC' }, noonOf(day));
}

/** `23:59` in a zone. */
export function clockTime({ locale }: Speaker, at: IsoInstant, zone: string): string {
  return formatted(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }, new Date(at));
}

/** `12 January 2024, 09:00` in a zone. */
export function dayAndTime(speaker: Speaker, at: IsoInstant, zone: string): string {
  return `${longDay(speaker, localDate(at, zone))}, ${clockTime(speaker, at, zone)}`;
}

/** `today`, `in 3 days`, `4 days ago`. @param days from today; negative lies behind. */
export function daysAway({ texts }: Speaker, days: number): string {
  const { days: say } = texts.layout;
  if (days === 0) return say.today;
  if (days === 1) return say.tomorrow;
  if (days === -1) return say.yesterday;
  return days > 0 ? say.ahead(days) : say.ago(-days);
}

/** Calendar days from one day to another; negative when the second comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The city of a zone as the language calls it; where that is not known, as it stands in the zone's name. */
export function placeOf({ texts }: Pick<Speaker, 'texts'>, zone: string): string {
  return texts.layout.places[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
