import { under } from '../inspection.js';
import type { Inspection } from '../inspection.js';
import { lastDayOfMonth } from '../time/months.js';
import { isTermDate } from './term-gates.js';
import type { Certainty, Precision } from './term.js';
import type { Fact, Facts, IsoDate } from '../words.js';

/** A date as a source gives it: a day, or the first or last day of the month or year it names. */
export interface PrintedDate {
  readonly date: IsoDate | null;
  readonly precision: Precision;
}

/** One term as a rotation file tells it, before it has a place and a state. */
export interface RotationEntry {
  readonly path: string;
  readonly key: string | null;
  readonly holders: readonly string[];
  readonly start: PrintedDate;
  readonly end: PrintedDate;
  readonly certainty: Certainty;
  readonly certaintyNote: string | null;
  readonly label: string | null;
  readonly sources: readonly string[];
  readonly lengthDays: number | null;
  /** What else the file says of the term: ceremony, place, mode, trio, notes. */
  readonly remarks: Facts;
}

const LONG = 2000;
const MOST_HOLDERS = 10;
const MOST_SOURCES = 50;
const ISO_CODE = /^[A-Z]{2}$/;
const KEY = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;
const PRECISIONS: readonly Precision[] = ['day', 'month', 'year', 'approximate', 'unknown'];
const UNKNOWN: PrintedDate = { date: null, precision: 'unknown' };

/** Keys of an entry that names its chair by code alone; true where required. */
const SHORT_KEYS = {
  chair: true,
  start: true,
  end: true,
  certainty: true,
  source: false,
  lengthDays: false,
  place: false,
  mode: false,
  ceremony: false,
  trio: false,
};

/** Keys of an entry that also gives the chair's name and how exactly its dates are known. */
const LONG_KEYS = {
  key: true,
  chairIso: true,
  chair: false,
  region: false,
  start: true,
  startPrecision: true,
  startTrigger: false,
  startPlace: false,
  end: true,
  endPrecision: true,
  planned: false,
  certainty: true,
  sources: false,
  notes: false,
  lengthDays: false,
};
const PLANNED_KEYS = { length: false, end: false, programme: false, handoverMeeting: false };

/** Reads one entry in either shape, noting every problem; null when it is no object at all. */
export function readEntry(inspect: Inspection, value: unknown, path: string): RotationEntry | null {
  const long = typeof value === 'object' && value !== null && Object.hasOwn(value, 'chairIso');
  const fields = inspect.fields(value, path, long ? LONG_KEYS : SHORT_KEYS);
  if (fields === null) return null;
  const at = (key: string): string => under(path, key);
  const planned = readTexts(inspect, fields.planned ?? {}, at('planned'), PLANNED_KEYS);
  const chair = long ? 'chairIso' : 'chair';
  return {
    path,
    key: long ? readKey(inspect, fields.key, at('key')) : null,
    holders: readHolders(inspect, fields[chair], at(chair)),
    start: readDate(inspect, fields.start, fields.startPrecision, at('start'), 'first'),
    end: readDate(inspect, fields.end, fields.endPrecision, at('end'), 'last'),
    ...readCertainty(inspect, fields.certainty, at('certainty')),
    label: planned.programme ?? null,
    sources: long
      ? readSources(inspect, fields.sources, at('sources'))
      : splitSources(inspect, fields.source, at('source')),
    lengthDays: given(fields.lengthDays) ? inspect.wholeNumber(fields.lengthDays, at('lengthDays'), 0, 100_000) : null,
    remarks: {
      ...readRemarks(inspect, fields, path, long),
      ...(Object.keys(planned).length > 0 ? { planned } : {}),
    },
  };
}

function readRemarks(
  inspect: Inspection,
  fields: Readonly<Record<string, unknown>>,
  path: string,
  long: boolean,
): Facts {
  const keys = long ? ['chair', 'region', 'startTrigger', 'startPlace', 'notes'] : ['place', 'mode', 'ceremony'];
  const texts = keys
    .filter((key) => given(fields[key]) && fields[key] !== '')
    .map((key) => [key, inspect.text(fields[key], under(path, key), LONG)] as const);
  const entries: [string, Fact][] = texts.map(([key, text]) => [key, text]);
  if (given(fields.trio)) entries.push(['trio', inspect.wholeNumber(fields.trio, under(path, 'trio'), 1, 1000)]);
  return Object.fromEntries(entries);
}

/** An object of optional texts; absent and null ones are left out. */
export function readTexts(
  inspect: Inspection,
  value: unknown,
  path: string,
  keys: Readonly<Record<string, boolean>>,
): Readonly<Record<string, string>> {
  const fields = inspect.fields(value, path, keys) ?? {};
  const texts = Object.keys(keys).flatMap((key) => {
    const text = given(fields[key]) ? inspect.text(fields[key], under(path, key), LONG) : null;
    return text === null ? [] : [[key, text] as const];
  });
  return Object.fromEntries(texts);
}

/** One code, a list of them for co-chairs, or null for a vacant chair. */
export function readHolders(inspect: Inspection, value: unknown, path: string): readonly string[] {
  if (value === null || value === undefined) return [];
  const many = Array.isArray(value);
  const list = many ? (inspect.list(value, path, 1, MOST_HOLDERS) ?? []) : [value];
  const codes = list.flatMap((each, at) => {
    const here = many ? `${path}[${String(at)}]` : path;
    if (typeof each === 'string' && ISO_CODE.test(each)) return [each];
    inspect.note(here, 'must be a country code of two capital letters');
    return [];
  });
  if (new Set(codes).size < codes.length) inspect.note(path, 'names a holder twice');
  return codes;
}

/** A day, month or year; what is only a month or a year stands for its first or its last day. */
export function readDate(
  inspect: Inspection,
  value: unknown,
  precision: unknown,
  path: string,
  day: 'first' | 'last',
): PrintedDate {
  const stated = PRECISIONS.find((each) => each === precision);
  if (precision !== undefined && stated === undefined) {
    inspect.note(`${path}Precision`, `must be one of ${PRECISIONS.join(', ')}`);
  }
  const printed = value === null || value === undefined ? UNKNOWN : printedDate(value, day);
  if (printed === null) {
    inspect.note(path, 'must be a date that exists in the years 1800 to 2999, written YYYY-MM-DD, YYYY-MM or YYYY');
    return UNKNOWN;
  }
  const vaguer = stated === 'approximate' && printed.precision === 'day';
  if (stated !== undefined && stated !== printed.precision && !vaguer) {
    inspect.note(`${path}Precision`, `says ${stated}, but the date is given as: ${printed.precision}`);
  }
  return vaguer ? { date: printed.date, precision: 'approximate' } : printed;
}

function printedDate(value: unknown, day: 'first' | 'last'): PrintedDate | null {
  if (typeof value !== 'string' || !/^\d{4}(-\d{2}){0,2}$/.test(value)) return null;
  const first = value.length === 4 ? `${value}-01-01` : value.length === 7 ? `${value}-01` : value;
  if (!isTermDate(first)) return null;
  if (value.length === 10) return { date: value, precision: 'day' };
  const last = value.length === 4 ? `${value}-12-31` : lastDayOfMonth(first);
  return { date: day === 'first' ? first : last, precision: value.length === 4 ? 'year' : 'month' };
}

/**
 * "confirmed", alone or before a remark; a claim contested by another is disputed; whatever else is said is a doubt.
 */
function readCertainty(
  inspect: Inspection,
  value: unknown,
  path: string,
): Pick<RotationEntry, 'certainty' | 'certaintyNote'> {
  const text = value === undefined ? null : inspect.text(value, path, LONG);
  if (text === null) return { certainty: 'uncertain', certaintyNote: null };
  if (text === 'confirmed') return { certainty: 'confirmed', certaintyNote: null };
  const disputed = /^(disputed|rival)\b/i.test(text);
  const certainty = disputed ? 'disputed' : /^confirmed[;,:]/.test(text) ? 'confirmed' : 'uncertain';
  return { certainty, certaintyNote: text };
}

function readKey(inspect: Inspection, value: unknown, path: string): string | null {
  if (typeof value === 'string' && KEY.test(value)) return value.toLowerCase();
  return value === undefined ? null : inspect.note(path, 'must be letters, digits and hyphens, at most 40');
}

function readSources(inspect: Inspection, value: unknown, path: string): readonly string[] {
  if (!given(value)) return [];
  const list = inspect.list(value, path, 0, MOST_SOURCES) ?? [];
  return list.flatMap((each, at) => {
    const source = inspect.text(each, `${path}[${String(at)}]`, LONG);
    return source === null ? [] : [source];
  });
}

function splitSources(inspect: Inspection, value: unknown, path: string): readonly string[] {
  const text = given(value) ? inspect.text(value, path, LONG) : null;
  return text === null ? [] : text.split(' ; ');
}

function given(value: unknown): boolean {
  return value !== undefined && value !== null;
}
