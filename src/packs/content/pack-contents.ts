import { isSettled } from '../../engine/tasks/task.js';
import type { IsoDate, Side } from '../../engine/words.js';
import type { PackSection, PackTask } from './pack.js';

/** A section as the contents of the pack list it. */
export interface ListedSection extends PackSection {
  readonly settled: number;
  /** Documents and references behind its tasks, as far as the reader may see them. */
  readonly pieces: number;
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
  readonly sections: readonly ListedSection[];
  readonly sentBy: readonly SentBy[];
  readonly isAllSent: boolean;
  readonly isAllSettled: boolean;
}

const SIDES = ['outgoing', 'incoming', 'secretariat'] as const satisfies readonly Side[];

/** Reads the contents off the sections. What both chairs own together counts for each of them. */
export function packContents(sections: readonly PackSection[]): PackContents {
  const filled = sections.filter(({ tasks }) => tasks.length > 0);
  const tasks = filled.flatMap((section) => section.tasks);
  return {
    sections: filled.map(listed),
    sentBy: SIDES.map((side) => sentOf(side, filled)).filter((of) => of.sections > 0),
    isAllSent: tasks.every(isSent),
    isAllSettled: tasks.every(isSettled),
  };
}

function listed(section: PackSection): ListedSection {
  const { tasks } = section;
  const due = tasks.flatMap((task) => (isSettled(task) || task.dueOn === null ? [] : [task.dueOn])).sort();
  return {
    ...section,
    settled: tasks.filter(isSettled).length,
    pieces: tasks.reduce((sum, { documents, links }) => sum + documents.length + links.length, 0),
    nextDue: due[0] ?? null,
  };
}

/** Whether a task is out of its owner's hands: with its reviewer, or settled. */
function isSent(task: PackTask): boolean {
  return task.state === 'submitted' || isSettled(task);
}

function sentOf(side: Side, sections: readonly PackSection[]): SentBy {
  const shares = sections
    .map(({ tasks }) => tasks.filter((task) => owns(side, task)))
    .filter((share) => share.length > 0);
  return { side, sections: shares.length, sent: shares.filter((share) => share.every(isSent)).length };
}

function owns(side: Side, { owner }: PackTask): boolean {
  return owner === side || (owner === 'joint' && side !== 'secretariat');
}
