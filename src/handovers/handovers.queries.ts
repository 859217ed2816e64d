import type { EntityManager } from 'typeorm';
import type { HandoverState } from '../engine/handovers/handover.js';
import { handoverReadiness, type HandoverReadiness, type ReadinessTask } from '../engine/tasks/readiness.js';
import type { Translated } from '../engine/tasks/template.js';
import type { Anchors, IsoDate, IsoInstant } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import { TASK_COLUMNS, type TaskSummary } from './tasks.queries.js';

/** A handover in a list. */
export interface HandoverSummary {
  readonly id: string;
  readonly title: string;
  readonly state: HandoverState;
  readonly outgoingTermId: string;
  readonly incomingTermId: string;
  readonly handoverDate: IsoDate | null;
  readonly meetingId: string | null;
  readonly tasks: { readonly total: number; readonly settled: number; readonly overdue: number };
}

/** A handover with its sections and tasks. */
export interface HandoverView extends Omit<HandoverSummary, 'tasks'> {
  readonly version: number;
  readonly anchors: Anchors;
  readonly planRevision: number;
  readonly templateId: string;
  readonly templateVersion: string;
  readonly calendars: Readonly<Record<'outgoing' | 'incoming' | 'secretariat', string>>;
  readonly signatures: readonly { readonly side: string; readonly personId: string; readonly at: IsoInstant }[];
  readonly effect: { readonly at: IsoInstant; readonly how: string; readonly reference: string | null } | null;
  readonly sections: readonly { readonly id: string; readonly title: Translated }[];
  readonly tasks: readonly TaskSummary[];
}

const SUMMARY = `
  SELECT h.id, h.title, h.state, h.outgoing_term_id AS "outgoingTermId", h.incoming_term_id AS "incomingTermId",
    h.handover_date AS "handoverDate", h.meeting_id AS "meetingId",
    (SELECT jsonb_build_object('total', count(*),
        'settled', count(*) FILTER (WHERE t.state IN ('accepted', 'waived', 'committed')),
        'overdue', count(*) FILTER (WHERE t.state NOT IN ('accepted', 'waived', 'committed') AND t.due_at < gavel_now()))
      FROM task t WHERE t.body_id = h.body_id AND t.handover_id = h.id) AS tasks
  FROM handover h`;

/**
 * Handovers by id. @param party only those of which this person is a party; null for all.
 */
export async function listHandovers(
  em: EntityManager,
  bodyId: string,
  party: string | null,
  after: string,
  rows: number,
): Promise<HandoverSummary[]> {
  return em.query(
    `${SUMMARY} WHERE h.body_id = $1 AND h.id > $2
       AND ($3::text IS NULL OR jsonb_array_length(reading_hats($1, h.id, $3, gavel_now())) > 0)
     ORDER BY h.id LIMIT $4`,
    [bodyId, after, party, rows],
  );
}

/** Values: body, handover. */
export const FIND_HANDOVER = `
  SELECT h.id, h.title, h.state, h.version, h.outgoing_term_id AS "outgoingTermId",
    h.incoming_term_id AS "incomingTermId", h.handover_date AS "handoverDate", h.meeting_id AS "meetingId",
    jsonb_build_object('HANDOVER_DATE', h.handover_date, 'TERM_START', h.term_start, 'MEETING_START', m.starts_on,
      'MEETING_END', m.ends_on) AS anchors,
    h.plan_revision AS "planRevision", h.template_id AS "templateId", h.template_version AS "templateVersion",
    jsonb_build_object('outgoing', h.outgoing_calendar_id, 'incoming', h.incoming_calendar_id,
      'secretariat', h.secretariat_calendar_id) AS calendars,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('side', s.side, 'personId', s.person_id, 'signedForId', s.signed_for_id,
        'at', iso_instant(s.signed_at)) ORDER BY s.side DESC), '[]')
      FROM signature s WHERE s.body_id = h.body_id AND s.handover_id = h.id AND s.round = h.signing_round) AS signatures,
    CASE WHEN h.effected_at IS NULL THEN NULL
      ELSE jsonb_build_object('at', iso_instant(h.effected_at), 'how', h.effected_how, 'reference', h.effect_reference)
    END AS effect,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title) ORDER BY s.position), '[]')
      FROM section s WHERE s.body_id = h.body_id AND s.handover_id = h.id) AS sections
  FROM handover h LEFT JOIN meeting m ON m.body_id = h.body_id AND m.id = h.meeting_id
  WHERE h.body_id = $1 AND h.id = $2`;

/** Values: body, handover. */
export const FIND_HANDOVER_TASKS = `SELECT ${TASK_COLUMNS} FROM task t WHERE t.body_id = $1 AND t.handover_id = $2 ORDER BY t.position`;

/** One handover whole; null when there is none. */
export async function findHandover(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
): Promise<HandoverView | null> {
  const key = [bodyId, handoverId];
  const [[handover], tasks] = await Promise.all([
    prepared<Omit<HandoverView, 'tasks'>>(em, 'find-handover', FIND_HANDOVER, key),
    prepared<TaskSummary>(em, 'find-handover-tasks', FIND_HANDOVER_TASKS, key),
  ]);
  return handover === undefined ? null : { ...handover, tasks };
}

/** How far each section has come; null when there is no such handover. */
export async function findReadiness(em: EntityManager, bodyId: string, handoverId: string): Promise<HandoverReadiness> {
  const tasks: ReadinessTask[] = await em.query(
    `SELECT section_id AS section, state, evidence, evidence_count AS "evidenceCount"
     FROM task WHERE body_id = $1 AND handover_id = $2 ORDER BY position`,
    [bodyId, handoverId],
  );
  return handoverReadiness(tasks);
}

/** One revision of a plan, with what it changed. */
export interface PlanRevisionView {
  readonly revision: number;
  readonly at: IsoInstant;
  readonly actorId: string;
  readonly cause: string;
  readonly anchors: Anchors;
  readonly difference: object;
}

/** The revisions of a handover's plan, newest first. */
export async function listPlanRevisions(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  before: number | null,
  rows: number,
): Promise<PlanRevisionView[]> {
  return em.query(
    `SELECT revision, iso_instant(at) AS at, actor_id AS "actorId", cause, anchors, difference FROM plan_revision
     WHERE body_id = $1 AND handover_id = $2 AND ($3::int IS NULL OR revision < $3) ORDER BY revision DESC LIMIT $4`,
    [bodyId, handoverId, before, rows],
  );
}

/** Of the handovers that are not over, the first of which `which` is true. */
const first = (which: string): string => `
  SELECT h.id FROM handover h
  WHERE h.body_id = $1 AND h.state NOT IN ('closed', 'cancelled') AND ${which}
  ORDER BY (h.state = 'effected'), h.handover_date, h.id LIMIT 1`;

const CURRENT = `
  SELECT coalesce((${first('jsonb_array_length(reading_hats($1, h.id, $2, gavel_now())) > 0')}),
    (${first('true')})) AS id`;

/** The handover that a person most probably means: one they work in, that is not over, whose day comes first. */
export async function findCurrentHandover(em: EntityManager, bodyId: string, personId: string): Promise<string | null> {
  const [found]: { id: string | null }[] = await em.query(CURRENT, [bodyId, personId]);
  return found?.id ?? null;
}
