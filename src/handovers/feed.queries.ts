import type { EntityManager } from 'typeorm';
import type { IsoDate, IsoInstant } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import { findFrame, type HandoverFrame } from './handover-frame.queries.js';
import type { MeetingStatus } from './handovers.entity.js';
import { listPageTasks, type PageTask } from './page-tasks.queries.js';

/** What a feed tells of, as it stands now. */
export interface FeedFacts {
  readonly frame: HandoverFrame;
  readonly tasks: readonly PageTask[];
  /** Null where no meeting is linked. */
  readonly meeting: { readonly version: number; readonly status: MeetingStatus } | null;
  /** When dates of the whole were last planned. */
  readonly plannedAt: IsoInstant;
  /** When each task was last changed, by its id; the meeting by `meeting`, the passing of the chair by `passing`. */
  readonly changedAt: ReadonlyMap<string, IsoInstant>;
  /** The last dates of what has none any more. */
  readonly former: {
    readonly meeting: { readonly from: IsoDate; readonly until: IsoDate } | null;
    readonly passing: IsoDate | null;
    readonly tasks: Readonly<Record<string, IsoDate>>;
  };
}

/** Values: body, handover. */
const HANDOVER = `
  SELECT CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('version', m.version, 'status', m.status) END AS meeting,
    (SELECT iso_instant(max(at)) FROM plan_revision r WHERE r.body_id = h.body_id AND r.handover_id = h.id) AS "plannedAt",
    (SELECT jsonb_build_object('from', r.anchors->>'MEETING_START', 'until', r.anchors->>'MEETING_END') FROM plan_revision r
      WHERE r.body_id = h.body_id AND r.handover_id = h.id AND r.anchors->>'MEETING_START' IS NOT NULL
      ORDER BY r.revision DESC LIMIT 1) AS "formerMeeting",
    (SELECT r.anchors->>'HANDOVER_DATE' FROM plan_revision r
      WHERE r.body_id = h.body_id AND r.handover_id = h.id AND r.anchors->>'HANDOVER_DATE' IS NOT NULL
      ORDER BY r.revision DESC LIMIT 1) AS "formerPassing",
    (SELECT coalesce(jsonb_object_agg(u->>'taskId', u->>'from' ORDER BY r.revision), '{}') FROM plan_revision r
      CROSS JOIN LATERAL jsonb_array_elements(coalesce(r.difference->'undated', '[]')) AS u
      WHERE r.body_id = h.body_id AND r.handover_id = h.id) AS "formerTasks"
  FROM handover h LEFT JOIN meeting m ON m.body_id = h.body_id AND m.id = h.meeting_id
  WHERE h.body_id = $1 AND h.id = $2`;

/** Values: body, handover. What is told of the meeting in the account of the body is told by its name there. */
const CHANGED = `
  SELECT id, iso_instant(max(at)) AS at FROM (
    SELECT substr(e.subject, 6) AS id, e.at FROM account_entry e
      WHERE e.body_id = $1 AND e.stream = $2 AND e.subject LIKE 'task:%'
    UNION ALL
    SELECT 'passing', e.at FROM account_entry e
      WHERE e.body_id = $1 AND e.stream = $2 AND e.subject = 'handover:' || $2
    UNION ALL
    SELECT d->>'taskId', r.at FROM plan_revision r
      CROSS JOIN LATERAL jsonb_array_elements(coalesce(r.difference->'moved', '[]')
        || coalesce(r.difference->'dated', '[]') || coalesce(r.difference->'undated', '[]')) AS d
      WHERE r.body_id = $1 AND r.handover_id = $2
    UNION ALL
    SELECT 'meeting', e.at FROM handover h
      JOIN account_entry e ON e.body_id = h.body_id AND e.stream = 'body' AND e.subject = 'meeting:' || h.meeting_id
      WHERE h.body_id = $1 AND h.id = $2) AS changes
  GROUP BY id`;

interface HandoverFound extends Pick<FeedFacts, 'meeting' | 'plannedAt'> {
  readonly formerMeeting: { readonly from: IsoDate; readonly until: IsoDate } | null;
  readonly formerPassing: IsoDate | null;
  readonly formerTasks: Readonly<Record<string, IsoDate>>;
}

/** Null when there is no such handover. */
export async function findFeedFacts(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  personId: string,
): Promise<FeedFacts | null> {
  const key = [bodyId, handoverId];
  const [frame, tasks, [found], changes] = await Promise.all([
    findFrame(em, bodyId, handoverId, personId),
    listPageTasks(em, bodyId, handoverId),
    prepared<HandoverFound>(em, 'feed-handover', HANDOVER, key),
    prepared<{ id: string; at: IsoInstant }>(em, 'feed-changes', CHANGED, key),
  ]);
  if (frame === null || found === undefined) return null;
  const { meeting, plannedAt, formerMeeting, formerPassing, formerTasks } = found;
  const former = { meeting: formerMeeting, passing: formerPassing, tasks: formerTasks };
  return { frame, tasks, meeting, plannedAt, changedAt: new Map(changes.map(({ id, at }) => [id, at])), former };
}

const MADE = `
  SELECT iso_instant(made_at) AS "madeAt" FROM calendar_feed
  WHERE body_id = $1 AND handover_id = $2 AND person_id = $3 AND revoked_at IS NULL`;

/** Since when somebody has had an address for a handover; null when they have none. */
export async function feedMadeAt(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  personId: string,
): Promise<IsoInstant | null> {
  const [row] = await prepared<{ madeAt: IsoInstant }>(em, 'feed-made', MADE, [bodyId, handoverId, personId]);
  return row?.madeAt ?? null;
}
