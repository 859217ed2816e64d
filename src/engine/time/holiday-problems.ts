import { daysInMonth } from './days.js';
import { under, type Fields, type Inspection, type InspectedPeriod } from '../inspection.js';

const COMMON = { kind: true, name: true, source: false, provisional: false, validFrom: false, validTo: false };
const KEYS: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  yearly: { ...COMMON, month: true, day: true },
  easter: { ...COMMON, offset: true },
  dates: { ...COMMON, dates: true },
};
const MOST_DATES = 400;
/** Carnival is 47 days before Easter, Corpus Christi 60 after. More than 80 before could fall into the year before. */
const FARTHEST_BEFORE_EASTER = -80;
const FARTHEST_AFTER_EASTER = 100;
const LEAP_YEAR = 2024;

/** Notes every problem of one holiday rule that came as untrusted JSON. */
export function inspectHolidayRule(inspection: Inspection, input: unknown, path: string): void {
  const kind = kindOf(input);
  const keys = kind === null ? undefined : KEYS[kind];
  if (keys === undefined) {
    inspection.note(under(path, 'kind'), `must be one of ${Object.keys(KEYS).join(', ')}`);
    return;
  }
  const rule = inspection.fields(input, path, keys);
  if (rule === null) return;
  if (rule.name !== undefined) inspection.text(rule.name, under(path, 'name'), 200);
  if (rule.source !== undefined) inspection.text(rule.source, under(path, 'source'), 500);
  if (rule.provisional !== undefined) inspection.yesOrNo(rule.provisional, under(path, 'provisional'));
  const validity = inspection.validity(rule, path);
  if (kind === 'yearly') inspectYearly(inspection, rule, path);
  if (kind === 'easter' && rule.offset !== undefined) {
    inspection.wholeNumber(rule.offset, under(path, 'offset'), FARTHEST_BEFORE_EASTER, FARTHEST_AFTER_EASTER);
  }
  if (kind === 'dates' && rule.dates !== undefined)
    inspectDates(inspection, rule.dates, under(path, 'dates'), validity);
}

function kindOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('kind' in input)) return null;
  return typeof input.kind === 'string' && Object.hasOwn(KEYS, input.kind) ? input.kind : null;
}

function inspectYearly(inspection: Inspection, rule: Fields, path: string): void {
  const month = rule.month === undefined ? null : inspection.wholeNumber(rule.month, under(path, 'month'), 1, 12);
  const longest = month === null ? 31 : daysInMonth(LEAP_YEAR, month);
  if (rule.day !== undefined) inspection.wholeNumber(rule.day, under(path, 'day'), 1, longest);
}

function inspectDates(inspection: Inspection, input: unknown, path: string, validity: InspectedPeriod | null): void {
  const seen = new Set<number>();
  for (const [index, entry] of (inspection.list(input, path, 1, MOST_DATES) ?? []).entries()) {
    const here = `${path}[${String(index)}]`;
    const fields = inspection.fields(entry, here, { date: true, provisional: false });
    if (fields === null) continue;
    if (fields.provisional !== undefined) inspection.yesOrNo(fields.provisional, under(here, 'provisional'));
    const day = fields.date === undefined ? null : inspection.date(fields.date, under(here, 'date'));
    if (day === null) continue;
    if (seen.has(day)) inspection.note(under(here, 'date'), 'is there twice');
    seen.add(day);
    if (validity !== null && (day < validity.first || day > validity.last)) {
      inspection.note(under(here, 'date'), 'lies outside validFrom to validTo and would never hold');
    }
  }
}
