import { handoverReadiness, type Readiness } from '../engine/tasks/readiness.js';
import { isSettled, type TaskState } from '../engine/tasks/task.js';
import type { IsoDate, Side } from '../engine/words.js';
import type { PageSection, PageTask } from './page-tasks.queries.js';

/** A section of the pack, and how far it has come. */
export interface PackSection extends PageSection {
  readonly readiness: Readiness;
  /** Of all its tasks together, as one task would be said to stand. */
  readonly state: TaskState;
  /** Documents and references behind its tasks. */
  readonly documents: number;
  /** The next day on which something of it is due; null when nothing is open, or nothing has a date. */
  readonly nextDue: IsoDate | null;
}

/** How many sections a side has a share in, and in how many of them it has sent all of it. */
export interface SentBy {
  readonly side: Side;
  readonly sent: number;
  readonly sections: number;
}

/** What the pack holds, section by section, and who has sent how much of it. */
export interface PackContents {
  readonly sections: readonly PackSection[];
  readonly sentBy: readonly SentBy[];
  readonly isAllSent: boolean;
  readonly isAllSettled: boolean;
}

const SIDES = ['outgoing', 'incoming', 'secretariat'] as const satisfies readonly Side[];

/** Reads the pack off its tasks. What both chairs own together counts for each of them. */
export function packContents(tasks: readonly PageTask[], sections: readonly PageSection[]): PackContents {
  const readiness = new Map(handoverReadiness(tasks).sections.map((of) => [of.section, of]));
  const filled = sections.flatMap((section): PackSection[] => {
    const own = tasks.filter((task) => task.section === section.id);
    const of = readiness.get(section.id);
    return of === undefined ? [] : [{ ...section, readiness: of, ...standing(own) }];
  });
  const sentBy = SIDES.map((side) => sentOf(side, tasks, filled));
  return {
    sections: filled,
    sentBy: sentBy.filter((of) => of.sections > 0),
    isAllSent: tasks.every(isSent),
    isAllSettled: tasks.every(isSettled),
  };
}

function standing(tasks: readonly PageTask[]): Omit<PackSection, keyof PageSection | 'readiness'> {
  const due = tasks.flatMap((task) => (isSettled(task) || task.dueOn === null ? [] : [task.dueOn])).sort();
  return {
    state: stateOf(tasks),
    documents: tasks.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0),
    nextDue: due[0] ?? null,
  };
}

function stateOf(tasks: readonly PageTask[]): TaskState {
  if (tasks.every(isSettled)) return 'accepted';
  if (tasks.some(({ state }) => state === 'returned')) return 'returned';
  if (tasks.every(isSent)) return 'submitted';
  return tasks.some(({ state }) => state !== 'open') ? 'started' : 'open';
}

/** Whether a task is out of its owner's hands: with its reviewer, or settled. */
function isSent(task: PageTask): boolean {
  return task.state === 'submitted' || isSettled(task);
}

function sentOf(side: Side, tasks: readonly PageTask[], sections: readonly PackSection[]): SentBy {
  const shares = sections
    .map(({ id }) => tasks.filter((task) => task.section === id && owns(side, task)))
    .filter((share) => share.length > 0);
  return { side, sections: shares.length, sent: shares.filter((share) => share.every(isSent)).length };
}

function owns(side: Side, { owner }: PageTask): boolean {
  return owner === side || (owner === 'joint' && side !== 'secretariat');
}
