import type { EntityManager } from 'typeorm';
import type { TaskState } from '../engine/tasks/task.js';
import type { Translated } from '../engine/tasks/template.js';
import type { Desk, Evidence, IsoDate, IsoInstant, Marking } from '../engine/words.js';
import { prepared } from '../storage/statements.js';

/** A task in a list. */
export interface TaskSummary {
  readonly handoverId: string;
  readonly id: string;
  readonly section: string;
  readonly title: Translated;
  readonly owner: Desk;
  readonly acceptedBy: Desk | null;
  readonly officeId: string | null;
  readonly personId: string | null;
  readonly mandatory: boolean;
  readonly evidence: Evidence;
  readonly evidenceCount: number;
  readonly state: TaskState;
  readonly dueOn: IsoDate | null;
  /** The end of that day at the owner's desk. */
  readonly dueAt: IsoInstant | null;
  readonly compressed: boolean;
  readonly pinnedOn: IsoDate | null;
  readonly dependsOn: readonly string[];
  readonly version: number;
}

/** The columns of a task `t` as a TaskSummary names them. */
export const TASK_COLUMNS = `
  t.handover_id AS "handoverId", t.id, t.section_id AS section, t.title, t.owner, t.accepted_by AS "acceptedBy",
  t.office_id AS "officeId", t.person_id AS "personId", t.mandatory, t.evidence, t.evidence_count AS "evidenceCount",
  t.state, t.due_on AS "dueOn", iso_instant(t.due_at) AS "dueAt", t.compressed, t.pinned_on AS "pinnedOn",
  t.depends_on AS "dependsOn", t.version`;

/** Which tasks of a handover; what is left out does not narrow the list. */
export interface TaskFilter {
  readonly state?: string | undefined;
  readonly owner?: string | undefined;
  readonly section?: string | undefined;
  readonly person?: string | undefined;
}

/** Tasks of a handover with their place in the checklist, in its order. */
export async function listTasks(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  filter: TaskFilter,
  afterPosition: number,
  rows: number,
): Promise<(TaskSummary & { readonly position: number })[]> {
  return em.query(
    `SELECT ${TASK_COLUMNS}, t.position FROM task t
     WHERE t.body_id = $1 AND t.handover_id = $2 AND t.position > $3 AND ($4::text IS NULL OR t.state = $4)
       AND ($5::text IS NULL OR t.owner = $5) AND ($6::text IS NULL OR t.section_id = $6)
       AND ($7::text IS NULL OR t.person_id = $7)
     ORDER BY t.position LIMIT $8`,
    [bodyId, handoverId, afterPosition, filter.state, filter.owner, filter.section, filter.person, rows],
  );
}

/** What shows that a task is done: a link, or a document kept here. */
export interface EvidencePiece {
  readonly id: string;
  readonly title: string;
  /** An https or mailto address; of a document kept here its path in this installation. */
  readonly reference: string;
  readonly language: string | null;
  readonly marking: Marking;
  readonly addedBy: string;
  readonly addedByName: string;
  readonly addedAt: IsoInstant;
  /** Of a document kept here its newest version; null for a link. */
  readonly file: {
    readonly version: number;
    readonly bytes: number;
    readonly mediaType: string;
    readonly fileName: string;
    readonly sentBy: string;
    readonly sentByName: string;
    readonly sentAt: IsoInstant;
  } | null;
}

/** A task with all that belongs to it. */
export interface TaskView extends TaskSummary {
  readonly description: string;
  readonly evidenceKind: string;
  readonly marking: Marking;
  readonly blocksHandover: boolean;
  readonly stateSince: IsoInstant;
  readonly dueRule: { readonly anchor: string; readonly offset: number; readonly unit: string };
  /** Why the date is what it is: see PlanReason in the engine. */
  readonly dueBecause: object | null;
  readonly committedOn: IsoDate | null;
  readonly acceptances: readonly string[];
  readonly waivers: readonly string[];
  readonly pieces: readonly EvidencePiece[];
  readonly comments: readonly {
    readonly id: string;
    readonly authorId: string;
    readonly at: IsoInstant;
    readonly text: string;
  }[];
}

/**
 * One task; null when the handover has none such. Comments are the newest hundred, oldest first.
 * @param inside whether the reader works in the handover; from outside only public documents are seen, and no comments.
 */
export async function findTask(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  taskId: string,
  inside: boolean,
): Promise<TaskView | null> {
  const [task]: TaskView[] = await em.query(
    `SELECT ${TASK_COLUMNS}, t.description, t.evidence_kind AS "evidenceKind", t.marking,
       t.blocks_handover AS "blocksHandover", iso_instant(t.state_since) AS "stateSince",
       jsonb_build_object('anchor', t.due_anchor, 'offset', t.due_offset, 'unit', t.due_unit) AS "dueRule",
       t.due_because AS "dueBecause", t.committed_on AS "committedOn", t.acceptances, t.waivers,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title, 'reference', e.reference,
           'language', e.language, 'marking', e.marking, 'addedBy', e.added_by, 'addedByName', p.name,
           'addedAt', iso_instant(e.added_at), 'file', CASE WHEN v.number IS NULL THEN NULL ELSE jsonb_build_object(
             'version', v.number, 'bytes', v.bytes, 'mediaType', v.media_type, 'fileName', v.file_name,
             'sentBy', v.sent_by, 'sentByName', s.name, 'sentAt', iso_instant(v.sent_at)) END)
           ORDER BY e.added_at, e.id), '[]')
         FROM evidence e
         JOIN person p ON p.body_id = e.body_id AND p.id = e.added_by
         LEFT JOIN document d ON d.body_id = e.body_id AND d.handover_id = e.handover_id AND d.task_id = e.task_id
           AND d.id = e.id
         LEFT JOIN document_version v ON v.body_id = d.body_id AND v.handover_id = d.handover_id
           AND v.task_id = d.task_id AND v.document_id = d.id AND v.number = d.newest
         LEFT JOIN person s ON s.body_id = v.body_id AND s.id = v.sent_by
         WHERE e.body_id = t.body_id AND e.handover_id = t.handover_id AND e.task_id = t.id
           AND e.removed_at IS NULL AND ($4 OR e.marking = 'public')) AS pieces,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'authorId', c.author_id, 'at', iso_instant(c.at),
           'text', c.text) ORDER BY c.at, c.id), '[]')
         FROM (SELECT * FROM task_comment c WHERE c.body_id = t.body_id AND c.handover_id = t.handover_id
             AND c.task_id = t.id AND $4 ORDER BY c.at DESC, c.id DESC LIMIT 100) AS c) AS comments
     FROM task t WHERE t.body_id = $1 AND t.handover_id = $2 AND t.id = $3`,
    [bodyId, handoverId, taskId, inside],
  );
  return task ?? null;
}

/** Values: body, person. */
export const TASKS_OF = `
  SELECT ${TASK_COLUMNS} FROM task t
  JOIN handover h ON h.body_id = t.body_id AND h.id = t.handover_id AND h.state NOT IN ('closed', 'cancelled')
  CROSS JOIN LATERAL (
    SELECT array_agg(hat->>'side') AS sides FROM jsonb_array_elements(hats_in_handover($1, h.id, $2, gavel_now())) AS hat
  ) AS mine
  WHERE t.body_id = $1 AND (
      t.state IN ('open', 'started', 'returned') AND (
        t.person_id = $2 OR t.person_id IS NULL
          AND (t.owner = ANY (mine.sides) OR t.owner = 'joint' AND mine.sides && ARRAY['outgoing', 'incoming']))
      OR t.state = 'submitted'
        AND (t.accepted_by = ANY (mine.sides) OR t.accepted_by = 'joint' AND mine.sides && ARRAY['outgoing', 'incoming']))
  ORDER BY t.due_at NULLS LAST, t.handover_id, t.position LIMIT 200`;

/** What waits for a person now, in all handovers of the body: theirs to do, or their side's to accept; at most 200. */
export async function listTasksOf(em: EntityManager, bodyId: string, personId: string): Promise<TaskSummary[]> {
  return prepared<TaskSummary>(em, 'tasks-of', TASKS_OF, [bodyId, personId]);
}
