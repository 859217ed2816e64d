import { v7 as uuid } from 'uuid';
import type { EntityManager } from 'typeorm';
import { comparePlans } from '../engine/plan/plan-difference.js';
import {
  makePlan,
  planInForce,
  type Plan,
  type PlanInput,
  type PlannedTask,
  type PlanTask,
} from '../engine/plan/plan.js';
import type { ReminderLadder } from '../engine/plan/reminders.js';
import type { Anchors, Desk, IsoDate, IsoInstant } from '../engine/words.js';
import { localDate, startOfDay } from '../engine/time/zones.js';
import type { LockedStream } from '../storage/database.js';
import type { CalendarIds, DeskCalendars } from './desk-calendars.js';
import { loadDeskCalendars } from './desk-calendars.js';
import { HandoverRow, PlanRevisionRow } from './handovers.entity.js';

/** A handover as planning sees it. */
export interface PlannedHandover extends CalendarIds {
  readonly id: string;
  readonly planRevision: number;
  readonly meetingId: string | null;
  readonly anchors: Anchors;
  readonly ladder: ReminderLadder;
}

/** What a plan of a handover is made of, as it stands in the database. */
export interface PlanningFacts {
  readonly handover: PlannedHandover;
  readonly tasks: readonly PlanTask[];
  readonly calendars: DeskCalendars;
}

const HANDOVER = `
  SELECT h.id, h.plan_revision AS "planRevision", h.meeting_id AS "meetingId", h.ladder,
    h.outgoing_calendar_id AS "outgoingCalendarId", h.incoming_calendar_id AS "incomingCalendarId",
    h.secretariat_calendar_id AS "secretariatCalendarId",
    jsonb_build_object('HANDOVER_DATE', h.handover_date, 'TERM_START', h.term_start,
      'MEETING_START', m.starts_on, 'MEETING_END', m.ends_on) AS anchors
  FROM handover h LEFT JOIN meeting m ON m.body_id = h.body_id AND m.id = h.meeting_id
  WHERE h.body_id = $1 AND h.id = $2`;

const TASKS = `
  SELECT id, owner, accepted_by AS "acceptedBy", state, depends_on AS "dependsOn",
    jsonb_build_object('anchor', due_anchor, 'offset', due_offset, 'unit', due_unit) AS rule, pinned_on AS pinned,
    committed_on AS "committedDue", due_on AS current, compressed AS "currentCompressed"
  FROM task WHERE body_id = $1 AND handover_id = $2 ORDER BY position`;

/** Reads what the plan of a handover depends on; null when there is no such handover. */
export async function loadPlanning(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
): Promise<PlanningFacts | null> {
  const [handover]: PlannedHandover[] = await em.query(HANDOVER, [bodyId, handoverId]);
  if (handover === undefined) return null;
  const tasks: PlanTask[] = await em.query(TASKS, [bodyId, handoverId]);
  const calendars = await loadDeskCalendars(em, bodyId, handover);
  if (calendars === null) throw new Error('A handover names a calendar that its body does not have');
  return { handover, tasks, calendars };
}

/**
 * While a task is submitted its reminders stay those of its owner's ladder, and go to the accepting desk when they
 * fall due: so a task that comes back still has them, and a move never rewrites reminders.
 */
function asAtWork(task: PlanTask): PlanTask {
  return task.state === 'submitted' ? { ...task, state: 'started' } : task;
}

/** The engine's input for the next revision of a handover's plan, at an instant. */
export function planInput({ handover, tasks, calendars }: PlanningFacts, at: IsoInstant): PlanInput {
  const zones = zonesOf(calendars);
  return {
    revision: handover.planRevision + 1,
    today: todayAt(zones, at),
    anchors: handover.anchors,
    calendars,
    zones,
    tasks: tasks.map(asAtWork),
    ladder: handover.ladder,
  };
}

/** Writes those tasks of a plan whose date or reason changed, and their reminders. */
export async function writePlan(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  plan: Plan,
  changed: readonly PlannedTask[],
  facts: PlanningFacts,
): Promise<void> {
  const owners = new Map(facts.tasks.map((task) => [task.id, task.owner]));
  const tasks = changed.map(({ taskId, due, dueAt, because, compressed }) => ({
    id: taskId,
    dueOn: due,
    dueAt,
    because,
    compressed,
  }));
  const reminders = changed.flatMap((task) => remindersOf(task, owners.get(task.taskId) ?? 'secretariat', facts));
  await em.query('SELECT write_plan($1, $2, $3, $4, $5)', [
    bodyId,
    handoverId,
    plan.revision,
    JSON.stringify(tasks),
    JSON.stringify(reminders),
  ]);
}

/** Gives one task its date anew, after it was pinned, freed or taken on: a revision of its own, told with that move. */
export async function replanTask(
  em: EntityManager,
  locked: LockedStream,
  taskId: string,
  actorId: string,
): Promise<void> {
  const { bodyId, stream: handoverId, at } = locked;
  const facts = await loadPlanning(em, bodyId, handoverId);
  if (facts === null) throw new Error('A handover went away while a task of it was moved');
  const input = planInput(facts, at);
  const plan = makePlan(input);
  const own = plan.tasks.filter((task) => task.taskId === taskId);
  const others = planInForce(input).tasks.filter((task) => task.taskId !== taskId);
  const difference = comparePlans(
    { ...planInForce(input), revision: facts.handover.planRevision },
    { ...plan, tasks: [...others, ...own] },
  );
  await writePlan(em, bodyId, handoverId, plan, own, facts);
  const { anchors } = facts.handover;
  const { revision } = plan;
  const row = { bodyId, handoverId, revision, at: new Date(at), actorId, cause: `task ${taskId}`, anchors, difference };
  await em.insert(PlanRevisionRow, row);
  await em.update(HandoverRow, { bodyId, id: handoverId }, { planRevision: revision, version: () => 'version + 1' });
}

interface ReminderRow {
  readonly id: string;
  readonly taskId: string;
  readonly rung: string;
  readonly forDue: IsoDate | null;
  readonly audience: readonly string[];
  /** From this instant the reminder may be addressed; when it is sent depends on the reader's working hours. */
  readonly dueAt: IsoInstant;
}

function remindersOf(task: PlannedTask, owner: Desk, { calendars }: PlanningFacts): ReminderRow[] {
  const { zone } = calendars[owner];
  return task.reminders.map(({ rung, on, to }) => ({
    id: uuid(),
    taskId: task.taskId,
    rung,
    forDue: task.due,
    audience: to,
    dueAt: startOfDay(on, zone),
  }));
}

function zonesOf(calendars: DeskCalendars): Readonly<Record<Desk, readonly string[]>> {
  const { outgoing, incoming, secretariat } = calendars;
  return {
    outgoing: [outgoing.zone],
    incoming: [incoming.zone],
    secretariat: [secretariat.zone],
    joint: [outgoing.zone, incoming.zone],
  };
}

/** Of several zones the latest date: what is due jointly is over when the first of them has its midnight. */
function todayAt(zones: Readonly<Record<Desk, readonly string[]>>, at: IsoInstant): Readonly<Record<Desk, IsoDate>> {
  const today = (desk: Desk): IsoDate =>
    zones[desk]
      .map((zone) => localDate(at, zone))
      .sort()
      .at(-1) ?? '';
  return {
    outgoing: today('outgoing'),
    incoming: today('incoming'),
    secretariat: today('secretariat'),
    joint: today('joint'),
  };
}
