import type { EntityManager } from 'typeorm';
import type { Plan, PlannedTask, PlanTask } from '../engine/plan/plan.js';
import type { Anchors, Desk, IsoDate, IsoInstant } from '../engine/words.js';
import { startOfDay } from '../engine/time/zones.js';
import { newIds } from '../notifications/new-ids.js';
import { type LockedStream } from '../storage/database.js';
import { sendAlong } from '../storage/statements.js';
import type { PlanningFacts } from './planning.js';

/** Writes those tasks of a plan whose date or reason changed, and their reminders. */
export function writePlan(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  plan: Plan,
  changed: readonly PlannedTask[],
  facts: PlanningFacts,
): void {
  const desks = new Map(facts.tasks.map((task) => [task.id, deskOf(task)]));
  const tasks = changed.map(({ taskId, due, dueAt, because, compressed }) => ({
    id: taskId,
    dueOn: due,
    dueAt,
    because,
    compressed,
  }));
  const reminders = changed.flatMap((task) => remindersOf(task, desks.get(task.taskId) ?? 'secretariat', facts));
  const ids = newIds(reminders.length);
  sendAlong(em, 'write-plan', 'SELECT write_plan($1, $2, $3, $4, $5)', [
    bodyId,
    handoverId,
    plan.revision,
    JSON.stringify(tasks),
    JSON.stringify(reminders.map((reminder, index) => ({ id: ids[index], ...reminder }))),
  ]);
}

/** What is kept of a revision beside the dates themselves. */
export interface Revision {
  /** Of the handover, as it was read. */
  readonly version: number;
  readonly revision: number;
  readonly actorId: string;
  readonly cause: string;
  /** As they are from now on. */
  readonly anchors: Anchors;
  readonly difference: object;
}

const WRITE_REVISION = `
  WITH revised AS (
    UPDATE handover SET handover_date = $4, term_start = $5, plan_revision = $6, version = version + 1
    WHERE body_id = $1 AND id = $2 AND version = $3 RETURNING id)
  INSERT INTO plan_revision (body_id, handover_id, revision, at, actor_id, cause, anchors, difference)
  SELECT $1, $2, $6, $7, $8, $9, $10, $11 FROM revised RETURNING revision`;

/** Gives a handover its anchors and the next revision of its plan. */
export function writeRevision(em: EntityManager, locked: LockedStream, kept: Revision): void {
  const { version, revision, actorId, cause, anchors, difference } = kept;
  const { HANDOVER_DATE: handoverDate, TERM_START: termStart } = anchors;
  const handover = [locked.bodyId, locked.stream, version, handoverDate, termStart];
  const told = [revision, locked.at, actorId, cause, JSON.stringify(anchors), JSON.stringify(difference)];
  sendAlong(em, 'write-revision', WRITE_REVISION, [...handover, ...told]);
}

interface ReminderRow {
  readonly taskId: string;
  readonly rung: string;
  readonly forDue: IsoDate | null;
  readonly audience: readonly string[];
  /** From this instant the reminder may be addressed; when it is sent depends on the reader's working hours. */
  readonly dueAt: IsoInstant;
}

/** In whose day a reminder begins: the owner's, and of what was taken on the incoming chair's. */
function deskOf(task: PlanTask): Desk {
  return task.state === 'committed' ? 'incoming' : task.owner;
}

function remindersOf(task: PlannedTask, desk: Desk, { calendars }: PlanningFacts): ReminderRow[] {
  const { zone } = calendars[desk];
  return task.reminders.map(({ rung, on, to }) => ({
    taskId: task.taskId,
    rung,
    forDue: task.due,
    audience: to,
    dueAt: startOfDay(on, zone),
  }));
}
