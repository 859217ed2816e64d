import { sidesOfDesk } from '../engine/desks.js';
import { isSettled } from '../engine/tasks/task.js';
import type { Side } from '../engine/words.js';
import { attentionOf, type Moment } from './attention.js';
import { isLate, type PageTask } from './page-tasks.queries.js';

/** The kinds of tasks that a list can be narrowed to. */
export const TASK_CHIPS = ['mine', 'all', 'overdue', 'returned', 'submitted', 'started', 'accepted'] as const;
export type TaskChip = (typeof TASK_CHIPS)[number];

/** In place of a person or section: not narrowed; in place of a person: nobody has it. Neither can be an id. */
export const WHOLE = '*';
export const NOBODY = '-';

/** Who reads the list, and when. */
export interface ListReader {
  readonly personId: string;
  /** Empty for an observer, for whom nothing is to do. */
  readonly sides: readonly Side[];
  readonly moment: Moment;
}

/** What a list is narrowed to. */
export interface TaskChoice {
  readonly show: TaskChip;
  readonly person: string;
  readonly section: string;
}

/** The tasks that a choice leaves, and how many each kind would. */
export interface ChosenTasks {
  readonly choice: TaskChoice;
  /** In the order of the checklist. */
  readonly tasks: readonly PageTask[];
  /** Of the chosen person and section; kinds that mean nothing to the reader are left out. */
  readonly counts: readonly { readonly chip: TaskChip; readonly count: number }[];
  /** How many of the tasks shown are late. */
  readonly late: number;
}

/** What was asked for, with what a list begins with where nothing was: the reader's own tasks, for an observer all. */
export function choiceOf(asked: Partial<TaskChoice>, { sides }: ListReader): TaskChoice {
  const isObserver = sides.length === 0;
  const show = asked.show ?? (isObserver ? 'all' : 'mine');
  return {
    show: isObserver && show === 'mine' ? 'all' : show,
    person: asked.person ?? WHOLE,
    section: asked.section ?? WHOLE,
  };
}

export function chooseTasks(tasks: readonly PageTask[], choice: TaskChoice, reader: ListReader): ChosenTasks {
  const within = tasks.filter(
    ({ personId, section }) =>
      (choice.person === WHOLE || (personId ?? NOBODY) === choice.person) &&
      (choice.section === WHOLE || section === choice.section),
  );
  const mine = new Set(tasksOfReader(tasks, reader));
  const belongs = (task: PageTask, chip: TaskChip): boolean =>
    chip === 'mine' ? mine.has(task.id) : isOfKind(task, chip, reader);
  const shown = within.filter((task) => belongs(task, choice.show));
  return {
    choice,
    tasks: shown,
    counts: TASK_CHIPS.filter((chip) => chip !== 'mine' || reader.sides.length > 0).map((chip) => ({
      chip,
      count: within.filter((task) => belongs(task, chip)).length,
    })),
    late: shown.filter((task) => isLate(task, reader.moment.now)).length,
  };
}

function isOfKind(task: PageTask, chip: Exclude<TaskChip, 'mine'>, { moment }: ListReader): boolean {
  if (chip === 'all') return true;
  return chip === 'overdue' ? isLate(task, moment.now) : task.state === chip;
}

/**
 * The ids of what waits for the reader: theirs to do or their side's as long as nobody has it, and their side's to
 * accept. For the secretariat, which looks after all sides, it is what needs attention now, and what is their own.
 */
function tasksOfReader(tasks: readonly PageTask[], { personId, sides, moment }: ListReader): string[] {
  if (!sides.includes('secretariat'))
    return tasks.filter((task) => waitsFor(task, personId, sides)).map(({ id }) => id);
  const own = tasks.filter((task) => task.personId === personId && waitsFor(task, personId, sides));
  return [...own, ...attentionOf(tasks, sides, moment).map(({ task }) => task)].map(({ id }) => id);
}

function waitsFor(task: PageTask, personId: string, sides: readonly Side[]): boolean {
  if (isSettled(task)) return false;
  const desk = task.state === 'submitted' ? task.acceptedBy : task.owner;
  const isOfSide = desk !== null && sidesOfDesk(desk).some((side) => sides.includes(side));
  return task.state === 'submitted' ? isOfSide : task.personId === personId || (task.personId === null && isOfSide);
}
