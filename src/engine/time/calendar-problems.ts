import { dayNumber, FIRST_DAY, formatDate, LAST_DAY, weekdayOf } from './days.js';
import { inspectHolidayRule } from './holiday-problems.js';
import { holdsOn, openHolidays, periodOf, type HolidayRule, type Validity } from './holidays.js';
import { Inspection, under, type Fields, type InspectedPeriod, type Problem } from '../inspection.js';
import { MOST_DAYS_OFF } from './working-days.js';
import { isZone } from './zones.js';

const KEYS = { id: true, name: true, zone: true, weekend: true, officeHours: true, holidays: true, sources: true };
const HOURS_KEYS = { opens: true, closes: true, validFrom: false, validTo: false, name: false, provisional: false };
const ID = /^[A-Za-z0-9-]{1,40}$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const MOST_RULES = 200;

/**
 * Every problem of a calendar definition that came as untrusted JSON; none means that `openCalendar` may have it.
 * Weekends and office hours must hold on every day without a gap, and a working day must come at least every 400
 * days from 1970 to 2100, so that nobody waits for one in vain.
 */
export function calendarProblems(input: unknown): Problem[] {
  const inspection = new Inspection();
  const fields = inspection.fields(input, '', KEYS);
  if (fields === null) return inspection.problems;
  inspectHead(inspection, fields);
  if (fields.weekend !== undefined) inspectWeekend(inspection, fields.weekend);
  if (fields.officeHours !== undefined) inspectOfficeHours(inspection, fields.officeHours);
  if (fields.holidays !== undefined) {
    for (const [index, rule] of (inspection.list(fields.holidays, 'holidays', 0, MOST_RULES) ?? []).entries()) {
      inspectHolidayRule(inspection, rule, `holidays[${String(index)}]`);
    }
  }
  if (inspection.problems.length === 0) inspectWorkingDays(inspection, input);
  return inspection.problems;
}

function inspectHead(inspection: Inspection, { id, name, zone, sources }: Fields): void {
  if (id !== undefined && (typeof id !== 'string' || !ID.test(id))) {
    inspection.note('id', 'must be 1 to 40 letters, digits and hyphens');
  }
  if (name !== undefined) inspection.text(name, 'name', 200);
  if (zone !== undefined && (typeof zone !== 'string' || !isZone(zone))) {
    inspection.note('zone', 'must be the IANA name of a time zone, such as Africa/Casablanca');
  }
  if (sources === undefined) return;
  for (const [index, source] of (inspection.list(sources, 'sources', 1, 50) ?? []).entries()) {
    inspection.text(source, `sources[${String(index)}]`, 500);
  }
}

function inspectWeekend(inspection: Inspection, input: unknown): void {
  inspectPeriods(inspection, input, 'weekend', { days: true, validFrom: false, validTo: false }, (rule, path) => {
    const days = rule.days === undefined ? null : inspection.list(rule.days, under(path, 'days'), 1, 7);
    if (days === null) return;
    const known = days.filter((day) => typeof day === 'number' && Number.isInteger(day) && day >= 1 && day <= 7);
    if (known.length < days.length || new Set(known).size < known.length) {
      inspection.note(under(path, 'days'), 'must be different weekdays from 1 (Monday) to 7 (Sunday)');
    } else if (known.length === 7) inspection.note(under(path, 'days'), 'must leave a working day in the week');
  });
}

function inspectOfficeHours(inspection: Inspection, input: unknown): void {
  inspectPeriods(inspection, input, 'officeHours', HOURS_KEYS, (rule, path) => {
    if (rule.name !== undefined) inspection.text(rule.name, under(path, 'name'), 200);
    if (rule.provisional !== undefined) inspection.yesOrNo(rule.provisional, under(path, 'provisional'));
    const [opens, closes] = [rule.opens, rule.closes].map((time) => typeof time === 'string' && TIME.test(time));
    if (rule.opens !== undefined && !opens) inspection.note(under(path, 'opens'), 'must be a time from 00:00 to 23:59');
    if (rule.closes !== undefined && !closes)
      inspection.note(under(path, 'closes'), 'must be a time from 00:00 to 23:59');
    if (opens && closes && String(rule.opens) >= String(rule.closes)) {
      inspection.note(under(path, 'closes'), 'must be later than opens, on the same day');
    }
  });
}

/** Rules with a validity that together must hold on every day. */
function inspectPeriods(
  inspection: Inspection,
  input: unknown,
  path: string,
  keys: Readonly<Record<string, boolean>>,
  inspectRule: (rule: Fields, path: string) => void,
): void {
  const rules = inspection.list(input, path, 1, MOST_RULES);
  if (rules === null) return;
  const periods: InspectedPeriod[] = [];
  for (const [index, entry] of rules.entries()) {
    const here = `${path}[${String(index)}]`;
    const rule = inspection.fields(entry, here, keys);
    if (rule === null) continue;
    inspectRule(rule, here);
    const period = inspection.validity(rule, here);
    if (period !== null) periods.push(period);
  }
  // Asked only when every rule could be read: a broken one would look like a gap as well.
  if (periods.length === rules.length) inspectGap(inspection, periods, path);
}

function inspectGap(inspection: Inspection, periods: readonly InspectedPeriod[], path: string): void {
  let needed = FIRST_DAY;
  for (const { first, last } of [...periods].sort((one, other) => (one.first < other.first ? -1 : 1))) {
    if (first > needed) break;
    needed = Math.max(needed, last + 1);
  }
  if (needed <= LAST_DAY) inspection.note(path, `must hold on every day, and nothing holds on ${formatDate(needed)}`);
}

function inspectWorkingDays(inspection: Inspection, input: unknown): void {
  // Sound as far as inspected: no problem was found in any field.
  const { weekend, holidays } = input as {
    readonly weekend: readonly (Validity & { readonly days: readonly number[] })[];
    readonly holidays: readonly HolidayRule[];
  };
  const weekends = weekend.map((rule) => ({ ...periodOf(rule), days: rule.days }));
  const holidayOn = openHolidays(holidays);
  const isOff = (day: number): boolean =>
    holidayOn(day) !== null || weekends.findLast((rule) => holdsOn(rule, day))?.days.includes(weekdayOf(day)) === true;
  // From the last working day of a window to the next window: few days are asked for, none too long a gap is missed.
  let start = dayNumber(1970, 1, 1);
  while (start < dayNumber(2101, 1, 1)) {
    let day = start + MOST_DAYS_OFF;
    while (day >= start && isOff(day)) day -= 1;
    if (day < start) {
      const from = formatDate(start);
      inspection.note('holidays', `leave no working day for more than ${String(MOST_DAYS_OFF)} days from ${from} on`);
      return;
    }
    start = day + 1;
  }
}
