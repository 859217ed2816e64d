import { isSettled } from '../../engine/tasks/task.js';
import { DueDate } from '../../web/components/due-date.js';
import { StateTag } from '../../web/components/state-tag.js';
import { writtenOnce } from '../../web/components/written-once.js';
import type { Speaker } from '../../web/page-request.js';
import { isSilent } from '../attention.js';
import type { PageTask } from '../page-tasks.queries.js';
import { deskName } from './desk-names.js';
import { sidesOfReader } from './handover-page.js';
import { daysUntouched, listedTask, type ListedTask, type Reading } from './listed-task.js';

export interface TaskTableProps extends Reading {
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

/** What the checklist says of a task. */
interface Row {
  readonly task: ListedTask;
  readonly desk: string;
  readonly documents: number;
  readonly isDocumentMissing: boolean;
  /** Since how many days nothing has happened to it, where that is to be said. */
  readonly silentFor: number | null;
}

/** What the list says of a task to one reader. */
export function rowOf(reading: Reading, task: PageTask): Row {
  const { page, viewer, frame } = reading;
  const marksSilent = sidesOfReader(frame).includes('secretariat');
  const isSilentHere = marksSilent && isSilent(task, { now: viewer.now, today: frame.today });
  return {
    task: listedTask(reading, task),
    desk: deskName(page, viewer, frame, task.owner),
    documents: task.evidenceCount,
    isDocumentMissing: task.evidence === 'required' && !isSettled(task),
    silentFor: isSilentHere ? daysUntouched(reading, task) : null,
  };
}

const TaskRow = writtenOnce<Row>((row) => {
  const { page, task, desk, documents } = row;
  return (
    <tr role="row">
      <th class="task-what" role="rowheader" scope="row">
        <span class="task-number">
          <bdi>{task.id}</bdi>
        </span>{' '}
        <a href={task.address} lang={task.language}>
          <bdi>{task.title}</bdi>
        </a>
      </th>
      <td class="task-who" role="cell">
        {task.person === null ? (
          desk
        ) : (
          <>
            <bdi>{task.person}</bdi>
            <span class="task-desk">{desk}</span>
          </>
        )}
      </td>
      <td class="task-files" role="cell">
        <span aria-hidden="true" class="in-column">
          {documents > 0 ? documents : '–'}
        </span>
        <span class="in-stack">{documentsInWords(page, row)}</span>
      </td>
      <DueCell page={page} task={task} />
      <StateCell page={page} task={task} silentFor={row.silentFor} />
    </tr>
  );
});

/** How many documents show that it is done; where there is none, whether one is needed. */
function documentsInWords({ texts }: Speaker, { documents, isDocumentMissing }: Row): string {
  const { list } = texts.tasks;
  if (documents > 0) return list.documents(documents);
  return isDocumentMissing ? list.documentMissing : list.noDocument;
}

/** When it is due; also while the list is open. */
export function DueCell({ page, task }: Pick<Row, 'task'> & { readonly page: Speaker }) {
  return (
    <td class="task-due" role="cell" id={`due-${task.id}`}>
      <DueDate page={page} {...task} />
    </td>
  );
}

/** How it stands, with a mark for the secretariat where nothing happens to it; also while the list is open. */
export function StateCell({ page, task, silentFor }: Pick<Row, 'task' | 'silentFor'> & { readonly page: Speaker }) {
  return (
    <td class="task-state" role="cell" id={`state-${task.id}`}>
      <StateTag page={page} state={task.state} />
      {silentFor === null ? null : <span class="silent">{page.texts.tasks.list.silent(silentFor)}</span>}
    </td>
  );
}
