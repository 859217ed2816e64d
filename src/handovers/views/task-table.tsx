import { isSettled } from '../../engine/tasks/task.js';
import { localDate } from '../../engine/time/zones.js';
import type { Viewer } from '../../people/find-session.js';
import { DueDate } from '../../web/components/due-date.js';
import { StateTag } from '../../web/components/state-tag.js';
import { daysBetween } from '../../web/dates.js';
import { inLanguage } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
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
  const { columns } = page.texts.tasks.list;
  return (
    <table class="tasks" role="table">
      <caption class="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['task', 'responsible', 'documents', 'due', 'state'] as const).map((name) => (
            <th key={name} class={`col-${name}`} role="columnheader" scope="col">
              {columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {tasks.map((task) => (
          <TaskRow key={task.id} {...props} task={task} />
        ))}
      </tbody>
    </table>
  );
}

function TaskRow({ page, viewer, frame, task }: TaskTableProps & { readonly task: PageTask }) {
  const { text, lang } = inLanguage(page.language, task.title);
  return (
    <tr role="row">
      <th class="task-what" role="rowheader" scope="row">
        <span class="task-number">
          <bdi>{task.id}</bdi>
        </span>{' '}
        <a href={paths.task(viewer.bodyId, frame.id, task.id)} lang={lang === page.language ? undefined : lang}>
          <bdi>{text}</bdi>
        </a>
      </th>
      <td class="task-who" role="cell">
        {task.personName === null ? (
          deskName(page, viewer, frame, task.owner)
        ) : (
          <>
            <bdi>{task.personName}</bdi>
            <span class="task-desk">{deskName(page, viewer, frame, task.owner)}</span>
          </>
        )}
      </td>
      <td class="task-files" role="cell">
        <Documents page={page} task={task} />
      </td>
      <DueCell page={page} viewer={viewer} frame={frame} task={task} />
      <StateCell page={page} viewer={viewer} frame={frame} task={task} />
    </tr>
  );
}

type CellProps = Pick<TaskTableProps, 'page' | 'viewer' | 'frame'> & { readonly task: PageTask };

/** When it is due; also while the list is open. */
export function DueCell({ page, viewer, frame, task }: CellProps) {
  return (
    <td class="task-due" role="cell" id={`due-${task.id}`}>
      <DueDate
        page={page}
        due={task.dueOn}
        today={frame.today}
        isSettled={isSettled(task)}
        isLate={isLate(task, viewer.now)}
      />
    </td>
  );
}

/** How it stands, with a mark for the secretariat where nothing happens to it; also while the list is open. */
export function StateCell({ page, viewer, frame, task }: CellProps) {
  const marksSilent = sidesOfReader(frame).includes('secretariat');
  return (
    <td class="task-state" role="cell" id={`state-${task.id}`}>
      <StateTag page={page} state={task.state} />
      {marksSilent && isSilent(task, { now: viewer.now, today: frame.today }) ? (
        <span class="silent">
          {page.texts.tasks.list.silent(daysBetween(localDate(task.touchedAt, viewer.zone), frame.today))}
        </span>
      ) : null}
    </td>
  );
}

/** How many documents show that it is done; where there is none, whether one is needed. */
function Documents({ page, task }: { readonly page: PageRequest; readonly task: PageTask }) {
  const { list } = page.texts.tasks;
  if (task.evidenceCount > 0) {
    return (
      <>
        <span aria-hidden="true" class="in-column">
          {task.evidenceCount}
        </span>
        <span class="in-stack">{list.documents(task.evidenceCount)}</span>
      </>
    );
  }
  return (
    <>
      <span aria-hidden="true" class="in-column">
        –
      </span>
      <span class="in-stack">
        {task.evidence === 'required' && !isSettled(task) ? list.documentMissing : list.noDocument}
      </span>
    </>
  );
}
