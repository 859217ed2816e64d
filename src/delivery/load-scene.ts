import type { EntityManager } from 'typeorm';
import type { Calendar } from '../engine/time/calendar.js';
import { BODY_STREAM } from '../storage/database.js';
import { prepared } from '../storage/statements.js';
import { termSettings } from './load-term-settings.js';
import type { Chairs, HandoverNow, Matter, Setting } from './matter.js';
import { knownCalendars, keepCalendars, type CalendarRow } from './office-calendars.js';
import { READERS, TODAY, type Reader } from './readers.js';
import { HANDOVERS } from './settings-sql.js';

/** Messages of the ledger with all they speak of, and the people named by them. */
export interface Scene {
  readonly matters: ReadonlyMap<string, Matter>;
  /** Those who were asked for, or are named, and have not left. */
  readonly named: ReadonlyMap<string, Reader>;
  /** Of those people's offices and of the sides, by id. */
  readonly calendars: ReadonlyMap<string, Calendar>;
}

/**
 * Everything in one statement, which is one round trip and one moment. Messages come with their task, dates of a plan
 * with the date that the task has by now; then the handovers, the people, and those calendars that are not known yet.
 */
const SCENE = `
  WITH clock AS MATERIALIZED (SELECT gavel_now() AS now),
  messages AS MATERIALIZED (
    SELECT n.body_id::text AS "bodyId", n.id, n.stream::text, n.kind, n.subject, n.rung, n.for_due::text AS "forDue",
      n.audience, n.recipient_id::text AS "recipientId", n.urgent, n.facts, n.plan_revision AS "planRevision",
      iso_instant(n.due_at) AS "dueAt", n.due_at <= clock.now AS "isDue", n.state, n.reason,
      CASE WHEN n.state = 'owed' THEN coalesce((SELECT array_agg(d.recipient_id::text) FROM delivery_item i
        JOIN delivery d ON d.body_id = i.body_id AND d.id = i.delivery_id
        WHERE i.body_id = n.body_id AND i.notification_id = n.id AND i.state IN ('waiting', 'sent')), '{}')
        ELSE '{}' END AS told,
      CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'title', t.title, 'state', t.state, 'owner', t.owner,
        'acceptedBy', t.accepted_by, 'compressed', t.compressed, 'due', t.due_on, 'dueAt', iso_instant(t.due_at),
        'personId', t.person_id, 'officeId', t.office_id, 'fulfilled', t.fulfilled_at IS NOT NULL) END AS task,
      t.person_id::text AS holder,
      CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'title', s.title, 'state', s.state,
        'reviewDueOn', s.review_due_on) END AS section,
      CASE WHEN jsonb_typeof(n.facts->'dates') = 'array' THEN
        (SELECT coalesce(json_agg(json_build_object('id', m.id, 'title', m.title, 'from', dates.from, 'to', dates.to,
            'now', m.due_on) ORDER BY m.due_on, m.position), '[]')
          FROM jsonb_to_recordset(n.facts->'dates') AS dates(task text, "from" date, "to" date)
          JOIN task m ON m.body_id = n.body_id AND m.handover_id = n.stream AND m.id = dates.task)
        ELSE '[]' END AS moved
    FROM clock CROSS JOIN notification n
    LEFT JOIN task t ON t.body_id = n.body_id AND t.handover_id = n.stream AND t.id = n.task_id
    LEFT JOIN section s ON s.body_id = n.body_id AND s.handover_id = n.stream
      AND s.id = CASE WHEN n.subject LIKE 'section:%' THEN substr(n.subject, 9) END
    WHERE n.body_id = $1 AND n.id = ANY ($2)),
  handovers AS MATERIALIZED (${HANDOVERS} h.id = ANY (ARRAY(SELECT DISTINCT stream FROM messages))),
  ${TODAY},
  people AS MATERIALIZED (
    ${READERS} AND p.id = ANY (ARRAY(
      SELECT unnest($3::text[]) UNION SELECT "recipientId" FROM messages UNION SELECT holder FROM messages))),
  calendars AS (
    SELECT c.id::text, c.version, CASE WHEN known.version IS NULL THEN c.definition END AS definition
    FROM calendar c LEFT JOIN jsonb_to_recordset($4) AS known(id text, version integer)
      ON known.id = c.id AND known.version = c.version
    WHERE c.body_id = $1 AND c.id = ANY (ARRAY(
      SELECT "calendarId" FROM people UNION SELECT "outgoingCalendarId" FROM handovers
      UNION SELECT "incomingCalendarId" FROM handovers UNION SELECT "secretariatCalendarId" FROM handovers)))
  SELECT (SELECT coalesce(json_agg(row_to_json(m)), '[]') FROM messages m) AS messages,
    (SELECT coalesce(json_agg(row_to_json(h)), '[]') FROM handovers h) AS handovers,
    (SELECT coalesce(json_agg(row_to_json(p)), '[]') FROM people p) AS people,
    (SELECT coalesce(json_agg(row_to_json(c)), '[]') FROM calendars c) AS calendars`;

type MessageRow = Omit<Matter, 'handover' | 'chairs'>;

type SceneRow = {
  readonly messages: readonly MessageRow[];
  readonly handovers: readonly (HandoverNow & Chairs)[];
  readonly people: readonly Reader[];
  readonly calendars: readonly CalendarRow[];
};

const NO_SETTING: Setting = { handover: null, chairs: { outgoing: [], incoming: [] } };

/**
 * Reads messages of the ledger again, with how everything that they speak of stands at this moment.
 * @param persons to be read in any case, beside those whom the messages name.
 */
export async function loadScene(
  em: EntityManager,
  bodyId: string,
  ids: readonly string[],
  persons: readonly string[] = [],
): Promise<Scene> {
  const known = knownCalendars(em, bodyId);
  const values = [bodyId, ids, persons, JSON.stringify(known.versions)];
  const [row] = await prepared<SceneRow>(em, 'load-scene', SCENE, values);
  if (row === undefined) throw new Error('A statement that always gives one row gave none');
  const settings = new Map<string, Setting>(
    row.handovers.map(({ outgoing, incoming, ...handover }) => [
      handover.id,
      { handover, chairs: { outgoing, incoming } },
    ]),
  );
  const ofTerms = await termSettings(em, bodyId, row.messages.flatMap(termOf));
  const settingOf = (message: MessageRow): Setting =>
    settings.get(message.stream) ?? ofTerms.get(termOf(message)[0] ?? '') ?? NO_SETTING;
  return {
    matters: new Map(row.messages.map((message) => [message.id, { ...message, ...settingOf(message) }])),
    named: new Map(row.people.map((reader) => [reader.id, reader])),
    calendars: keepCalendars(em, bodyId, row.calendars, known),
  };
}

/** The term that a message in the body's own account is about. */
function termOf({ stream, subject }: MessageRow): string[] {
  return stream === BODY_STREAM && subject.startsWith('term:') ? [subject.slice('term:'.length)] : [];
}
