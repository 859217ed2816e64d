import type { EntityManager } from 'typeorm';
import type { HandoverState } from '../engine/handovers/handover.js';
import { type PlanInput, type PlanTask } from '../engine/plan/plan.js';
import type { ReminderLadder } from '../engine/plan/reminders.js';
import type { Anchors, Desk, IsoDate, IsoInstant } from '../engine/words.js';
import { localDate } from '../engine/time/zones.js';
import { prepared } from '../storage/statements.js';
import type { CalendarIds, DeskCalendars } from './desk-calendars.js';
import { loadDeskCalendars } from './desk-calendars.js';

/** A handover as planning sees it. */
export interface PlannedHandover extends CalendarIds {
  readonly id: string;
  readonly state: HandoverState;
  readonly version: number;
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
  SELECT h.id, h.state, h.version, h.plan_revision AS "planRevision", h.meeting_id AS "meetingId", h.ladder,
    h.outgoing_calendar_id AS "outgoingCalendarId", h.incoming_calendar_id AS "incomingCalendarId",
    h.secretariat_calendar_id AS "secretariatCalendarId",
    jsonb_build_object('HANDOVER_DATE', h.handover_date, 'TERM_START', h.term_start,
      'MEETING_START', m.starts_on, 'MEETING_END', m.ends_on) AS anchors
  FROM handover h LEFT JOIN meeting m ON m.body_id = h.body_id AND m.id = h.meeting_id
  WHERE h.body_id = $1 AND h.id = $2`;

const TASKS = `
  SELECT id, owner, accepted_by AS "acceptedBy", state, depends_on AS "dependsOn",
    jsonb_build_object('anchor', due_anchor, 'offset', due_offset, 'unit', due_unit) AS rule, pinned_on AS pinned,
    committed_on AS "committedDue", due_on AS current, compressed AS "currentCompressed",
    fulfilled_at IS NOT NULL AS fulfilled
  FROM task WHERE body_id = $1 AND handover_id = $2 ORDER BY position`;

/** Reads what the plan of a handover depends on; null when there is no such handover. */
export async function loadPlanning(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
): Promise<PlanningFacts | null> {
  const key = [bodyId, handoverId];
  const [[handover], tasks] = await Promise.all([
    prepared<PlannedHandover>(em, 'plan-handover', HANDOVER, key),
    prepared<PlanTask>(em, 'plan-tasks', TASKS, key),
  ]);
  if (handover === undefined) return null;
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
