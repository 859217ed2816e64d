import type { EntityManager } from 'typeorm';
import type { Translated } from '../engine/tasks/template.js';
import { findFrame, type HandoverFrame } from './handover-frame.queries.js';
import { listPageTasks, listSections, type PageTask } from './page-tasks.queries.js';
import { loadTask, type TaskBeforeMove } from './task-facts.js';

/** A section whose tasks are about to be sent for review. */
export interface SectionScene {
  readonly frame: HandoverFrame;
  readonly section: { readonly id: string; readonly title: Translated; readonly number: number };
  /** Its tasks in the order of the checklist, each with what the engine asks about it. */
  readonly tasks: readonly { readonly task: PageTask; readonly before: TaskBeforeMove }[];
  /** Titles of all tasks, for those that something waits for. */
  readonly titles: ReadonlyMap<string, Translated>;
}

export interface SectionReader {
  readonly bodyId: string;
  readonly handoverId: string;
  readonly personId: string;
}

/** Null when there is no such section. */
export async function findSectionScene(
  em: EntityManager,
  { bodyId, handoverId, personId }: SectionReader,
  sectionId: string,
): Promise<SectionScene | null> {
  const [frame, all, sections] = await Promise.all([
    findFrame(em, bodyId, handoverId, personId),
    listPageTasks(em, bodyId, handoverId),
    listSections(em, bodyId, handoverId),
  ]);
  const index = sections.findIndex(({ id }) => id === sectionId);
  const section = sections[index];
  if (frame === null || section === undefined) return null;
  const own = all.filter((task) => task.section === sectionId);
  const facts = await Promise.all(own.map(({ id }) => loadTask(em, bodyId, handoverId, id, personId)));
  return {
    frame,
    section: { ...section, number: index + 1 },
    tasks: own.flatMap((task, place) => {
      const before = facts[place];
      return before == null ? [] : [{ task, before }];
    }),
    titles: new Map(all.map(({ id, title }) => [id, title])),
  };
}
