import { canonical } from '../account/record.js';
import type { TaskState } from '../tasks/task.js';
import type { Marking } from '../words.js';

/**
 * How a task stands in what is handed over. Work that goes on in a task is no change of the section until it leads to
 * something: open, started, submitted and returned tasks are all unfinished.
 */
export type Standing = 'unfinished' | 'accepted' | 'waived' | 'committed';

/** A document in its present version, or a reference to something elsewhere. */
export interface ContentPiece {
  readonly id: string;
  readonly task: string;
  readonly title: string;
  readonly marking: Marking;
  /** Where it lies, when it is not kept here. */
  readonly reference: string | null;
  /** Of a document that is kept here: the number of its version, and the SHA-256 of its content in hex. */
  readonly version: number | null;
  readonly sha256: string | null;
}

/** All that is decided on with a section: it is accepted as it is, and a change of any of it reopens it. */
export interface SectionContent {
  readonly summary: string;
  readonly needs: string;
  /** In the order of the checklist. */
  readonly tasks: readonly { readonly id: string; readonly standing: Standing }[];
  readonly pieces: readonly ContentPiece[];
}

/** One difference between a section then and now; null stands for what was or is not there. */
export type ContentChange =
  | { readonly what: 'summary' | 'needs'; readonly from: string; readonly to: string }
  | { readonly what: 'task'; readonly id: string; readonly from: Standing | null; readonly to: Standing | null }
  | {
      readonly what: 'piece';
      readonly id: string;
      readonly task: string;
      readonly from: ContentPiece | null;
      readonly to: ContentPiece | null;
    };

export function standingOf(state: TaskState): Standing {
  return state === 'accepted' || state === 'waived' || state === 'committed' ? state : 'unfinished';
}

/** The canonical text of a content, whose digest the account holds fast. */
export function contentText({ summary, needs, tasks, pieces }: SectionContent): string {
  const ofTasks = tasks.map(({ id, standing }) => ({ id, standing }));
  return canonical({ summary, needs, tasks: ofTasks, pieces: pieces.map((piece) => ({ ...piece })) });
}

/** Everything that differs, in the order of the page: what is said, tasks, documents. Empty for the same content. */
export function contentChanges(before: SectionContent, after: SectionContent): readonly ContentChange[] {
  const said = (['summary', 'needs'] as const)
    .filter((what) => before[what] !== after[what])
    .map((what) => ({ what, from: before[what], to: after[what] }));
  const tasks = idsOf(before.tasks, after.tasks).flatMap((id): ContentChange[] => {
    const from = before.tasks.find((task) => task.id === id)?.standing ?? null;
    const to = after.tasks.find((task) => task.id === id)?.standing ?? null;
    return from === to ? [] : [{ what: 'task', id, from, to }];
  });
  const pieces = idsOf(before.pieces, after.pieces).flatMap((id): ContentChange[] => {
    const from = before.pieces.find((piece) => piece.id === id) ?? null;
    const to = after.pieces.find((piece) => piece.id === id) ?? null;
    const task = (to ?? from)?.task ?? '';
    return from !== null && to !== null && isSame(from, to) ? [] : [{ what: 'piece', id, task, from, to }];
  });
  return [...said, ...tasks, ...pieces];
}

function idsOf(before: readonly { readonly id: string }[], after: readonly { readonly id: string }[]): string[] {
  return [...new Set([...before, ...after].map(({ id }) => id))];
}

function isSame(one: ContentPiece, other: ContentPiece): boolean {
  return canonical({ ...one }) === canonical({ ...other });
}
