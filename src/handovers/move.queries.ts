import type { EntityManager } from 'typeorm';
import type { Anchors, Side } from '../engine/words.js';

/** What the pages that move dates know of a handover beyond its frame. */
export interface MovedHandover {
  readonly anchors: Anchors;
  readonly planRevision: number;
  /** The newest entry of its account. */
  readonly seen: number;
  readonly calendars: Readonly<Record<Side, string>>;
  /** The other handovers that hang on the same meeting and have not passed. */
  readonly others: readonly { readonly id: string; readonly title: string }[];
}

const MOVED = `
  SELECT jsonb_build_object('HANDOVER_DATE', h.handover_date, 'TERM_START', h.term_start,
      'MEETING_START', m.starts_on, 'MEETING_END', m.ends_on) AS anchors,
    h.plan_revision AS "planRevision", a.seq::int AS seen,
    jsonb_build_object('outgoing', h.outgoing_calendar_id, 'incoming', h.incoming_calendar_id,
      'secretariat', h.secretariat_calendar_id) AS calendars,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'title', o.title) ORDER BY o.id), '[]') FROM handover o
      WHERE o.body_id = h.body_id AND o.meeting_id = h.meeting_id AND o.id <> h.id
        AND o.state IN ('planned', 'preparing', 'signing', 'signed')) AS others
  FROM handover h
  JOIN account a ON a.body_id = h.body_id AND a.stream = h.id
  LEFT JOIN meeting m ON m.body_id = h.body_id AND m.id = h.meeting_id
  WHERE h.body_id = $1 AND h.id = $2`;

/** Null when there is no such handover. */
export async function findMoved(em: EntityManager, bodyId: string, handoverId: string): Promise<MovedHandover | null> {
  const [found]: MovedHandover[] = await em.query(MOVED, [bodyId, handoverId]);
  return found ?? null;
}

/** A person, with whom they speak for. */
export interface ToldPerson {
  readonly id: string;
  readonly name: string;
  /** Null for the secretariat. */
  readonly member: { readonly id: string; readonly name: string } | null;
}

/** These people by member, those of the secretariat last. */
export function listPeople(em: EntityManager, bodyId: string, personIds: readonly string[]): Promise<ToldPerson[]> {
  return em.query(
    `SELECT p.id, p.name, CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'name', m.name) END AS member
     FROM person p
     JOIN office o ON o.body_id = p.body_id AND o.id = p.office_id
     LEFT JOIN member m ON m.body_id = o.body_id AND m.id = o.member_id
     WHERE p.body_id = $1 AND p.id = ANY ($2) ORDER BY m.name NULLS LAST, p.name, p.id`,
    [bodyId, personIds],
  );
}

/** What handovers are called, by id. */
export async function titlesOf(
  em: EntityManager,
  bodyId: string,
  handoverIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { id: string; title: string }[] = await em.query(
    'SELECT id, title FROM handover WHERE body_id = $1 AND id = ANY ($2)',
    [bodyId, handoverIds],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}
