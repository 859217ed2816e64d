import type { EntityManager } from 'typeorm';
import type { Hat } from '../engine/decision.js';
import type { HandoverState } from '../engine/handovers/handover.js';
import type { IsoDate } from '../engine/words.js';
import { prepared } from '../storage/statements.js';

/** A member as a page names it. */
export interface NamedMember {
  readonly id: string;
  readonly name: string;
}

/** A term as the band of the overview and the head of the calendar draw it. */
export interface FramedTerm {
  readonly id: string;
  readonly holders: readonly NamedMember[];
  /** Effective where it is known, else planned. */
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
}

/** What every page of a handover knows of it. */
export interface HandoverFrame {
  readonly id: string;
  readonly title: string;
  readonly state: HandoverState;
  readonly version: number;
  /** Number of the newest entry of its account: what pages show is what stood when this was written. */
  readonly seq: number;
  readonly handoverDate: IsoDate | null;
  readonly outgoing: FramedTerm;
  readonly incoming: FramedTerm;
  readonly meeting: {
    readonly id: string;
    readonly title: string;
    readonly place: string | null;
    readonly startsOn: IsoDate | null;
    readonly endsOn: IsoDate | null;
  } | null;
  /** Whose office hours and days count at each desk. */
  readonly zones: Readonly<Record<'outgoing' | 'incoming' | 'secretariat', string>>;
  /** Today in the zone of the body. */
  readonly today: IsoDate;
  /** As what the reader may speak; empty for an observer. */
  readonly hats: readonly Hat[];
  /** Whether the reader's side is among those that read here: not an observer's, and not one whose days are over. */
  readonly reads: boolean;
  /** How many tasks wait for the reader: theirs to do, or their side's to accept. */
  readonly waiting: number;
  /** How many sections of the pack wait for the reader's side: to decide on, or to mend. */
  readonly sectionsWaiting: number;
}

/** The term on one side of a handover `h`, as a FramedTerm in SQL. */
export const termOf = (side: 'outgoing' | 'incoming'): string => `
  (SELECT jsonb_build_object('id', t.id, 'start', coalesce(t.effective_start, t.planned_start),
      'end', coalesce(t.effective_end, t.planned_end),
      'holders', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY th.position), '[]')
        FROM term_holder th JOIN member m ON m.body_id = th.body_id AND m.id = th.member_id
        WHERE th.body_id = t.body_id AND th.term_id = t.id))
    FROM term t WHERE t.body_id = h.body_id AND t.id = h.${side}_term_id) AS ${side}`;

/** Values: body, handover, reader. */
const FRAME = `
  SELECT h.id, h.title, h.state, h.version,
    (SELECT a.seq::int FROM account a WHERE a.body_id = h.body_id AND a.stream = h.id) AS seq, h.handover_date AS "handoverDate", ${termOf('outgoing')}, ${termOf('incoming')},
    CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'title', m.title, 'place', m.place,
      'startsOn', m.starts_on, 'endsOn', m.ends_on) END AS meeting,
    jsonb_build_object('outgoing', co.definition->>'zone', 'incoming', ci.definition->>'zone',
      'secretariat', cs.definition->>'zone') AS zones,
    (gavel_now() AT TIME ZONE b.zone)::date AS today, mine.hats,
    CASE WHEN jsonb_array_length(mine.hats) > 0 THEN true
      ELSE jsonb_array_length(reading_hats($1, h.id, $3, gavel_now())) > 0 END AS reads,
    (SELECT count(*)::int FROM task t WHERE t.body_id = h.body_id AND t.handover_id = h.id AND (
        t.state IN ('open', 'started', 'returned') AND t.person_id = $3
        OR t.state = 'returned' AND t.person_id IS NULL AND mine.sides @> ARRAY[t.owner]
        OR t.state = 'submitted' AND (mine.sides @> ARRAY[t.accepted_by]
          OR t.accepted_by = 'joint' AND mine.sides && ARRAY['outgoing', 'incoming']))) AS waiting,
    (SELECT count(*)::int FROM section c WHERE c.body_id = h.body_id AND c.handover_id = h.id AND h.state = 'preparing'
      AND (c.state = 'in_review' AND mine.sides @> ARRAY['incoming']
        OR c.state = 'returned' AND mine.sides @> ARRAY['outgoing'])) AS "sectionsWaiting"
  FROM handover h
  JOIN body b ON b.id = h.body_id
  JOIN calendar co ON co.body_id = h.body_id AND co.id = h.outgoing_calendar_id
  JOIN calendar ci ON ci.body_id = h.body_id AND ci.id = h.incoming_calendar_id
  JOIN calendar cs ON cs.body_id = h.body_id AND cs.id = h.secretariat_calendar_id
  LEFT JOIN meeting m ON m.body_id = h.body_id AND m.id = h.meeting_id
  CROSS JOIN LATERAL (SELECT hats_in_handover($1, h.id, $3, gavel_now()) AS hats) AS given
  CROSS JOIN LATERAL (
    SELECT given.hats, ARRAY(SELECT hat->>'side' FROM jsonb_array_elements(given.hats) AS hat) AS sides) AS mine
  WHERE h.body_id = $1 AND h.id = $2`;

/** The frame of a handover for one reader; null when there is no such handover. */
export async function findFrame(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  personId: string,
): Promise<HandoverFrame | null> {
  const [frame] = await prepared<HandoverFrame>(em, 'handover-frame', FRAME, [bodyId, handoverId, personId]);
  return frame ?? null;
}
