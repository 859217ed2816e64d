import type { Calendar } from '../time/calendar.js';
import { dueDate, dueInstant, type DueReason } from '../time/deadlines.js';
import { findingsOf, type Finding } from './plan-findings.js';
import { remindedDesk, remindersFor, type PlannedReminder, type ReminderLadder } from './reminders.js';
import type { TaskState } from '../tasks/task.js';
import type { Anchors, Desk, DueRule, IsoDate, IsoInstant } from '../words.js';

/** A task as planning sees it. */
export interface PlanTask {
  readonly id: string;
  readonly owner: Desk;
  readonly acceptedBy: Desk | null;
  readonly state: TaskState;
  /** Ids of the tasks that must be settled first. */
  readonly dependsOn: readonly string[];
  readonly rule: DueRule;
  readonly pinned: IsoDate | null;
  /** The day by which the incoming chair took it on. */
  readonly committedDue: IsoDate | null;
  /** The due date in force; null before the first plan, and while its anchor has no date. */
  readonly current: IsoDate | null;
  readonly currentCompressed: boolean;
  /** Whether what was taken on is done. */
  readonly fulfilled?: boolean;
}

/** All that a plan depends on. The joint calendar is opened with `openJointCalendar`; joint zones are both sides'. */
export interface PlanInput {
  /** The number of the revision that the plan is or would be. */
  readonly revision: number;
  /** The date that people at each desk have now. */
  readonly today: Readonly<Record<Desk, IsoDate>>;
  readonly anchors: Anchors;
  readonly calendars: Readonly<Record<Desk, Calendar>>;
  readonly zones: Readonly<Record<Desk, readonly string[]>>;
  readonly tasks: readonly PlanTask[];
  readonly ladder: ReminderLadder;
}

/** Why a task keeps its date when others are re-dated. */
export type Kept = 'done' | 'waived' | 'committed' | 'pinned';

/**
 * Why a due date is what it is, to be said in words. `reason` is always how the rule came to its own date
 * (`ruleDate`): the anchor, the holidays passed over, the day off it was moved from, and whether one is provisional.
 * - `rule`: the date of the rule
 * - `undated`: the rule's anchor has no date
 * - `compressed`: the rule's date has passed, so it is today
 * - `overdue`: the rule's date has passed and planning gives no new one: a task does not get more time by being late
 * - `kept`: settled or pinned
 * - `in_force`: what an earlier plan gave (only in `planInForce`)
 */
export type PlanReason =
  | { readonly kind: 'rule' | 'undated' | 'compressed' | 'overdue' | 'in_force'; readonly reason: DueReason }
  | { readonly kind: 'kept'; readonly why: Kept; readonly reason: DueReason };

export interface PlannedTask {
  readonly taskId: string;
  readonly due: IsoDate | null;
  /** The instant at which that day ends in the owner's zone, for joint tasks in the earlier of the two. */
  readonly dueAt: IsoInstant | null;
  readonly compressed: boolean;
  readonly kept: Kept | null;
  /** What the rule gives by itself, whatever the task's date is. */
  readonly ruleDate: IsoDate | null;
  readonly because: PlanReason;
  readonly reminders: readonly PlannedReminder[];
}

/** All due dates and reminders of a handover, and what is wrong with them. */
export interface Plan {
  readonly revision: number;
  readonly today: Readonly<Record<Desk, IsoDate>>;
  readonly tasks: readonly PlannedTask[];
  readonly findings: readonly Finding[];
}

/**
 * Plans a handover: first, or again after an anchor, calendar or pin has changed.
 *
 * Settled tasks keep their dates, a commitment has the date it was taken on for, pinned dates stay. All others get
 * the date of their rule. Where that has passed, the task is due today and compressed, with one exception: a task
 * that is late already and that planning does not touch stays late. Not touched means that the rule gives the date
 * in force again or, for a task that was compressed before, still a date no later than that.
 * So planning for other anchors and back again gives every task that was not late its date back.
 * Source: `dueRules` of the handover template, product rules on re-planning.
 */
export function makePlan(input: PlanInput): Plan {
  return planned(input, replanned);
}

/** The plan with the dates in force, whatever the rules would give now: what a new plan is compared with. */
export function planInForce(input: PlanInput): Plan {
  return planned(input, (task, ruleDate, reason) => ({
    due: task.current,
    compressed: task.currentCompressed,
    kept: keptAs(task),
    because: task.current === ruleDate ? { kind: 'rule', reason } : { kind: 'in_force', reason },
  }));
}

type Dated = Pick<PlannedTask, 'due' | 'compressed' | 'kept' | 'because'>;
type Dating = (task: PlanTask, ruleDate: IsoDate | null, reason: DueReason, today: IsoDate) => Dated;

function planned(input: PlanInput, dating: Dating): Plan {
  const { revision, today } = input;
  const pairs = input.tasks.map((task) => ({ task, planned: plannedTask(task, input, dating) }));
  const findings = findingsOf(
    pairs.map(({ task: { id, owner, state, dependsOn }, planned: { due, ruleDate, compressed } }) => {
      return { id, owner, state, dependsOn, due, ruleDate, compressed };
    }),
    input,
  );
  return { revision, today, tasks: pairs.map((pair) => pair.planned), findings };
}

function plannedTask(task: PlanTask, input: PlanInput, dating: Dating): PlannedTask {
  const { date: ruleDate, because } = dueDate(task.rule, input.anchors, input.calendars[task.owner]);
  const dated = dating(task, ruleDate, because, input.today[task.owner]);
  const dueAt = dated.due === null ? null : dueInstant(dated.due, input.zones[task.owner]);
  return { taskId: task.id, ...dated, dueAt, ruleDate, reminders: remindersOf(task, dated, input) };
}

function replanned(task: PlanTask, ruleDate: IsoDate | null, reason: DueReason, today: IsoDate): Dated {
  const { current, currentCompressed } = task;
  const why = keptAs(task);
  if (why !== null) {
    const compressed = currentCompressed && (why === 'done' || why === 'waived');
    return { due: keptDate(task, why), compressed, kept: why, because: { kind: 'kept', why, reason } };
  }
  if (ruleDate === null) return { due: null, compressed: false, kept: null, because: { kind: 'undated', reason } };
  if (ruleDate >= today) return { due: ruleDate, compressed: false, kept: null, because: { kind: 'rule', reason } };
  if (current !== null && current < today && (ruleDate === current || (currentCompressed && ruleDate < current))) {
    return { due: current, compressed: ruleDate !== current, kept: null, because: { kind: 'overdue', reason } };
  }
  return { due: today, compressed: true, kept: null, because: { kind: 'compressed', reason } };
}

function keptAs(task: PlanTask): Kept | null {
  if (task.state === 'accepted') return 'done';
  if (task.state === 'waived' || task.state === 'committed') return task.state;
  return task.pinned === null ? null : 'pinned';
}

function keptDate(task: PlanTask, why: Kept): IsoDate | null {
  if (why === 'committed') return task.committedDue ?? task.current;
  return why === 'pinned' ? task.pinned : task.current;
}

function remindersOf(task: PlanTask, { due, compressed }: Dated, input: PlanInput): readonly PlannedReminder[] {
  const desk = remindedDesk(task);
  if (due === null || desk === 'nobody') return [];
  const { state, owner, acceptedBy, fulfilled = false } = task;
  const { [desk]: calendar } = input.calendars;
  return remindersFor(
    { state, owner, acceptedBy, compressed, fulfilled },
    due,
    calendar,
    input.ladder,
    input.today[desk],
  );
}
