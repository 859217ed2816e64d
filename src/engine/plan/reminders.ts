import type { Calendar } from '../time/calendar.js';
import { Inspection, under, type Problem } from '../inspection.js';
import { whoseMove, type TaskState } from '../tasks/task.js';
import type { Desk, IsoDate } from '../words.js';

export type ReminderRecipient = 'owner' | 'acceptedBy' | 'secretariat';

/** Whom a planned reminder goes to; what the incoming chair took on is its own, whoever owned it before. */
export type RemindedParty = ReminderRecipient | 'incoming';

/** So many working days before (negative) or after the due date. */
export interface FixedRung {
  readonly offset: number;
  readonly unit: 'working_days';
  readonly to: readonly ReminderRecipient[];
}

/** Each so many working days after the due date, until the task is settled. */
export interface RepeatedRung {
  readonly every: number;
  readonly unit: 'working_days';
  readonly to: readonly ReminderRecipient[];
}

/**
 * When whom to remind of a task. Source of the shape: `suggestedReminders` of the handover template, whose notes
 * (`status`, `quiet`, `digest`) may stay in it and have no effect.
 */
export interface ReminderLadder {
  readonly beforeDue: readonly FixedRung[];
  readonly onDue?: { readonly to: readonly ReminderRecipient[] };
  readonly afterDue: readonly (FixedRung | RepeatedRung)[];
  readonly status?: string;
  readonly quiet?: string;
  readonly digest?: string;
}

/**
 * A reminder of a plan. `rung` is `before-10`, `on`, `after-3`, or `every-5-2` for the second fifth working day after
 * the due date; with `review-` before it when it asks the accepting desk to review what was submitted, and with
 * `commitment-` when it is about what the incoming chair took on. A task has no rung twice for the same due date.
 */
export interface PlannedReminder {
  readonly rung: string;
  readonly on: IsoDate;
  readonly to: readonly RemindedParty[];
}

/** What reminders depend on in a task. */
export interface RemindedTask {
  readonly state: TaskState;
  readonly owner: Desk;
  readonly acceptedBy: Desk | null;
  readonly compressed: boolean;
  /** Whether what the incoming chair took on is done; only a committed task can be. */
  readonly fulfilled?: boolean;
}

/** Begins the rungs that ask for a review. */
export const REVIEW = 'review-';
/** Begins the rungs about what the incoming chair took on. */
export const COMMITMENT = 'commitment-';

const RECIPIENTS: readonly unknown[] = ['owner', 'acceptedBy', 'secretariat'] satisfies ReminderRecipient[];
const MOST_RUNGS = 10;
/** Working days; about a year. */
const FARTHEST = 250;

/**
 * The reminders still owed for a task with a due date, by day, from `today` on: rungs whose day has passed are
 * dropped, since a reminder of ten days when three are left tells nobody anything. Of an endless rung there is only
 * the next one; `nextEvery` gives the one after it.
 *
 * - A settled task owes none, but for a commitment: until it is done the incoming chair is reminded of it in the owner's
 *   place, in its own calendar, also when the chair has passed.
 * - A submitted task owes nothing to its owner: the accepting desk is reminded in the owner's place, in its own
 *   calendar (review time runs in the reviewer's calendar).
 * - A task compressed to today always has a reminder today, also if the ladder has none on the due date.
 * - The reminder on a due date that is a day off comes on the last working day before, since mail does not go out on
 *   days off and one that comes after the date would be late; if that day has passed, on the due date itself.
 *
 * @param calendar of the desk whose move it is: the owner's, or the accepting one's once submitted
 * @param today the date at that desk
 */
export function remindersFor(
  task: RemindedTask,
  due: IsoDate,
  calendar: Calendar,
  ladder: ReminderLadder,
  today: IsoDate,
): PlannedReminder[] {
  if (remindedDesk(task) === 'nobody') return [];
  const before = ladder.beforeDue.map((rung) => fixed(rung, due, calendar));
  const after = ladder.afterDue.map((rung) =>
    'every' in rung ? repeated(rung, due, calendar, ladder, (day) => day >= today) : fixed(rung, due, calendar),
  );
  const onDue = ladder.onDue ?? (task.compressed && due === today ? { to: ['owner'] as const } : null);
  const on = onDue === null ? [] : [{ rung: 'on', on: dayOfDue(due, calendar, today), to: onDue.to }];
  return [...before, ...on, ...after]
    .filter((reminder) => reminder.on >= today)
    .sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))
    .flatMap((reminder) => addressed(reminder, task));
}

/**
 * The next reminder of the ladder's endless rung later than a day, usually the day of the last one; those missed in
 * between are left out. Null when the ladder has no such rung, or the task owes none.
 */
export function nextEvery(
  task: RemindedTask,
  due: IsoDate,
  calendar: Calendar,
  ladder: ReminderLadder,
  laterThan: IsoDate,
): PlannedReminder | null {
  const rung = ladder.afterDue.find((one) => 'every' in one);
  if (rung === undefined || remindedDesk(task) === 'nobody') return null;
  const reminder = repeated(rung, due, calendar, ladder, (day) => day > laterThan);
  return addressed(reminder, task)[0] ?? null;
}

/** The desk that is reminded of a task, in its own calendar: whose move it is, and of a commitment the incoming chair. */
export function remindedDesk(task: Omit<RemindedTask, 'compressed'>): Desk | 'nobody' {
  return isCommitment(task) ? 'incoming' : whoseMove(task);
}

/** Every problem of a ladder that came as untrusted JSON; none means that it is a ReminderLadder. */
export function ladderProblems(input: unknown): Problem[] {
  const inspection = new Inspection();
  const keys = { beforeDue: true, afterDue: true, onDue: false, status: false, quiet: false, digest: false };
  const ladder = inspection.fields(input, '', keys);
  if (ladder === null) return inspection.problems;
  for (const note of ['status', 'quiet', 'digest']) {
    if (ladder[note] !== undefined) inspection.text(ladder[note], note, 500);
  }
  if (ladder.onDue !== undefined) {
    const onDue = inspection.fields(ladder.onDue, 'onDue', { to: true });
    if (onDue !== null) inspectRecipients(inspection, onDue.to, 'onDue.to');
  }
  inspectRungs(inspection, ladder.beforeDue, 'beforeDue', -FARTHEST, -1);
  inspectRungs(inspection, ladder.afterDue, 'afterDue', 1, FARTHEST);
  return inspection.problems;
}

function isCommitment({ state, fulfilled = false }: Pick<RemindedTask, 'state' | 'fulfilled'>): boolean {
  return state === 'committed' && !fulfilled;
}

function fixed(rung: FixedRung, due: IsoDate, calendar: Calendar): PlannedReminder {
  const name = `${rung.offset < 0 ? 'before' : 'after'}-${String(Math.abs(rung.offset))}`;
  return { rung: name, on: calendar.step(due, rung.offset).date, to: rung.to };
}

function repeated(
  rung: RepeatedRung,
  due: IsoDate,
  calendar: Calendar,
  ladder: ReminderLadder,
  isWanted: (day: IsoDate) => boolean,
): PlannedReminder {
  const lastFixed = Math.max(0, ...ladder.afterDue.map((one) => ('every' in one ? 0 : one.offset)));
  let times = 0;
  let on = due;
  do {
    times += 1;
    on = calendar.step(on, rung.every).date;
  } while (times * rung.every <= lastFixed || !isWanted(on));
  return { rung: `every-${String(rung.every)}-${String(times)}`, on, to: rung.to };
}

function dayOfDue(due: IsoDate, calendar: Calendar, today: IsoDate): IsoDate {
  if (calendar.isWorkingDay(due)) return due;
  const before = calendar.step(due, -1).date;
  return before < today ? due : before;
}

/** The reminder with those recipients who are there and are not the same desk twice; none when nobody is left. */
function addressed(reminder: PlannedReminder, task: RemindedTask): PlannedReminder[] {
  if (isCommitment(task)) return committed(reminder);
  const inReview = task.state === 'submitted';
  const told = new Set<Desk>();
  const to = reminder.to
    .map((recipient) => (inReview && recipient === 'owner' ? 'acceptedBy' : recipient))
    .filter((recipient) => {
      const desk = recipient === 'owner' || recipient === 'acceptedBy' ? task[recipient] : recipient;
      if (desk === null || told.has(desk)) return false;
      told.add(desk);
      return true;
    });
  return to.length === 0 ? [] : [{ rung: inReview ? REVIEW + reminder.rung : reminder.rung, on: reminder.on, to }];
}

/** Of a commitment the incoming chair is told in the owner's place, and the secretariat where the ladder says so. */
function committed({ rung, on, to }: PlannedReminder): PlannedReminder[] {
  const told = [
    ...(to.includes('owner') ? (['incoming'] as const) : []),
    ...(to.includes('secretariat') ? (['secretariat'] as const) : []),
  ];
  return told.length === 0 ? [] : [{ rung: COMMITMENT + rung, on, to: told }];
}

function inspectRungs(inspection: Inspection, input: unknown, path: string, least: number, most: number): void {
  const offsets = new Set<number>();
  let repeats = 0;
  for (const [index, value] of (inspection.list(input, path, 0, MOST_RUNGS) ?? []).entries()) {
    const here = `${path}[${String(index)}]`;
    const isRepeated = path === 'afterDue' && typeof value === 'object' && value !== null && 'every' in value;
    const rung = inspection.fields(value, here, { [isRepeated ? 'every' : 'offset']: true, unit: true, to: true });
    if (rung === null) continue;
    inspectRecipients(inspection, rung.to, under(here, 'to'));
    if (rung.unit !== 'working_days') inspection.note(under(here, 'unit'), 'must be working_days');
    if (isRepeated) {
      inspection.wholeNumber(rung.every, under(here, 'every'), 1, FARTHEST);
      repeats += 1;
      if (repeats > 1) inspection.note(under(here, 'every'), 'must be the only repeated step');
      continue;
    }
    const offset = inspection.wholeNumber(rung.offset, under(here, 'offset'), least, most);
    if (offset !== null && offsets.has(offset)) inspection.note(under(here, 'offset'), 'is used twice');
    if (offset !== null) offsets.add(offset);
  }
}

function inspectRecipients(inspection: Inspection, input: unknown, path: string): void {
  const to = inspection.list(input, path, 1, RECIPIENTS.length);
  for (const [index, recipient] of (to ?? []).entries()) {
    const here = `${path}[${String(index)}]`;
    if (!RECIPIENTS.includes(recipient)) inspection.note(here, 'must be owner, acceptedBy or secretariat');
    else if (to?.indexOf(recipient) !== index) inspection.note(here, 'is named twice');
  }
}
