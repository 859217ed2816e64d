import type { EntityManager } from 'typeorm';
import type { PlanChange } from '../engine/plan/re-planning.js';
import type { PlanDifference } from '../engine/plan/plan-difference.js';
import type { Anchors, IsoInstant } from '../engine/words.js';

/** A revision in the list of all. */
export interface RevisionLine {
  readonly revision: number;
  readonly at: IsoInstant;
  /** Null for whoever is not known any more. */
  readonly actorName: string | null;
  /** What brought it about: `created`, a kind of change, or `task` with its id behind. */
  readonly cause: string;
  readonly hasMeetingDate: boolean;
  /** How many tasks got another date, lost theirs or got one. */
  readonly moved: number;
}

const COUNT = (list: string): string => `coalesce(jsonb_array_length(r.difference->'${list}'), 0)`;

const LINE = `
  r.revision, iso_instant(r.at) AS at, p.name AS "actorName", r.cause,
  r.anchors->>'MEETING_START' IS NOT NULL AS "hasMeetingDate",
  ${COUNT('moved')} + ${COUNT('undated')} + ${COUNT('dated')} AS moved`;

const ACTOR = 'LEFT JOIN person p ON p.body_id = r.body_id AND p.id = r.actor_id';

/** The revisions of a plan, newest first. @param before null for the newest of all. */
export function listRevisions(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  before: number | null,
  rows: number,
): Promise<RevisionLine[]> {
  return em.query(
    `SELECT ${LINE} FROM plan_revision r ${ACTOR}
     WHERE r.body_id = $1 AND r.handover_id = $2 AND ($3::int IS NULL OR r.revision < $3)
     ORDER BY r.revision DESC LIMIT $4`,
    [bodyId, handoverId, before, rows],
  );
}

/** One revision, with what it changed and why. */
export interface RevisionView extends RevisionLine {
  readonly anchors: Anchors;
  /** Of the revision before it; null for the first. */
  readonly anchorsBefore: Anchors | null;
  /** Null for the first. */
  readonly difference: PlanDifference | null;
  readonly change: PlanChange | null;
  /** In the words of whoever decided; null where nothing was written, or it was erased. */
  readonly reason: string | null;
  readonly isNewest: boolean;
}

/** Null when there is no such revision. The reason stands in the account, in the entry of the same revision. */
export async function findRevision(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  revision: number,
): Promise<RevisionView | null> {
  const [found]: RevisionView[] = await em.query(
    `SELECT ${LINE}, r.anchors, nullif(r.difference, '{}') AS difference, b.anchors AS "anchorsBefore", e.entry::jsonb->'facts'->'change' AS change,
       t.text AS reason, r.revision = h.plan_revision AS "isNewest"
     FROM plan_revision r ${ACTOR}
     JOIN handover h ON h.body_id = r.body_id AND h.id = r.handover_id
     LEFT JOIN plan_revision b ON b.body_id = r.body_id AND b.handover_id = r.handover_id AND b.revision = r.revision - 1
     LEFT JOIN account_entry e ON e.body_id = r.body_id AND e.stream = r.handover_id AND e.action = 'plan.revised'
       AND (e.entry::jsonb->'facts'->>'revision')::int = r.revision
     LEFT JOIN account_text t ON t.body_id = e.body_id AND t.stream = e.stream AND t.seq = e.seq
     WHERE r.body_id = $1 AND r.handover_id = $2 AND r.revision = $3`,
    [bodyId, handoverId, revision],
  );
  return found ?? null;
}
