import type { Calendar } from '../time/calendar.js';
import { addDays, daysBetween } from '../time/days.js';
import { isSettled, type TaskState } from '../tasks/task.js';
import type { Anchors, Desk, Facts, IsoDate, Side } from '../words.js';

/**
 * Something in a plan that cannot work or leaves too little time. It stops nothing: people decide.
 * - `plan.waits_for_later`: a task waits for another that is due after it
 * - `plan.waits_for_undated`: a task with a date waits for one without
 * - `plan.compressed`: the date of the rule has passed, so the task is due at once
 * - `plan.no_working_day_left`: today and all days until it is due are days off of the task's owner
 * - `plan.little_time`: fewer working days are left to the owner than `LITTLE_TIME`, today and the due date included
 * - `plan.meeting_on_day_off`: a day of the meeting is a day off of a side
 */
export interface Finding {
  readonly code: FindingCode;
  readonly facts: Facts;
  readonly taskIds: readonly string[];
}

export type FindingCode =
  | 'plan.waits_for_later'
  | 'plan.waits_for_undated'
  | 'plan.compressed'
  | 'plan.no_working_day_left'
  | 'plan.little_time'
  | 'plan.meeting_on_day_off';

/** Working days; our choice: the last reminder before the due date comes three working days ahead. */
const LITTLE_TIME = 3;
/** A meeting lasts days, not months: a longer span is a typing error elsewhere and is looked at no further. */
const LONGEST_MEETING = 31;
const SIDES: readonly Side[] = ['outgoing', 'incoming', 'secretariat'];

/** A task with the date that a plan gives it: what findings look at. */
export interface ConsideredTask {
  readonly id: string;
  readonly owner: Desk;
  readonly state: TaskState;
  readonly dependsOn: readonly string[];
  readonly due: IsoDate | null;
  readonly ruleDate: IsoDate | null;
  readonly compressed: boolean;
}

/** What a plan was made for. */
export interface Circumstances {
  readonly today: Readonly<Record<Desk, IsoDate>>;
  readonly anchors: Anchors;
  readonly calendars: Readonly<Record<Desk, Calendar>>;
}

/** Everything found in a plan: the meeting first, then by task in the order given. Settled tasks are no trouble. */
export function findingsOf(tasks: readonly ConsideredTask[], circumstances: Circumstances): Finding[] {
  const unsettled = new Map(tasks.filter((task) => !isSettled(task)).map((task) => [task.id, task]));
  const aboutTasks = [...unsettled.values()].flatMap((task) => {
    const { due } = task;
    if (due === null) return [];
    const awaited = task.dependsOn.map((id) => unsettled.get(id)).filter((other) => other !== undefined);
    return [...orderFindings(task.id, due, awaited), ...timeFindings(task, due, circumstances)];
  });
  return [...meetingFindings(circumstances), ...aboutTasks];
}

function orderFindings(task: string, due: IsoDate, awaited: readonly ConsideredTask[]): Finding[] {
  return awaited.flatMap((other): Finding[] => {
    const taskIds = [task, other.id];
    if (other.due === null) {
      return [{ code: 'plan.waits_for_undated', facts: { task, due, waitsFor: other.id }, taskIds }];
    }
    if (other.due <= due) return [];
    const facts = { task, due, waitsFor: other.id, waitsForDue: other.due };
    return [{ code: 'plan.waits_for_later', facts, taskIds }];
  });
}

function timeFindings(task: ConsideredTask, due: IsoDate, circumstances: Circumstances): Finding[] {
  const { id, owner, state, compressed, ruleDate } = task;
  const today = circumstances.today[owner];
  // What was submitted waits for its review, and what is late already is shown as late.
  if (state === 'submitted' || due < today) return [];
  const left = workingDaysLeft(today, due, circumstances.calendars[owner]);
  const found = (code: FindingCode, facts: Facts): Finding => ({
    code,
    facts: { task: id, due, ...facts },
    taskIds: [id],
  });
  const findings = compressed ? [found('plan.compressed', { from: ruleDate })] : [];
  if (left === 0) return [...findings, found('plan.no_working_day_left', { owner })];
  if (left >= LITTLE_TIME || compressed) return findings;
  return [found('plan.little_time', { owner, workingDays: left })];
}

/** Working days from today to the due date, both included; not counted further than `LITTLE_TIME`. */
function workingDaysLeft(today: IsoDate, due: IsoDate, calendar: Calendar): number {
  let left = 0;
  for (let day = today; day <= due && left < LITTLE_TIME; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) left += 1;
  }
  return left;
}

function meetingFindings({ anchors, calendars }: Circumstances): Finding[] {
  const from = anchors.MEETING_START;
  if (from === null) return [];
  const days = Math.min(daysBetween(from, anchors.MEETING_END ?? from) + 1, LONGEST_MEETING);
  const findings: Finding[] = [];
  for (let index = 0; index < days; index += 1) {
    const date = addDays(from, index);
    for (const side of SIDES) findings.push(...meetingFinding(date, side, calendars));
  }
  return findings;
}

function meetingFinding(date: IsoDate, side: Side, calendars: Readonly<Record<Desk, Calendar>>): Finding[] {
  const off = calendars[side].dayOff(date);
  if (off === null) return [];
  const { name, provisional, weekend } = off;
  return [{ code: 'plan.meeting_on_day_off', facts: { date, side, name, provisional, weekend }, taskIds: [] }];
}
