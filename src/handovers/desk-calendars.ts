import type { EntityManager } from 'typeorm';
import { openCalendar, openJointCalendar, type Calendar, type CalendarDefinition } from '../engine/time/calendar.js';
import type { Desk } from '../engine/words.js';
import { perDatabase } from '../storage/per-database.js';
import { prepared } from '../storage/statements.js';

/** The calendar in which each desk's working days are counted; the joint desk works when both chairs do. */
export type DeskCalendars = Readonly<Record<Desk, Calendar>>;

/** Which calendar each side of a handover goes by. */
export interface CalendarIds {
  readonly outgoingCalendarId: string;
  readonly incomingCalendarId: string;
  readonly secretariatCalendarId: string;
}

/** Opening a calendar costs more than planning with it, so opened ones are kept, by body, id and version. */
const openedIn = perDatabase(() => new Map<string, Calendar>());
const MOST_KEPT = 500;

const VERSIONS = 'SELECT id, version FROM calendar WHERE body_id = $1 AND id = ANY ($2)';

/** The calendars of a handover as they stand now; null when one of them is not known in the body. */
export async function loadDeskCalendars(
  em: EntityManager,
  bodyId: string,
  ids: CalendarIds,
): Promise<DeskCalendars | null> {
  const wanted = [ids.outgoingCalendarId, ids.incomingCalendarId, ids.secretariatCalendarId];
  const rows = await prepared<{ id: string; version: number }>(em, 'calendar-versions', VERSIONS, [bodyId, wanted]);
  const calendars = new Map<string, Calendar>();
  for (const { id, version } of rows) {
    calendars.set(id, openedIn(em).get(keyOf(bodyId, id, version)) ?? (await open(em, bodyId, id)));
  }
  const [outgoing, incoming, secretariat] = wanted.map((id) => calendars.get(id));
  if (outgoing === undefined || incoming === undefined || secretariat === undefined) return null;
  return { outgoing, incoming, secretariat, joint: openJointCalendar([outgoing, incoming]) };
}

async function open(em: EntityManager, bodyId: string, id: string): Promise<Calendar> {
  const [row]: { version: number; definition: CalendarDefinition }[] = await em.query(
    'SELECT version, definition FROM calendar WHERE body_id = $1 AND id = $2',
    [bodyId, id],
  );
  if (row === undefined) throw new Error('A calendar went away while it was being read');
  const calendar = openCalendar(row.definition);
  const opened = openedIn(em);
  const [oldest] = opened.keys();
  if (opened.size >= MOST_KEPT && oldest !== undefined) opened.delete(oldest);
  opened.set(keyOf(bodyId, id, row.version), calendar);
  return calendar;
}

function keyOf(bodyId: string, id: string, version: number): string {
  return `${bodyId} ${id} ${String(version)}`;
}
