import type { EntityManager } from 'typeorm';
import type { TaskState } from '../engine/tasks/task.js';
import type { Translated } from '../engine/tasks/template.js';
import type { Desk, IsoInstant, Side } from '../engine/words.js';
import { prepared } from '../storage/statements.js';

/** Another task that this one waits for, or that waits for it. */
export interface Neighbour {
  readonly id: string;
  readonly title: Translated;
  readonly state: TaskState;
  readonly owner: Desk;
  readonly acceptedBy: Desk | null;
}

/** Somebody as a page names them. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  /** Null for the secretariat. */
  readonly memberId: string | null;
}

/** What a task's page shows beside the task itself. */
export interface TaskSurroundings {
  readonly section: { readonly id: string; readonly title: Translated; readonly number: number };
  readonly personName: string | null;
  readonly officeName: string | null;
  readonly waitsFor: readonly Neighbour[];
  readonly waitedForBy: readonly Neighbour[];
  /** Whoever wrote one of its comments. */
  readonly authors: readonly NamedPerson[];
  /** The newest entry of the account: what comes after it has happened since. */
  readonly seq: number;
}

const NEIGHBOURS = (which: string): string => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'state', n.state, 'owner', n.owner,
      'acceptedBy', n.accepted_by) ORDER BY n.position), '[]')
    FROM task n WHERE n.body_id = t.body_id AND n.handover_id = t.handover_id AND ${which})`;

/** Values: body, handover, task. */
const SURROUNDINGS = `
  SELECT jsonb_build_object('id', s.id, 'title', s.title, 'number',
      (SELECT count(*) FROM section e WHERE e.body_id = s.body_id AND e.handover_id = s.handover_id
        AND e.position <= s.position)) AS section,
    p.name AS "personName", o.name AS "officeName",
    ${NEIGHBOURS('n.id = ANY (t.depends_on)')} AS "waitsFor",
    ${NEIGHBOURS('t.id = ANY (n.depends_on)')} AS "waitedForBy",
    (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', a.id, 'name', a.name, 'memberId', ao.member_id)), '[]')
      FROM task_comment c JOIN person a ON a.body_id = c.body_id AND a.id = c.author_id
      JOIN office ao ON ao.body_id = a.body_id AND ao.id = a.office_id
      WHERE c.body_id = t.body_id AND c.handover_id = t.handover_id AND c.task_id = t.id) AS authors,
    (SELECT a.seq::int FROM account a WHERE a.body_id = t.body_id AND a.stream = t.handover_id) AS seq
  FROM task t
  JOIN section s ON s.body_id = t.body_id AND s.handover_id = t.handover_id AND s.id = t.section_id
  LEFT JOIN person p ON p.body_id = t.body_id AND p.id = t.person_id
  LEFT JOIN office o ON o.body_id = t.body_id AND o.id = t.office_id
  WHERE t.body_id = $1 AND t.handover_id = $2 AND t.id = $3`;

/** What surrounds a task; null when the handover has none such. */
export async function findSurroundings(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  taskId: string,
): Promise<TaskSurroundings | null> {
  const [found] = await prepared<TaskSurroundings>(em, 'task-surroundings', SURROUNDINGS, [bodyId, handoverId, taskId]);
  return found ?? null;
}

/** What happened to a task, as its page tells it. */
export interface TaskEvent {
  readonly seq: number;
  readonly at: IsoInstant;
  /** Null for the system itself, and for whoever is not known any more. */
  readonly actorName: string | null;
  readonly action: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Who it was given to, where that was told. */
  readonly personName: string | null;
  readonly officeName: string | null;
  readonly text: string | null;
}

/** A re-planning tells of itself under the handover: it counts where it has touched the date of the task. */
const EVENTS = `
  SELECT e.seq::int AS seq, iso_instant(e.at) AS at, p.name AS "actorName", e.action, e.entry::jsonb->'facts' AS facts,
    g.name AS "personName", o.name AS "officeName", t.text
  FROM account_entry e
  LEFT JOIN account_text t USING (body_id, stream, seq)
  LEFT JOIN person p ON p.body_id = e.body_id AND p.id = e.actor
  LEFT JOIN person g ON g.body_id = e.body_id AND g.id = coalesce(e.entry::jsonb->'facts'->'person'->>'to',
    CASE WHEN e.action = 'task.committed' THEN e.entry::jsonb->'facts'->>'person' END)
  LEFT JOIN office o ON o.body_id = e.body_id AND o.id = e.entry::jsonb->'facts'->'office'->>'to'
  WHERE e.body_id = $1 AND e.stream = $2 AND e.subject IN ('task:' || $3, 'handover:' || $2)
    AND (e.subject = 'task:' || $3 OR e.action = 'plan.revised' AND EXISTS (SELECT FROM plan_revision r
      WHERE r.body_id = e.body_id AND r.handover_id = e.stream AND r.revision = (e.entry::jsonb->'facts'->>'revision')::int
        AND ((r.difference->'moved') || (r.difference->'dated') || (r.difference->'undated'))
          @> jsonb_build_array(jsonb_build_object('taskId', $3::text))))
    AND e.seq > $4
  ORDER BY e.seq DESC LIMIT $5`;

/** What happened to a task after an entry of the account, newest first. */
export async function listTaskEvents(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  taskId: string,
  after: number,
  rows: number,
): Promise<TaskEvent[]> {
  return prepared<TaskEvent>(em, 'task-events', EVENTS, [bodyId, handoverId, taskId, after, rows]);
}

/** Somebody who works in the handover, with the sides they are on. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly sides: readonly Side[];
}

const COLLEAGUES = `
  SELECT p.id, p.name, o.id AS "officeId", o.name AS "officeName", w.sides
  FROM people_of_handover($1, $2, gavel_now()) AS w
  JOIN person p ON p.body_id = $1 AND p.id = w.person_id
  JOIN office o ON o.body_id = $1 AND o.id = p.office_id
  ORDER BY p.name, p.id`;

/** Everyone who works in the handover today. */
export function listColleagues(em: EntityManager, bodyId: string, handoverId: string): Promise<Colleague[]> {
  return prepared<Colleague>(em, 'colleagues', COLLEAGUES, [bodyId, handoverId]);
}
