import { dayAfterTerm } from './chair.js';
import { addDays, daysBetween } from '../time/days.js';
import type { Inspection } from '../inspection.js';
import type { RotationEntry } from './rotation-entry.js';
import type { Boundary, Term, TermState } from './term.js';
import type { IsoDate } from '../words.js';

/** An entry with its id and the way its end is printed. */
export interface PlacedEntry extends RotationEntry {
  readonly id: string;
  readonly boundary: Boundary;
}

/** The boundary style that every pair of exactly dated neighbours shows; null when they differ or there is none. */
export function boundaryShown(entries: readonly RotationEntry[]): Boundary | null {
  const seen = new Set(entries.flatMap((entry, at) => boundaryWith(entry, entries[at + 1]) ?? []));
  const [only] = seen;
  return seen.size === 1 && only !== undefined ? only : null;
}

/**
 * Gives each entry its id and its boundary: the body's own style, unless its end and the next start show the other one.
 * (ASEAN prints inclusive dates, yet 24 July 2008 ends one term and begins the next.)
 */
export function place(entries: readonly RotationEntry[], boundary: Boundary): readonly PlacedEntry[] {
  const taken = new Set(entries.flatMap((entry) => entry.key ?? []));
  return entries.map((entry, at) => ({
    ...entry,
    id: entry.key ?? freeId(entry, taken),
    boundary: boundaryWith(entry, entries[at + 1]) ?? boundary,
  }));
}

/** Notes ends before starts, wrong lengths, entries out of order, ids used twice and terms that overlap. */
export function notePlacingProblems(inspect: Inspection, entries: readonly PlacedEntry[]): void {
  const ids = new Set<string>();
  const before: { readonly id: string; readonly days: ExactDays }[] = [];
  for (const entry of entries) {
    if (ids.has(entry.id)) inspect.note(`${entry.path}.key`, `${entry.id} is used by another term`);
    ids.add(entry.id);
    noteLength(inspect, entry);
    const days = exactDays(entry);
    if (days === null) continue;
    const clash = before.find((other) => days.from < other.days.until && other.days.from < days.until);
    const late = before.find((other) => other.days.from > days.from);
    if (clash !== undefined) inspect.note(`${entry.path}.start`, `${entry.id} overlaps with ${clash.id}`);
    else if (late !== undefined) {
      inspect.note(`${entry.path}.start`, `${entry.id} begins before ${late.id}: terms stand in their order`);
    }
    before.push({ id: entry.id, days });
  }
}

/** The terms of a rotation as they stand on a day: what is over, what runs, what is to come. */
export function termsOn(entries: readonly PlacedEntry[], today: IsoDate): readonly Term[] {
  let taken = false;
  return entries.map((entry, at) => {
    const state = stateOn(entry, entries.slice(at + 1), today, taken);
    if (state === 'serving' && entry.certainty !== 'disputed') taken = true;
    return termOf(entry, at + 1, state);
  });
}

function termOf(entry: PlacedEntry, position: number, state: TermState): Term {
  const start = entry.start.date;
  const end = entry.end.date;
  const none = { start: null, end: null };
  const toCome = state === 'proposed' || state === 'confirmed';
  return {
    id: entry.id,
    holders: entry.holders,
    kind: entry.holders.length === 0 ? 'vacancy' : 'regular',
    state,
    position,
    planned: toCome ? { start, end } : state === 'serving' ? { start: null, end } : none,
    effective: toCome ? none : { start, end: state === 'serving' ? null : end },
    label: entry.label,
    boundary: entry.boundary,
    certainty: entry.certainty,
    certaintyNote: entry.certaintyNote,
    precision: { start: entry.start.precision, end: entry.end.precision },
    pauses: [],
    sources: entry.sources,
  };
}

function stateOn(entry: PlacedEntry, later: readonly PlacedEntry[], today: IsoDate, taken: boolean): TermState {
  const until = untilOf(entry);
  const toCome = entry.certainty === 'confirmed' ? 'confirmed' : 'proposed';
  if (until !== null && until <= today) return 'concluded';
  const followed = later.some((other) => other.certainty !== 'disputed' && hasBegun(other, today));
  if (followed && entry.end.precision !== 'day') return 'concluded';
  const begun = entry.start.date !== null && entry.start.date <= today;
  return begun && (!taken || entry.certainty === 'disputed') ? 'serving' : toCome;
}

function hasBegun(entry: PlacedEntry, today: IsoDate): boolean {
  const until = untilOf(entry);
  return (entry.start.date !== null && entry.start.date <= today) || (until !== null && until <= today);
}

function untilOf(entry: PlacedEntry): IsoDate | null {
  return entry.end.date === null ? null : dayAfterTerm(entry.end.date, entry.boundary);
}

function boundaryWith(entry: RotationEntry, next: RotationEntry | undefined): Boundary | null {
  const end = entry.end.precision === 'day' ? entry.end.date : null;
  const start = next?.start.precision === 'day' ? next.start.date : null;
  if (end === null || start === null) return null;
  return start === end ? 'shared_day' : start === addDays(end, 1) ? 'inclusive' : null;
}

function freeId(entry: RotationEntry, taken: Set<string>): string {
  const year = (entry.start.date ?? entry.end.date)?.slice(0, 4) ?? 'undated';
  const who = entry.holders.length === 0 ? 'vacant' : entry.holders.join('-').toLowerCase();
  const plain = `${year}-${who}`;
  let id = plain;
  for (let count = 2; taken.has(id); count += 1) id = `${plain}-${String(count)}`;
  taken.add(id);
  return id;
}

function noteLength(inspect: Inspection, entry: PlacedEntry): void {
  const start = entry.start.date;
  const end = entry.end.date;
  if (start === null || end === null) return;
  const tooShort = entry.boundary === 'shared_day' ? end <= start : end < start;
  if (tooShort) inspect.note(`${entry.path}.end`, `${end} is not after the start, ${start}`);
  const days = daysBetween(start, end);
  if (entry.lengthDays !== null && entry.lengthDays !== days) {
    inspect.note(
      `${entry.path}.lengthDays`,
      `says ${String(entry.lengthDays)}, but from start to end it is ${String(days)}`,
    );
  }
}

interface ExactDays {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/**
 * The days an entry is known to take; null when its start is not known to the day, and for a rival claim, which may
 * overlap with anything. Without a known end it is only known to take its first day.
 */
function exactDays(entry: PlacedEntry): ExactDays | null {
  const from = entry.start.date;
  if (from === null || entry.start.precision !== 'day' || entry.certainty === 'disputed') return null;
  const until = entry.end.precision === 'day' ? untilOf(entry) : null;
  return { from, until: until ?? addDays(from, 1) };
}
