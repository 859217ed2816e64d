import { isSettled, type TaskState } from '../../engine/tasks/task.js';
import { localDate } from '../../engine/time/zones.js';
import type { IsoDate } from '../../engine/words.js';
import type { Viewer } from '../../people/find-session.js';
import { DueDate } from '../../web/components/due-date.js';
import { StateTag } from '../../web/components/state-tag.js';
import { writtenOnce } from '../../web/components/written-once.js';
import { daysBetween } from '../../web/dates.js';
import { inLanguage } from '../../web/names.js';
import type { PageRequest, Speaker } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import { isSilent } from '../attention.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import { isLate, type PageTask } from '../page-tasks.queries.js';
import { deskName } from './desk-names.js';
import { sidesOfReader } from './handover-page.js';

export interface TaskTableProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly tasks: readonly PageTask[];
  readonly caption: string;
}

/**
 * Tasks of one section. On phones its rows become stacks; browsers then forget that it is a table, so its roles are
 * written out.
 */
export function TaskTable(props: TaskTableProps) {
  const { page, tasks, caption } = props;
  return (
    <table class="tasks" role="table">
      <TableHead page={page} caption={caption} />
      <tbody role="rowgroup">
        {tasks.map((task) => (
          <TaskRow key={task.id} page={page} {...rowOf(props, task)} />
        ))}
      </tbody>
    </table>
  );
}

const TableHead = writtenOnce<{ readonly caption: string }>(({ page, caption }) => (
  <>
    <caption class="unseen">{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {(['task', 'responsible', 'documents', 'due', 'state'] as const).map((name) => (
          <th key={name} class={`col-${name}`} role="columnheader" scope="col">
            {page.texts.tasks.list.columns[name]}
          </th>
        ))}
      </tr>
    </thead>
  </>
));

/** What a list says of one task. */
type Row = Readonly<{
  id: string;
  address: string;
  title: string;
  /** Of the title, where it is not the page's. */
  language: string | undefined;
  person: string | null;
  desk: string;
  documents: number;
  isDocumentMissing: boolean;
  due: IsoDate | null;
  today: IsoDate;
  isSettled: boolean;
  isLate: boolean;
  state: TaskState;
  /** Since how many days nothing has happened to it, where that is to be said. */
  silentFor: number | null;
}>;

/** What the list says of a task to one reader. */
export function rowOf({ page, viewer, frame }: Omit<TaskTableProps, 'tasks' | 'caption'>, task: PageTask): Row {
  const { text, lang } = inLanguage(page.language, task.title);
  const marksSilent = sidesOfReader(frame).includes('secretariat');
  const isSilentHere = marksSilent && isSilent(task, { now: viewer.now, today: frame.today });
  return {
    id: task.id,
    address: paths.task(viewer.bodyId, frame.id, task.id),
    title: text,
    language: lang === page.language ? undefined : lang,
    person: task.personName,
    desk: deskName(page, viewer, frame, task.owner),
    documents: task.evidenceCount,
    isDocumentMissing: task.evidence === 'required' && !isSettled(task),
    due: task.dueOn,
    today: frame.today,
    isSettled: isSettled(task),
    isLate: isLate(task, viewer.now),
    state: task.state,
    silentFor: isSilentHere ? daysBetween(localDate(task.touchedAt, viewer.zone), frame.today) : null,
  };
}

const TaskRow = writtenOnce<Row>(({ page, ...row }) => (
  <tr role="row">
    <th class="task-what" role="rowheader" scope="row">
      <span class="task-number">
        <bdi>{row.id}</bdi>
      </span>{' '}
      <a href={row.address} lang={row.language}>
        <bdi>{row.title}</bdi>
      </a>
    </th>
    <td class="task-who" role="cell">
      {row.person === null ? (
        row.desk
      ) : (
        <>
          <bdi>{row.person}</bdi>
          <span class="task-desk">{row.desk}</span>
        </>
      )}
    </td>
    <td class="task-files" role="cell">
      <span aria-hidden="true" class="in-column">
        {row.documents > 0 ? row.documents : '–'}
      </span>
      <span class="in-stack">{documentsInWords(page, row)}</span>
    </td>
    <DueCell page={page} {...row} />
    <StateCell page={page} {...row} />
  </tr>
));

/** How many documents show that it is done; where there is none, whether one is needed. */
function documentsInWords({ texts }: Speaker, { documents, isDocumentMissing }: Row): string {
  const { list } = texts.tasks;
  if (documents > 0) return list.documents(documents);
  return isDocumentMissing ? list.documentMissing : list.noDocument;
}

/** When it is due; also while the list is open. */
export function DueCell({ page, id, due, today, isSettled, isLate }: Row & { readonly page: Speaker }) {
  return (
    <td class="task-due" role="cell" id={`due-${id}`}>
      <DueDate page={page} due={due} today={today} isSettled={isSettled} isLate={isLate} />
    </td>
  );
}

/** How it stands, with a mark for the secretariat where nothing happens to it; also while the list is open. */
export function StateCell({ page, id, state, silentFor }: Row & { readonly page: Speaker }) {
  return (
    <td class="task-state" role="cell" id={`state-${id}`}>
      <StateTag page={page} state={state} />
      {silentFor === null ? null : <span class="silent">{page.texts.tasks.list.silent(silentFor)}</span>}
    </td>
  );
}
