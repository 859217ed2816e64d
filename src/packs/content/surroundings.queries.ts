import type { EntityManager } from 'typeorm';
import { prepared } from '../../storage/statements.js';
import type { PackMeeting, PackOffice } from './pack.js';
import type { Programme } from './programme.js';
import type { Stocktaking } from './stocktaking.js';

/** Values: body, handover. What was postponed without a date belongs to whoever chairs when it is held. */
const MEETINGS = `
  SELECT m.id, m.title, m.type, m.place, m.country_id AS "countryId", m.starts_on AS "startsOn", m.ends_on AS "endsOn",
    m.status, m.format, m.id = h.meeting_id IS TRUE AS "isOfHandover",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', coalesce(k.name, c.id)) ORDER BY c.place), '[]')
      FROM jsonb_array_elements_text(m.facts->'coChairs') WITH ORDINALITY AS c (id, place)
      LEFT JOIN member k ON k.body_id = m.body_id AND k.id = c.id) AS "coChairs",
    m.ends_on < (gavel_now() AT TIME ZONE b.zone)::date IS TRUE AS "isOver",
    m.facts->>'note' AS note, nullif(m.facts->>'certainty', 'confirmed') AS certainty,
    coalesce(m.facts->'sources', '[]') AS sources
  FROM handover h
  JOIN body b ON b.id = h.body_id
  JOIN term o ON o.body_id = h.body_id AND o.id = h.outgoing_term_id
  JOIN term i ON i.body_id = h.body_id AND i.id = h.incoming_term_id
  JOIN meeting m ON m.body_id = h.body_id
  WHERE h.body_id = $1 AND h.id = $2 AND m.status <> 'cancelled' AND (m.id = h.meeting_id OR m.starts_on IS NULL
    OR m.facts->>'term' IN (o.id, i.id)
    OR m.facts->>'term' IS NULL AND m.starts_on >= coalesce(o.effective_start, o.planned_start)
      AND m.starts_on <= coalesce(i.effective_end, i.planned_end, m.starts_on))
  ORDER BY m.starts_on NULLS LAST, m.id`;

/** The meetings of the two terms by date; those without one come last. */
export function listPackMeetings(em: EntityManager, bodyId: string, handoverId: string): Promise<PackMeeting[]> {
  return prepared<PackMeeting>(em, 'pack-meetings', MEETINGS, [bodyId, handoverId]);
}

/** Values: body, handover, whether the reader may see addresses. */
const CONTACTS = `
  SELECT o.id, o.name, w.side, CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'name', m.name) END AS member,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'role', r.role, 'language', p.language,
        'mail', CASE WHEN $3 THEN p.mail END) ORDER BY r.role DESC, p.name, p.id), '[]')
      FROM person p
      JOIN role_grant r ON r.body_id = p.body_id AND r.person_id = p.id
        AND r.role = ANY (CASE WHEN w.side = 'secretariat' THEN ARRAY['secretariat'] ELSE ARRAY['lead', 'delegate'] END)
        AND r.from_day <= d.today AND (r.until_day IS NULL OR r.until_day > d.today)
      WHERE p.body_id = o.body_id AND p.office_id = o.id AND (p.left_on IS NULL OR p.left_on > d.today)) AS people
  FROM handover h
  JOIN body b ON b.id = h.body_id
  CROSS JOIN LATERAL (SELECT (gavel_now() AT TIME ZONE b.zone)::date AS today) AS d
  JOIN office o ON o.body_id = h.body_id
  LEFT JOIN member m ON m.body_id = o.body_id AND m.id = o.member_id
  CROSS JOIN LATERAL (
    SELECT 'secretariat' AS side, 3 AS place WHERE o.member_id IS NULL
    UNION ALL SELECT 'outgoing', 1 FROM term_holder t
      WHERE t.body_id = h.body_id AND t.term_id = h.outgoing_term_id AND t.member_id = o.member_id
    UNION ALL SELECT 'incoming', 2 FROM term_holder t
      WHERE t.body_id = h.body_id AND t.term_id = h.incoming_term_id AND t.member_id = o.member_id) AS w
  WHERE h.body_id = $1 AND h.id = $2
  ORDER BY w.place, o.name, o.id`;

/** The offices of both chairs and of the secretariat, with their people. */
export function listPackContacts(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  maySeeAddresses: boolean,
): Promise<PackOffice[]> {
  return prepared<PackOffice>(em, 'pack-contacts', CONTACTS, [bodyId, handoverId, maySeeAddresses]);
}

/** Values: body, handover. The plan that was adopted last before the outgoing term ends is the one it worked on; a meeting that is
 * still to come is nothing done. */
const STOCKTAKING = `
  SELECT a.id AS "planId", a.title, a.content, a.sources,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'area', r.area, 'objective', r.objective, 'action', r.action,
        'text', r.text, 'certainty', r.certainty, 'sources', r.sources,
        'meeting', CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'title', m.title, 'place', m.place,
          'startsOn', m.starts_on, 'endsOn', m.ends_on) END) ORDER BY m.starts_on, r.id), '[]')
      FROM term_result r LEFT JOIN meeting m ON m.body_id = r.body_id AND m.id = r.meeting_id
      WHERE r.body_id = h.body_id AND r.term_id = h.outgoing_term_id AND r.plan_id = a.id
        AND (m.starts_on IS NULL OR m.starts_on <= (gavel_now() AT TIME ZONE b.zone)::date)) AS results
  FROM handover h
  JOIN body b ON b.id = h.body_id
  JOIN term t ON t.body_id = h.body_id AND t.id = h.outgoing_term_id
  JOIN action_plan a ON a.body_id = h.body_id
    AND (a.content->>'adoptedOn')::date <= coalesce(t.effective_end, t.planned_end, h.handover_date, 'infinity')
  WHERE h.body_id = $1 AND h.id = $2
  ORDER BY a.content->>'adoptedOn' DESC, a.id LIMIT 1`;

/** The plan of the body with what the outgoing term did for it; null where the body has none. */
export async function findStocktaking(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
): Promise<Stocktaking | null> {
  return (await prepared<Stocktaking>(em, 'pack-stocktaking', STOCKTAKING, [bodyId, handoverId]))[0] ?? null;
}

const PROGRAMME = `
  SELECT p.term_id AS "termId", p.content, p.sources
  FROM handover h JOIN term_programme p ON p.body_id = h.body_id AND p.term_id = h.incoming_term_id
  WHERE h.body_id = $1 AND h.id = $2`;

/** What the incoming chair means to do; null while nothing is known. */
export async function findProgramme(em: EntityManager, bodyId: string, handoverId: string): Promise<Programme | null> {
  return (await prepared<Programme>(em, 'pack-programme', PROGRAMME, [bodyId, handoverId]))[0] ?? null;
}
