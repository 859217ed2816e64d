import type { EntityManager } from 'typeorm';
import type { TermState } from '../engine/terms/term.js';
import type { IsoDate } from '../engine/words.js';
import type { NamedMember } from './handover-frame.queries.js';

/** A term that a new handover can end or begin. */
export interface OfferedTerm {
  readonly id: string;
  readonly state: TermState;
  readonly position: number;
  readonly holders: readonly NamedMember[];
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
}

/** A meeting at which the chair can be handed over. */
export interface OfferedMeeting {
  readonly id: string;
  readonly title: string;
  readonly place: string | null;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
}

/** One version of a template. */
export interface OfferedTemplate {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly tasks: number;
}

/** Everything that a new handover can be made of. */
export interface Offer {
  readonly today: IsoDate;
  readonly outgoing: readonly OfferedTerm[];
  readonly incoming: readonly OfferedTerm[];
  readonly meetings: readonly OfferedMeeting[];
  readonly templates: readonly OfferedTemplate[];
}

/** More than anyone chooses from. */
const MOST = 200;

const TERMS = (states: string, side: 'outgoing' | 'incoming'): string => `
  SELECT t.id, t.state, t.position::float8 AS position, coalesce(t.effective_start, t.planned_start) AS start,
    coalesce(t.effective_end, t.planned_end) AS end,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY th.position), '[]')
      FROM term_holder th JOIN member m ON m.body_id = th.body_id AND m.id = th.member_id
      WHERE th.body_id = t.body_id AND th.term_id = t.id) AS holders
  FROM term t
  WHERE t.body_id = $1 AND t.kind <> 'vacancy' AND t.state IN (${states})
    AND NOT EXISTS (SELECT 1 FROM handover h
      WHERE h.body_id = t.body_id AND h.${side}_term_id = t.id AND h.state <> 'cancelled')
  ORDER BY t.position, t.id LIMIT ${String(MOST)}`;

const MEETINGS = `
  SELECT id, title, place, starts_on AS "startsOn", ends_on AS "endsOn" FROM meeting
  WHERE body_id = $1 AND status IN ('announced', 'postponed') AND (ends_on IS NULL OR ends_on >= $2)
  ORDER BY starts_on NULLS LAST, id LIMIT ${String(MOST)}`;

const TEMPLATES = `
  SELECT id, version, content->'template'->>'title' AS title, jsonb_array_length(content->'items') AS tasks
  FROM template WHERE body_id = $1 ORDER BY added_at DESC, id, version LIMIT ${String(MOST)}`;

/** What a new handover of a body can be made of now; null when there is no such body. */
export async function findOffer(em: EntityManager, bodyId: string): Promise<Offer | null> {
  const [body]: { today: IsoDate }[] = await em.query(
    'SELECT (gavel_now() AT TIME ZONE zone)::date AS today FROM body WHERE id = $1',
    [bodyId],
  );
  if (body === undefined) return null;
  return {
    today: body.today,
    outgoing: await em.query(TERMS(`'proposed', 'confirmed', 'serving', 'suspended'`, 'outgoing'), [bodyId]),
    incoming: await em.query(TERMS(`'proposed', 'confirmed'`, 'incoming'), [bodyId]),
    meetings: await em.query(MEETINGS, [bodyId, body.today]),
    templates: await em.query(TEMPLATES, [bodyId]),
  };
}
