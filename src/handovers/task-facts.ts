import type { EntityManager } from 'typeorm';
import type { Actor, Hat } from '../engine/decision.js';
import type { SectionState } from '../engine/handovers/section.js';
import type { TaskFacts } from '../engine/tasks/task.js';
import { prepared } from '../storage/statements.js';

/** What a decision about a task needs, read under the lock of its handover. */
export interface TaskBeforeMove {
  readonly facts: TaskFacts;
  readonly actor: Actor;
  readonly version: number;
  readonly planRevision: number;
  /** Of its section: what is not being drafted may have to be reopened. */
  readonly sectionState: SectionState;
}

type Row = Omit<TaskFacts, 'submittedBy' | 'evidenceCount'> & {
  readonly evidenceCount: number;
  readonly version: number;
  readonly planRevision: number;
  readonly sectionState: SectionState;
  readonly submittedSides: NonNullable<TaskFacts['submittedBy']>['sides'] | null;
  readonly submittedPersons: readonly string[] | null;
  readonly hats: readonly Hat[];
};

/**
 * As whom somebody acts on a task: as in its handover. But what the side that gave up the chair still owes or has to answer,
 * it can do as long as it reads, until the file is closed.
 */
const HATS = `
  CASE WHEN t.state NOT IN ('accepted', 'waived', 'committed') AND (t.owner IN ('outgoing', 'joint') OR t.accepted_by IN ('outgoing', 'joint'))
    THEN reading_hats($1, $2, $4, gavel_now()) ELSE hats_in_handover($1, $2, $4, gavel_now()) END`;

/** Values: body, handover, task, acting person. */
export const LOAD_TASK = `
  SELECT row_to_json(before) AS before FROM (
  SELECT t.id, t.section_id AS section, t.owner, t.accepted_by AS "acceptedBy", t.mandatory, t.evidence,
    t.blocks_handover AS "blocksHandover", t.state, t.due_on AS due, t.pinned_on AS pinned,
    t.evidence_count AS "evidenceCount", t.fulfilled_at IS NOT NULL AS fulfilled, t.submitted_sides AS "submittedSides",
    t.submitted_persons AS "submittedPersons", t.acceptances, t.waivers, t.agreed_persons AS "agreedPersons",
    t.person_id AS "personId", t.office_id AS "officeId", t.version, t.handover_id AS "handoverId",
    h.state AS "handoverState", h.term_start AS "termStart", h.plan_revision AS "planRevision",
    c.state AS "sectionState",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'state', d.state, 'owner', d.owner, 'acceptedBy', d.accepted_by)
        ORDER BY d.position), '[]')
      FROM task d WHERE d.body_id = t.body_id AND d.handover_id = t.handover_id AND d.id = ANY (t.depends_on)) AS dependencies,
    ${HATS} AS hats
  FROM task t JOIN handover h ON h.body_id = t.body_id AND h.id = t.handover_id
  JOIN section c ON c.body_id = t.body_id AND c.handover_id = t.handover_id AND c.id = t.section_id
  WHERE t.body_id = $1 AND t.handover_id = $2 AND t.id = $3) AS before`;

/** Facts of a task and who acts; null when the handover has no such task. */
export async function loadTask(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  taskId: string,
  personId: string,
): Promise<TaskBeforeMove | null> {
  const [row] = await prepared<{ before: Row }>(em, 'load-task', LOAD_TASK, [bodyId, handoverId, taskId, personId]);
  if (row === undefined) return null;
  const { hats, version, planRevision, sectionState, submittedSides, submittedPersons, ...facts } = row.before;
  const submittedBy =
    submittedSides === null || submittedPersons === null ? null : { sides: submittedSides, persons: submittedPersons };
  return { facts: { ...facts, submittedBy }, actor: { personId, hats }, version, planRevision, sectionState };
}
