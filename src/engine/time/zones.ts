import { Temporal } from 'temporal-polyfill';
import { civilDate, parseDate } from './days.js';
import type { IsoDate, IsoInstant } from '../words.js';

/**
 * Where dates meet clocks. Zones are IANA names and their rules come from Temporal; offsets are never kept,
 * because Rabat and Lisbon differ by +1, 0, -1, 0 and +1 hours within one year.
 *
 * Answers are remembered, at most `REMEMBERED` of each kind: a zone's rules do not change while a process runs,
 * and the polyfill takes microseconds for each question.
 */

const REMEMBERED = 10_000;
const LONGEST_NAME = 64;
const AREA_AND_PLACE = /^[A-Z][A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/;
const OFFSET_IN_DISGUISE = /^Etc\//;

/**
 * Whether this is the IANA name of a zone with a place, such as `Africa/Casablanca`, spelled as IANA spells it,
 * or `UTC`. Offsets (`+01:00`, `Etc/GMT-1`) and abbreviations (`CET`) are refused: they know no clock changes.
 */
export function isZone(name: string): boolean {
  return name.length <= LONGEST_NAME && known(name);
}

/** The first instant of a date in a zone; not always 00:00, some clocks change at midnight. */
export function startOfDay(date: IsoDate, zone: string): IsoInstant {
  return dayStart(date, zone);
}

/**
 * The last millisecond of a date in a zone: that of the next day's start, minus one. So a day may last 23 or 25
 * hours. Source: the template's rule that an item is late after 23:59 in the zone of its owner.
 */
export function endOfDay(date: IsoDate, zone: string): IsoInstant {
  return dayEnd(date, zone);
}

/** The date that people in a zone have at an instant. */
export function localDate(instant: IsoInstant, zone: string): IsoDate {
  return dateAt(instant, zone);
}

/**
 * The instant at which clocks in a zone show a time (`HH:MM`) on a date. A time that is skipped when clocks go
 * forward moves on by the gap; of a time that comes twice the first is taken.
 */
export function atLocalTime(date: IsoDate, time: string, zone: string): IsoInstant {
  return timeOn(date, zone, time);
}

/** The time (`HH:MM`) that clocks in a zone show at an instant. */
export function localTime(instant: IsoInstant, zone: string): string {
  return timeAt(instant, zone);
}

const known = remembered((name) => {
  if (name === 'UTC') return true;
  if (!AREA_AND_PLACE.test(name) || OFFSET_IN_DISGUISE.test(name)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId === name;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
});

const dayStart = remembered((date, zone) => written(plainDate(date).toZonedDateTime({ timeZone: zone }).toInstant()));

const dayEnd = remembered((date, zone) => {
  const next = plainDate(date).add({ days: 1 }).toZonedDateTime({ timeZone: zone });
  return written(next.toInstant().subtract({ milliseconds: 1 }));
});

const dateAt = remembered((instant, zone) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString(),
);

const timeOn = remembered((date, zone, time) =>
  written(plainDate(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()),
);

const timeAt = remembered((instant, zone) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }),
);

function plainDate(date: IsoDate): Temporal.PlainDate {
  const { year, month, day } = civilDate(parseDate(date));
  return new Temporal.PlainDate(year, month, day);
}

function written(instant: Temporal.Instant): IsoInstant {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** Keeps the answers of a pure function of texts; the oldest is forgotten when there are too many. */
function remembered<Answer extends string | boolean>(
  ask: (...texts: [string, string, string]) => Answer,
): (...texts: [string, string?, string?]) => Answer {
  const answers = new Map<string, Answer>();
  return (first, second = '', third = '') => {
    const key = `${first}\n${second}\n${third}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(first, second, third);
    answers.set(key, answer);
    if (answers.size > REMEMBERED) answers.delete(answers.keys().next().value ?? key);
    return answer;
  };
}
