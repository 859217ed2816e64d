import type { Kept, Plan, PlannedTask, PlanReason } from './plan.js';
import type { Finding } from './plan-findings.js';
import { canonical } from '../account/record.js';
import type { Desk, IsoDate } from '../words.js';

export interface MovedTask {
  readonly taskId: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly because: PlanReason;
}

export interface UndatedTask {
  readonly taskId: string;
  readonly from: IsoDate;
  readonly because: PlanReason;
}

export interface DatedTask {
  readonly taskId: string;
  readonly to: IsoDate;
  readonly because: PlanReason;
}

export interface CompressedTask {
  readonly taskId: string;
  /** Today at the owner's desk. */
  readonly due: IsoDate;
  /** The date of the rule, which has passed. */
  readonly ruleDate: IsoDate | null;
}

/** A task that the change would have moved, were it not settled or pinned. */
export interface KeptTask {
  readonly taskId: string;
  readonly due: IsoDate | null;
  /** Where the rule would put it now. */
  readonly ruleDate: IsoDate | null;
  readonly why: Exclude<Kept, 'pinned'>;
}

export type PinnedTask = Omit<KeptTask, 'why'>;

export interface ReminderOnDay {
  readonly taskId: string;
  readonly rung: string;
  readonly on: IsoDate;
}

export interface MovedReminder {
  readonly taskId: string;
  readonly rung: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * What changes from one plan to the next: what a preview shows and a revision keeps. A task may stand in `moved` (or
 * `dated`) and in `compressed`. All lists are in the order of task ids, so that the same change has the same text.
 */
export interface PlanDifference {
  /** The revision that was in force. */
  readonly from: number;
  readonly moved: readonly MovedTask[];
  /** Had a date and has none now. */
  readonly undated: readonly UndatedTask[];
  /** Had no date and has one now; also a task that is new. */
  readonly dated: readonly DatedTask[];
  /** Compressed now and not before. */
  readonly compressed: readonly CompressedTask[];
  readonly kept: readonly KeptTask[];
  readonly pinned: readonly PinnedTask[];
  /** How many tasks have the date they had. */
  readonly unchanged: number;
  readonly findings: { readonly new: readonly Finding[]; readonly gone: readonly Finding[] };
  readonly reminders: {
    readonly vanish: readonly ReminderOnDay[];
    readonly move: readonly MovedReminder[];
    readonly appear: readonly ReminderOnDay[];
  };
}

/**
 * Compares the plan in force with a new one. Both must be made on the same day: otherwise reminders that have only
 * been sent would seem to vanish. Refuses with a RangeError plans of different days, and a new plan that lacks a
 * task of the old one (tasks are waived, never removed).
 */
export function comparePlans(before: Plan, after: Plan): PlanDifference {
  refuseOtherDay(before.today, after.today);
  const old = new Map(before.tasks.map((task) => [task.taskId, task]));
  const pairs = after.tasks
    .map((now): Pair => ({ was: old.get(now.taskId) ?? null, now }))
    .sort((one, other) => inOrder(one.now.taskId, other.now.taskId));
  if (pairs.filter(({ was }) => was !== null).length < old.size) throw new RangeError('A task of the plan has gone');
  return {
    from: before.revision,
    moved: pairs.flatMap(moved),
    undated: pairs.flatMap(undated),
    dated: pairs.flatMap(dated),
    compressed: pairs.flatMap(compressed),
    kept: pairs.flatMap(kept),
    pinned: pairs.flatMap(pinned),
    unchanged: pairs.filter(({ was, now }) => was !== null && was.due === now.due).length,
    findings: { new: lacking(after.findings, before.findings), gone: lacking(before.findings, after.findings) },
    reminders: {
      vanish: pairs.flatMap(({ was, now }) => alone(was, now)),
      move: pairs.flatMap(movedReminders),
      appear: pairs.flatMap(({ was, now }) => alone(now, was)),
    },
  };
}

/** Whether nothing changes: no date, no reminder, nothing found or gone. Tasks that are only kept do not count. */
export function isEmpty(difference: PlanDifference): boolean {
  const { moved, undated, dated, compressed, findings, reminders } = difference;
  const changes = [moved, undated, dated, compressed, ...Object.values(findings), ...Object.values(reminders)];
  return changes.every((list) => list.length === 0);
}

/** The canonical text of a difference; its hash is the token of a preview, which tells whether anything has changed. */
export function differenceText(difference: PlanDifference): string {
  const plain: Plain<PlanDifference> = difference;
  return canonical(plain);
}

/** The same type written out: to the compiler an interface is never a Fact, because it has no index signature. */
type Plain<T> = { readonly [Name in keyof T]: T[Name] extends object | null ? Plain<T[Name]> : T[Name] };

interface Pair {
  readonly was: PlannedTask | null;
  readonly now: PlannedTask;
}

function moved({ was, now }: Pair): MovedTask[] {
  if (was?.due == null || now.due === null || was.due === now.due) return [];
  return [{ taskId: now.taskId, from: was.due, to: now.due, because: now.because }];
}

function undated({ was, now }: Pair): UndatedTask[] {
  if (was?.due == null || now.due !== null) return [];
  return [{ taskId: now.taskId, from: was.due, because: now.because }];
}

function dated({ was, now }: Pair): DatedTask[] {
  if (was?.due != null || now.due === null) return [];
  return [{ taskId: now.taskId, to: now.due, because: now.because }];
}

function compressed({ was, now }: Pair): CompressedTask[] {
  if (now.due === null || !now.compressed || was?.compressed === true) return [];
  return [{ taskId: now.taskId, due: now.due, ruleDate: now.ruleDate }];
}

function kept(pair: Pair): KeptTask[] {
  const { kept: why, taskId, due, ruleDate } = pair.now;
  return why === null || why === 'pinned' || !wouldMove(pair) ? [] : [{ taskId, due, ruleDate, why }];
}

function pinned(pair: Pair): PinnedTask[] {
  const { kept: why, taskId, due, ruleDate } = pair.now;
  return why === 'pinned' && wouldMove(pair) ? [{ taskId, due, ruleDate }] : [];
}

function wouldMove({ was, now }: Pair): boolean {
  return was !== null && was.ruleDate !== now.ruleDate;
}

/** Reminders of one plan for which the other has none of that rung and those recipients. */
function alone(one: PlannedTask | null, other: PlannedTask | null): ReminderOnDay[] {
  const known = remindersByKey(other);
  return [...remindersByKey(one)]
    .filter(([key]) => !known.has(key))
    .map(([, { taskId, rung, on }]) => ({ taskId, rung, on }));
}

function movedReminders({ was, now }: Pair): MovedReminder[] {
  const old = remindersByKey(was);
  return [...remindersByKey(now)].flatMap(([key, { taskId, rung, on }]) => {
    const from = old.get(key)?.on;
    return from === undefined || from === on ? [] : [{ taskId, rung, from, to: on }];
  });
}

function remindersByKey(task: PlannedTask | null): Map<string, ReminderOnDay> {
  const reminders = task?.reminders ?? [];
  const taskId = task?.taskId ?? '';
  return new Map(reminders.map(({ rung, on, to }) => [`${rung} ${to.join(' ')}`, { taskId, rung, on }]));
}

/** Findings of one list that the other lacks, in the order of their canonical texts. */
function lacking(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Set(others.map(textOf));
  return findings
    .map((finding) => ({ finding, text: textOf(finding) }))
    .filter(({ text }) => !known.has(text))
    .sort((one, other) => inOrder(one.text, other.text))
    .map(({ finding }) => finding);
}

function textOf({ code, facts }: Finding): string {
  return `${code} ${canonical(facts)}`;
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function refuseOtherDay(before: Readonly<Record<Desk, IsoDate>>, after: Readonly<Record<Desk, IsoDate>>): void {
  if (canonical(before) !== canonical(after)) throw new RangeError('Only plans made on the same day can be compared');
}
