import { isSettled, type TaskState } from '../../engine/tasks/task.js';
import { localDate } from '../../engine/time/zones.js';
import type { IsoDate } from '../../engine/words.js';
import type { Viewer } from '../../people/find-session.js';
import { daysBetween } from '../../web/dates.js';
import { inLanguage } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import { isLate, type PageTask } from '../page-tasks.queries.js';

/** Who reads a list of tasks, of which handover and when. */
export interface Reading {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
}

/** What every list says of a task. */
export type ListedTask = Readonly<{
  id: string;
  address: string;
  title: string;
  /** Of the title, where it is not the page's. */
  language: string | undefined;
  person: string | null;
  due: IsoDate | null;
  today: IsoDate;
  isSettled: boolean;
  isLate: boolean;
  state: TaskState;
}>;

export function listedTask({ page, viewer, frame }: Reading, task: PageTask): ListedTask {
  const { text, lang } = inLanguage(page.language, task.title);
  return {
    id: task.id,
    address: paths.task(viewer.bodyId, frame.id, task.id),
    title: text,
    language: lang === page.language ? undefined : lang,
    person: task.personName,
    due: task.dueOn,
    today: frame.today,
    isSettled: isSettled(task),
    isLate: isLate(task, viewer.now),
    state: task.state,
  };
}

/** Since how many days of the body's calendar nothing has happened to a task. */
export function daysUntouched({ viewer, frame }: Reading, { touchedAt }: PageTask): number {
  return daysBetween(localDate(touchedAt, viewer.zone), frame.today);
}
