import { localDate } from '../../engine/time/zones.js';
import type { Viewer } from '../../people/find-session.js';
import { daysBetween } from '../../web/dates.js';
import { inLanguage } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { isSilent } from '../attention.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import { isLate, type PageSection, type PageTask } from '../page-tasks.queries.js';
import { deskName } from './desk-names.js';

export interface TaskTableSource {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly sections: readonly PageSection[];
  readonly tasks: readonly PageTask[];
}

/** Tasks as a table for spreadsheets, in the reader's language; days and instants as ISO 8601 writes them. */
export function taskTable(source: TaskTableSource): (string | number | null)[][] {
  const { table } = source.page.texts.tasks.list;
  const { number, section, task, desk, responsible, acceptedBy, state, since, due, end, overdue, silent, documents } =
    table;
  return [
    [number, section, task, desk, responsible, acceptedBy, state, since, due, end, overdue, silent, documents],
    ...source.tasks.map((each) => rowOf(each, source)),
  ];
}

function rowOf(task: PageTask, { page, viewer, frame, sections }: TaskTableSource): (string | number | null)[] {
  const { table } = page.texts.tasks.list;
  const named = (desk: PageTask['owner']): string => deskName(page, viewer, frame, desk);
  const moment = { now: viewer.now, today: frame.today };
  return [
    task.id,
    inLanguage(page.language, sections.find(({ id }) => id === task.section)?.title ?? {}).text,
    inLanguage(page.language, task.title).text,
    named(task.owner),
    task.personName,
    task.acceptedBy === null ? null : named(task.acceptedBy),
    page.texts.layout.states[task.state],
    task.stateSince,
    task.dueOn,
    task.dueAt,
    isLate(task, viewer.now) ? table.yes : table.no,
    isSilent(task, moment) ? daysBetween(localDate(task.touchedAt, viewer.zone), frame.today) : null,
    task.evidenceCount,
  ];
}
