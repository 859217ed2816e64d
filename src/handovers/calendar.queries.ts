import type { EntityManager } from 'typeorm';
import type { ReminderLadder } from '../engine/plan/reminders.js';
import type { IsoInstant } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import type { NamedHours } from './days-off.js';
import { loadDeskCalendars, type CalendarIds, type DeskCalendars } from './desk-calendars.js';

/** What a calendar page knows of a handover beside its frame and its tasks. */
export interface CalendarFacts {
  readonly ladder: ReminderLadder;
  readonly calendars: DeskCalendars;
  /** Named office hours of each chair's calendar. */
  readonly hours: Readonly<Record<'outgoing' | 'incoming', readonly NamedHours[]>>;
  /** When work on a task first began, by its id. */
  readonly begun: ReadonlyMap<string, IsoInstant>;
}

const HOURS = (side: 'outgoing' | 'incoming'): string => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('name', o->>'name', 'opens', o->>'opens', 'closes', o->>'closes',
      'validFrom', o->>'validFrom', 'validTo', o->>'validTo', 'provisional', coalesce((o->>'provisional')::boolean, false))), '[]')
    FROM calendar c CROSS JOIN LATERAL jsonb_array_elements(c.definition->'officeHours') AS o
    WHERE c.body_id = h.body_id AND c.id = h.${side}_calendar_id AND o ?& ARRAY['name', 'validFrom', 'validTo'])`;

/** Values: body, handover. */
const HANDOVER = `
  SELECT h.ladder, h.outgoing_calendar_id AS "outgoingCalendarId", h.incoming_calendar_id AS "incomingCalendarId",
    h.secretariat_calendar_id AS "secretariatCalendarId",
    jsonb_build_object('outgoing', ${HOURS('outgoing')}, 'incoming', ${HOURS('incoming')}) AS hours
  FROM handover h WHERE h.body_id = $1 AND h.id = $2`;

/** Values: body, handover. */
const BEGUN = `
  SELECT substr(subject, 6) AS id, iso_instant(min(at)) AS at FROM account_entry
  WHERE body_id = $1 AND stream = $2 AND action = 'task.started' AND subject LIKE 'task:%' GROUP BY subject`;

type HandoverFound = CalendarIds & Pick<CalendarFacts, 'ladder' | 'hours'>;

/** Null when there is no such handover. */
export async function findCalendarFacts(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
): Promise<CalendarFacts | null> {
  const key = [bodyId, handoverId];
  const [[handover], begun] = await Promise.all([
    prepared<HandoverFound>(em, 'calendar-handover', HANDOVER, key),
    prepared<{ id: string; at: IsoInstant }>(em, 'calendar-begun', BEGUN, key),
  ]);
  if (handover === undefined) return null;
  const calendars = await loadDeskCalendars(em, bodyId, handover);
  if (calendars === null) throw new Error('A handover names a calendar that its body does not have');
  const { ladder, hours } = handover;
  return { ladder, hours, calendars, begun: new Map(begun.map(({ id, at }) => [id, at])) };
}
