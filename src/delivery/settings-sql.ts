/** Those who hold a term, as a column. */
export const HOLDERS = (term: string): string => `
  (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY th.position), '[]')
    FROM term_holder th JOIN member m ON m.body_id = th.body_id AND m.id = th.member_id
    WHERE th.body_id = $1 AND th.term_id = ${term})`;

/** Handovers of the body $1 as messages are set in them; ends in an open condition. */
export const HANDOVERS = `
  SELECT h.id::text, h.title, h.state, h.plan_revision AS "planRevision", h.handover_date::text AS date, h.ladder,
    h.outgoing_calendar_id::text AS "outgoingCalendarId", h.incoming_calendar_id::text AS "incomingCalendarId",
    h.secretariat_calendar_id::text AS "secretariatCalendarId",
    ${HOLDERS('h.outgoing_term_id')} AS outgoing, ${HOLDERS('h.incoming_term_id')} AS incoming
  FROM handover h WHERE h.body_id = $1 AND`;
