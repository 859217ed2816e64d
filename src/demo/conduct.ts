import type { IsoDate } from '../engine/words.js';

/** How the people of a story go about one task. Days are working days of whoever acts. */
export interface Conduct {
  /** So many days before the task is needed (negative) or after it, it is submitted. */
  readonly submit?: number;
  /** So many days after its due date it is submitted, whoever waits for it. */
  readonly late?: number;
  /** So many days after it was submitted, it is looked at. */
  readonly review?: number;
  /** It comes back once, for this reason, and is mended with this comment. */
  readonly returned?: { readonly reason: string; readonly mended: string };
  /** The accepting side lets it go instead. */
  readonly waived?: string;
  /** The incoming chair takes it on unfinished. */
  readonly taken?: { readonly reason: string; readonly dueOn: IsoDate };
  /** Who works on it; otherwise the delegates of the side in turn. */
  readonly by?: string;
  /** It is left to a scene of the story. */
  readonly inScene?: true;
}

/** How a story goes about its tasks, by their ids; what is not named goes the usual way. */
export type ConductTable = Readonly<Record<string, Conduct>>;

/** People begin so many days before a task has to be submitted. */
export const BEGIN = 8;
/** What waits for a task needs it so many days before its own date. */
export const HAND_ON = 3;

/** The usual ways: some are early, some just in time, and reviewers take a day or two. */
const USUAL: readonly Required<Pick<Conduct, 'submit' | 'review'>>[] = [
  { submit: -3, review: 1 },
  { submit: -1, review: 1 },
  { submit: -2, review: 2 },
  { submit: -4, review: 1 },
  { submit: 0, review: 1 },
];

/** How a task is gone about: as the story says, else one of the usual ways, by its place in the checklist. */
export function conductOf(
  table: ConductTable,
  task: { readonly id: string; readonly position: number },
): Conduct & { readonly submit: number; readonly review: number } {
  const usual = USUAL[task.position % USUAL.length] ?? { submit: -2, review: 1 };
  return { ...usual, ...table[task.id] };
}
