import type { EntityManager } from 'typeorm';
import { isSettled } from '../engine/tasks/task.js';
import type { IsoInstant } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import { TASK_COLUMNS, type TaskSummary } from './tasks.queries.js';

/** A task as pages list it. */
export interface PageTask extends TaskSummary {
  readonly stateSince: IsoInstant;
  /** When its state last changed, or somebody commented on it or added evidence. */
  readonly touchedAt: IsoInstant;
  readonly personName: string | null;
  readonly officeName: string | null;
}

/** Values: body, handover. */
const PAGE_TASKS = `
  SELECT ${TASK_COLUMNS}, iso_instant(t.state_since) AS "stateSince",
    iso_instant(greatest(t.state_since, c.at, e.at)) AS "touchedAt", p.name AS "personName", o.name AS "officeName"
  FROM task t
  LEFT JOIN (SELECT task_id, max(at) AS at FROM task_comment WHERE body_id = $1 AND handover_id = $2 GROUP BY task_id) c
    ON c.task_id = t.id
  LEFT JOIN (SELECT task_id, max(added_at) AS at FROM evidence WHERE body_id = $1 AND handover_id = $2 GROUP BY task_id) e
    ON e.task_id = t.id
  LEFT JOIN person p ON p.body_id = t.body_id AND p.id = t.person_id
  LEFT JOIN office o ON o.body_id = t.body_id AND o.id = t.office_id
  WHERE t.body_id = $1 AND t.handover_id = $2 ORDER BY t.position`;

/** All tasks of a handover in the order of the checklist. */
export function listPageTasks(em: EntityManager, bodyId: string, handoverId: string): Promise<PageTask[]> {
  return prepared<PageTask>(em, 'page-tasks', PAGE_TASKS, [bodyId, handoverId]);
}

/** Whether its day has ended at its desk, and it is not settled. */
export function isLate(task: Pick<TaskSummary, 'state' | 'dueAt'>, now: IsoInstant): boolean {
  return task.dueAt !== null && task.dueAt < now && !isSettled(task);
}

/** A section of the checklist. */
export interface PageSection {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
}

const SECTIONS = `SELECT id, title FROM section WHERE body_id = $1 AND handover_id = $2 ORDER BY position`;

export function listSections(em: EntityManager, bodyId: string, handoverId: string): Promise<PageSection[]> {
  return prepared<PageSection>(em, 'page-sections', SECTIONS, [bodyId, handoverId]);
}

const TITLES = `SELECT id, title FROM task WHERE body_id = $1 AND handover_id = $2`;

/** The titles of all tasks of a handover, by id. */
export async function listTaskTitles(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const tasks = await prepared<Pick<PageTask, 'id' | 'title'>>(em, 'task-titles', TITLES, [bodyId, handoverId]);
  return new Map(tasks.map(({ id, title }) => [id, title]));
}
