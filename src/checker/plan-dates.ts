import { openCalendar, openJointCalendar, type Calendar, type CalendarDefinition } from '../engine/time/calendar.js';
import { dueDate, dueInstant } from '../engine/time/deadlines.js';
import { remindersFor, type ReminderLadder } from '../engine/plan/reminders.js';
import { isSettled, type TaskState } from '../engine/tasks/task.js';
import type { Anchor, Anchors, Desk, DueRule, IsoDate, IsoInstant } from '../engine/words.js';
import { localDate } from '../engine/time/zones.js';
import type { Finding, Rule } from './rule.js';

interface TaskRow {
  readonly handoverId: string;
  readonly id: string;
  readonly owner: Desk;
  readonly acceptedBy: Desk | null;
  readonly state: TaskState;
  readonly rule: DueRule;
  readonly due: IsoDate | null;
  readonly dueAt: IsoInstant | null;
  readonly compressed: boolean;
  readonly pinned: IsoDate | null;
  readonly committed: IsoDate | null;
  readonly fulfilled: boolean;
  /** Steps of the ladder that are in the ledger for the due date. */
  readonly rungs: readonly string[];
}

interface HandoverRow {
  readonly id: string;
  readonly over: boolean;
  readonly anchors: Anchors;
  readonly calendars: Readonly<Record<Exclude<Desk, 'joint'>, CalendarDefinition>>;
  readonly ladder: ReminderLadder;
  readonly plannedAt: IsoInstant;
  /** Whether a calendar was edited after the last plan: then the dates are still those of the calendar as it was. */
  readonly outdated: boolean;
}

const HANDOVERS = `
  SELECT h.id::text, h.state IN ('closed', 'cancelled') AS over, h.ladder,
    jsonb_build_object('HANDOVER_DATE', h.handover_date, 'TERM_START', h.term_start, 'MEETING_START', m.starts_on,
      'MEETING_END', m.ends_on) AS anchors,
    jsonb_build_object('outgoing', o.definition, 'incoming', i.definition, 'secretariat', s.definition) AS calendars,
    iso_instant(p.at) AS "plannedAt",
    EXISTS (SELECT FROM account_entry e WHERE e.body_id = $1 AND e.stream = 'body' AND e.action = 'calendar.changed'
      AND e.at > p.at AND e.subject IN ('calendar:' || o.id, 'calendar:' || i.id, 'calendar:' || s.id)) AS outdated
  FROM handover h
  JOIN calendar o ON o.body_id = $1 AND o.id = h.outgoing_calendar_id
  JOIN calendar i ON i.body_id = $1 AND i.id = h.incoming_calendar_id
  JOIN calendar s ON s.body_id = $1 AND s.id = h.secretariat_calendar_id
  JOIN plan_revision p ON p.body_id = $1 AND p.handover_id = h.id AND p.revision = h.plan_revision
  LEFT JOIN meeting m ON m.body_id = $1 AND m.id = h.meeting_id
  WHERE h.body_id = $1`;

const TASKS = `
  SELECT t.handover_id::text AS "handoverId", t.id::text, t.owner, t.accepted_by AS "acceptedBy", t.state,
    jsonb_build_object('anchor', t.due_anchor, 'offset', t.due_offset, 'unit', t.due_unit) AS rule,
    t.due_on::text AS due, iso_instant(t.due_at) AS "dueAt", t.compressed, t.pinned_on::text AS pinned,
    t.committed_on::text AS committed, t.fulfilled_at IS NOT NULL AS fulfilled,
    ARRAY(SELECT n.rung FROM notification n WHERE n.body_id = $1 AND n.stream = t.handover_id AND n.task_id = t.id
      AND n.for_due = t.due_on AND n.rung IS NOT NULL) AS rungs
  FROM task t WHERE t.body_id = $1`;

/** Every task carries the date that its rule gives, or says why not; and has the reminders that its date calls for. */
export const planDates: Rule = {
  name: 'tasks carry the dates and reminders of their plan',
  async check(view) {
    const plans = new Map((await view.ask<HandoverRow>(HANDOVERS)).map((row) => [row.id, openPlan(row)]));
    const tasks = await view.ask<TaskRow>(TASKS);
    const findings = tasks.flatMap((task): Finding[] => {
      const plan = plans.get(task.handoverId);
      const what = plan === undefined ? ['belongs to a handover without a plan'] : faultsOf(task, plan);
      return what.map((fault) => ({ body: view.id, about: `task:${task.id} of ${task.handoverId}`, what: fault }));
    });
    return { looked: tasks.length, findings };
  },
};

interface Plan extends Omit<HandoverRow, 'calendars'> {
  readonly calendars: Readonly<Record<Desk, Calendar>>;
  readonly zones: Readonly<Record<Desk, readonly string[]>>;
}

function openPlan(row: HandoverRow): Plan {
  const outgoing = openCalendar(row.calendars.outgoing);
  const incoming = openCalendar(row.calendars.incoming);
  const secretariat = openCalendar(row.calendars.secretariat);
  const zones = { outgoing: [outgoing.zone], incoming: [incoming.zone], secretariat: [secretariat.zone] };
  return {
    ...row,
    calendars: { outgoing, incoming, secretariat, joint: openJointCalendar([outgoing, incoming]) },
    zones: { ...zones, joint: [outgoing.zone, incoming.zone] },
  };
}

function faultsOf(task: TaskRow, plan: Plan): string[] {
  const { due, dueAt, owner } = task;
  const end = due === null ? null : dueInstant(due, plan.zones[owner]);
  const wrongEnd =
    end === dueAt ? [] : [`is due at ${dueAt ?? 'no instant'}, but ${due ?? 'no date'} ends at ${end ?? 'none'}`];
  if (plan.over) return wrongEnd;
  return [...wrongEnd, ...dateFaults(task, plan), ...missingReminders(task, plan)];
}

function dateFaults(task: TaskRow, { anchors, calendars, plannedAt, outdated, zones }: Plan): string[] {
  const { due, owner, state, rule, pinned, committed, compressed } = task;
  if (state === 'committed')
    return due === committed ? [] : [`was taken on for ${committed ?? 'no date'}, is due ${due ?? 'never'}`];
  if (isSettled(task)) return [];
  if (pinned !== null) return due === pinned ? [] : [`is pinned to ${pinned}, is due ${due ?? 'never'}`];
  const [anchor, offset]: [Anchor, number] = [rule.anchor, rule.offset];
  if (outdated && anchors[anchor] !== null && offset !== 0) return [];
  const { date } = dueDate(rule, anchors, calendars[owner]);
  const planned = zones[owner].map((zone) => localDate(plannedAt, zone)).sort()[0] ?? '';
  if (compressed && due !== null && date !== null) {
    return date <= due && due <= planned ? [] : [`is compressed to ${due}, its rule gives ${date}`];
  }
  return due === date ? [] : [`is due ${due ?? 'never'}, its rule gives ${date ?? 'no date'}`];
}

/** Steps that lay ahead when the plan was made; of the endless one the first. Which of them still matter is judged later. */
function missingReminders(task: TaskRow, { calendars, ladder, plannedAt }: Plan): string[] {
  const { due, owner, rungs } = task;
  const isTaken = task.state === 'committed' && !task.fulfilled;
  if (due === null || (isSettled(task) && !isTaken)) return [];
  const calendar = calendars[isTaken ? 'incoming' : owner];
  const asOwners = isTaken ? task : ({ ...task, state: 'started' } as const);
  const today = localDate(plannedAt, calendar.zone);
  return remindersFor(asOwners, due, calendar, ladder, today)
    .filter(({ rung }) => !rungs.includes(rung))
    .map(({ rung, on }) => `has no reminder ${rung} for ${due} in the ledger, which comes on ${on}`);
}
