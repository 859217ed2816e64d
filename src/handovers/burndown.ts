import { isSettled } from '../engine/tasks/task.js';
import { localDate } from '../engine/time/zones.js';
import type { IsoDate } from '../engine/words.js';
import type { PageTask } from './page-tasks.queries.js';

/** How many tasks are left at the end of a day. */
export interface LeftOn {
  readonly day: IsoDate;
  readonly left: number;
}

export interface Burndown {
  /** What was left, up to today. */
  readonly actual: readonly LeftOn[];
  /** What would be left if each task were settled on its day. */
  readonly planned: readonly LeftOn[];
}

/** How the checklist empties, day by day on which something changes. @param zone the body's, whose days are meant. */
export function burndownOf(tasks: readonly PageTask[], today: IsoDate, zone: string): Burndown {
  const settledOn = tasks.filter(isSettled).map(({ stateSince }) => localDate(stateSince, zone));
  const dueOn = tasks.flatMap((task) => (task.dueOn === null ? [] : [task.dueOn]));
  const actual = fallingFrom(tasks.length, settledOn);
  return {
    actual: [...actual, { day: today, left: tasks.length - settledOn.length }],
    planned: fallingFrom(tasks.length, dueOn),
  };
}

function fallingFrom(total: number, days: readonly IsoDate[]): LeftOn[] {
  const sorted = [...new Set(days)].sort();
  return sorted.map((day) => ({ day, left: total - days.filter((each) => each <= day).length }));
}

/** What is left by plan at the end of a day. */
export function plannedLeft({ planned }: Burndown, total: number, day: IsoDate): number {
  return planned.filter((each) => each.day <= day).at(-1)?.left ?? total;
}
