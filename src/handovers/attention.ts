import { isSettled } from '../engine/tasks/task.js';
import type { IsoDate, IsoInstant, Side } from '../engine/words.js';
import { sidesOfDesk } from '../engine/desks.js';
import { isLate, type PageTask } from './page-tasks.queries.js';

/** Days ahead in which a task is near. */
const NEAR = 7;
/** Days after which work in progress that nobody has touched is silent. */
const SILENT = 7;
const DAY = 86_400_000;

/** Why a task needs somebody's attention; the first that holds counts. */
export type AttentionReason = 'review' | 'returned' | 'late' | 'silent' | 'near';

export interface AttentionItem {
  readonly task: PageTask;
  readonly reason: AttentionReason;
}

export interface Moment {
  readonly now: IsoInstant;
  /** In the zone of the body. */
  readonly today: IsoDate;
}

/**
 * What needs the attention of people who speak for these sides, most pressing first: what waits for their review (the
 * longest waiting first), what was returned to them or is late (by its date), what is near. The secretariat looks after
 * all: what is late anywhere, and what has been silent.
 */
export function attentionOf(tasks: readonly PageTask[], sides: readonly Side[], moment: Moment): AttentionItem[] {
  const items = tasks.flatMap((task): AttentionItem[] => {
    const reason = reasonFor(task, sides, moment);
    return reason === null ? [] : [{ task, reason }];
  });
  return items.sort((one, other) => urgency(one) - urgency(other) || order(one).localeCompare(order(other)));
}

function reasonFor(task: PageTask, sides: readonly Side[], moment: Moment): AttentionReason | null {
  if (isSettled(task)) return null;
  const acceptsIt = task.acceptedBy !== null && sidesOfDesk(task.acceptedBy).some((side) => sides.includes(side));
  if (task.state === 'submitted' && acceptsIt) return 'review';
  const ownsIt = sidesOfDesk(task.owner).some((side) => sides.includes(side));
  if (ownsIt && task.state === 'returned') return 'returned';
  const watches = sides.includes('secretariat');
  if ((ownsIt || watches) && isLate(task, moment.now)) return 'late';
  if (watches && isSilent(task, moment)) return 'silent';
  return ownsIt && task.state !== 'submitted' && isNear(task, moment) ? 'near' : null;
}

/** Begun, and nothing has happened to it for a week. */
export function isSilent(task: PageTask, { now }: Moment): boolean {
  return task.state !== 'open' && !isSettled(task) && Date.parse(now) - Date.parse(task.touchedAt) > SILENT * DAY;
}

function isNear({ dueOn }: PageTask, { today }: Moment): boolean {
  return dueOn !== null && Date.parse(dueOn) - Date.parse(today) <= NEAR * DAY;
}

const URGENCY: Readonly<Record<AttentionReason, number>> = { review: 0, returned: 1, late: 1, silent: 2, near: 3 };

function urgency({ reason }: AttentionItem): number {
  return URGENCY[reason];
}

function order({ task, reason }: AttentionItem): string {
  if (reason === 'review') return task.stateSince;
  return reason === 'silent' ? task.touchedAt : (task.dueOn ?? '9999');
}
