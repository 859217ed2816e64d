import type { EntityManager } from 'typeorm';
import { openCalendar, type Calendar, type CalendarDefinition } from '../engine/time/calendar.js';
import { perDatabase } from '../storage/per-database.js';
import { prepared } from '../storage/statements.js';

/** A calendar as it stands in the database; without its definition where this version is known. */
export type CalendarRow = {
  readonly id: string;
  readonly version: number;
  readonly definition: CalendarDefinition | null;
};

interface Opened {
  readonly version: number;
  readonly calendar: Calendar;
}

/** The calendars of one body that have been opened, and their versions as a statement takes them. */
export interface KnownCalendars {
  readonly versions: readonly { readonly id: string; readonly version: number }[];
  readonly opened: ReadonlyMap<string, Opened>;
}

const CALENDARS = `
  SELECT c.id::text, c.version, CASE WHEN known.version IS NULL THEN c.definition END AS definition
  FROM calendar c
  LEFT JOIN jsonb_to_recordset($3) AS known(id text, version integer) ON known.id = c.id AND known.version = c.version
  WHERE c.body_id = $1 AND c.id = ANY ($2)`;

/** Opening a calendar costs more than asking it, so each is opened once for each of its versions. By body, then by id. */
const bodiesOf = perDatabase(() => new Map<string, ReadonlyMap<string, Opened>>());
const MOST_BODIES = 200;

/** What is known of the calendars of a body, before it is asked how they stand. */
export function knownCalendars(em: EntityManager, bodyId: string): KnownCalendars {
  const opened = bodiesOf(em).get(bodyId) ?? new Map<string, Opened>();
  return { opened, versions: [...opened].map(([id, { version }]) => ({ id, version })) };
}

/** The calendars that were read, opened; what was not known is kept for the next time. */
export function keepCalendars(
  em: EntityManager,
  bodyId: string,
  rows: readonly CalendarRow[],
  { opened }: KnownCalendars,
): ReadonlyMap<string, Calendar> {
  const read = rows.flatMap(({ id, version, definition }): [string, Opened][] => {
    const kept = opened.get(id);
    if (definition !== null) return [[id, { version, calendar: openCalendar(definition) }]];
    return kept === undefined ? [] : [[id, kept]];
  });
  const bodies = bodiesOf(em);
  const [oldest] = bodies.keys();
  if (bodies.size >= MOST_BODIES && oldest !== undefined && !bodies.has(bodyId)) bodies.delete(oldest);
  bodies.set(bodyId, new Map([...opened, ...read]));
  return new Map(read.map(([id, { calendar }]) => [id, calendar]));
}

/** The calendars of offices as they stand now, by id. */
export async function loadCalendars(
  em: EntityManager,
  bodyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Calendar>> {
  if (ids.length === 0) return new Map();
  const known = knownCalendars(em, bodyId);
  const values = [bodyId, ids, JSON.stringify(known.versions)];
  const rows = await prepared<CalendarRow>(em, 'load-office-calendars', CALENDARS, values);
  return keepCalendars(em, bodyId, rows, known);
}
