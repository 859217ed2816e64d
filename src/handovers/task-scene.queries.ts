import type { EntityManager } from 'typeorm';
import type { Refused } from '../engine/decision.js';
import type { Caller } from '../people/caller.js';
import type { Database } from '../storage/database.js';
import { findFrame, type HandoverFrame } from './handover-frame.queries.js';
import { readHandover } from './read-handover.js';
import { loadTask, type TaskBeforeMove } from './task-facts.js';
import { findSurroundings, listTaskEvents, type TaskEvent, type TaskSurroundings } from './task-page.queries.js';
import { findTask, type TaskView } from './tasks.queries.js';

/** Lines of the account that a task's page shows. */
export const EVENT_ROWS = 50;

/** Everything that the pages of one task show or ask the engine about, from one snapshot. */
export interface TaskScene {
  readonly frame: HandoverFrame;
  readonly task: TaskView;
  readonly around: TaskSurroundings;
  /** Newest first. */
  readonly events: readonly TaskEvent[];
  readonly before: TaskBeforeMove;
  /** Whether the reader works in the handover; from outside no comments, no reasons, only public documents are seen. */
  readonly inside: boolean;
}

/** Which task of which handover. */
export interface TaskPath {
  readonly handover: string;
  readonly task: string;
}

/**
 * Reads the scene of a task, and what else a page needs in the same snapshot. Refuses a bystander; null when there is no
 * such task.
 */
export function readTaskScene<More extends object>(
  database: Database,
  caller: Caller,
  { handover: handoverId, task: taskId }: TaskPath,
  more: (em: EntityManager) => Promise<More>,
): Promise<(TaskScene & More) | Refused | null> {
  const { bodyId, personId } = caller;
  return readHandover(database, caller, handoverId, async (em, { inside }) => {
    const [frame, task, around, events, before, others] = await Promise.all([
      findFrame(em, bodyId, handoverId, personId),
      findTask(em, bodyId, handoverId, taskId, inside),
      findSurroundings(em, bodyId, handoverId, taskId),
      listTaskEvents(em, bodyId, handoverId, taskId, 0, EVENT_ROWS),
      loadTask(em, bodyId, handoverId, taskId, personId),
      more(em),
    ]);
    if (frame === null || task === null || around === null || before === null) return null;
    const told = inside ? events : events.map((event) => ({ ...event, text: null }));
    return { frame, task, around, events: told, before, inside, ...others };
  });
}

/** What happened to a task after an entry of the account; nothing where the reader does not say which they had seen. */
export function eventsSince({ events }: TaskScene, seen: number | null): readonly TaskEvent[] {
  return seen === null ? [] : events.filter(({ seq }) => seq > seen);
}
