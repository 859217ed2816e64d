import { sidesOfDesk } from '../../engine/desks.js';
import { isSettled } from '../../engine/tasks/task.js';
import { PageHead } from '../../web/components/page-head.js';
import { inLanguage } from '../../web/names.js';
import type { LivePart } from '../../web/live-parts.js';
import { paths } from '../../web/paths.js';
import type { PageTask } from '../page-tasks.queries.js';
import { choiceOf, chooseTasks, WHOLE, type ChosenTasks } from '../task-list.js';
import { HandoverPage, holdersOf, sidesOfReader } from './handover-page.js';
import { ChipCount, countId, TaskFilter, type TaskListProps } from './task-filter.js';
import { DueCell, rowOf, StateCell, TaskTable } from './task-table.js';

/** The checklist: one table for each section, of which the reader chooses what to see. */
export function TaskListPage(props: TaskListProps) {
  const { page, viewer, frame, tasks, chosen } = props;
  const { list } = page.texts.tasks;
  const isSecretariat = viewer.roles.includes('secretariat');
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={list.title} current="tasks">
      <PageHead above={list.above(holdersOf(page, frame.outgoing), holdersOf(page, frame.incoming))} title={list.title}>
        {isSecretariat ? (
          <a class="button" href={`${paths.tasksExport(viewer.bodyId, frame.id)}${queryOf(chosen)}`}>
            {list.exportTable}
          </a>
        ) : null}
        {frame.hats.length === 0 ? null : (
          <a class="button" href={paths.links(viewer.bodyId, frame.id)}>
            {page.texts.tasks.links.title}
          </a>
        )}
        <button type="button" class="needs-script" data-print="yes">
          {page.texts.layout.print}
        </button>
      </PageHead>
      <div id="task-list">
        <TaskFilter {...props} />
        <p class="result quiet" role="status">
          {chosen.tasks.length === tasks.length
            ? list.allShown(tasks.length)
            : list.shown(chosen.tasks.length, tasks.length)}
          {chosen.late === 0 ? null : <span class="result-late">{list.late(chosen.late)}</span>}
        </p>
        {chosen.tasks.length === 0 ? <Nothing {...props} /> : <Sections {...props} />}
      </div>
    </HandoverPage>
  );
}

/**
 * The parts of it that follow what happens while it is open: numbers, dates and states, while rows stay where they are.
 * @param query of its address, which says what it shows.
 * @param mayChange whether there may be news of a task.
 */
export function taskListParts(
  { page, viewer, frame, tasks }: Pick<TaskListProps, 'page' | 'viewer' | 'frame' | 'tasks'>,
  query: string,
  mayChange: (task: PageTask) => boolean,
): LivePart[] {
  const reader = {
    personId: viewer.personId,
    sides: sidesOfReader(frame),
    moment: { now: viewer.now, today: frame.today },
  };
  const { choice, counts } = chooseTasks(
    tasks,
    choiceOf(Object.fromEntries(new URLSearchParams(query)), reader),
    reader,
  );
  return [
    ...counts.map(({ chip, count }) => ({
      id: countId(choice, chip),
      element: <ChipCount choice={choice} chip={chip} count={count} />,
    })),
    ...tasks.filter(mayChange).flatMap((task) => {
      const row = rowOf({ page, viewer, frame }, task);
      return [
        { id: `due-${task.id}`, element: <DueCell page={page} {...row} /> },
        { id: `state-${task.id}`, element: <StateCell page={page} {...row} /> },
      ];
    }),
  ];
}

function queryOf({ choice: { show, person, section } }: ChosenTasks): string {
  return `?${new URLSearchParams({ show, person, section }).toString()}`;
}

function Nothing({ page, viewer, frame, tasks, chosen }: TaskListProps) {
  const { list } = page.texts.tasks;
  const { show, person, section } = chosen.choice;
  const isNarrowed = person !== WHOLE || section !== WHOLE;
  return (
    <p class="nothing">
      {isNarrowed ? list.empty.all : list.empty[show]}{' '}
      <a href={`${paths.tasks(viewer.bodyId, frame.id)}?show=all`}>{list.showAll(tasks.length)}</a>
    </p>
  );
}

function Sections({ page, viewer, frame, sections, tasks, chosen }: TaskListProps) {
  const { list } = page.texts.tasks;
  const sides = sidesOfReader(frame);
  return (
    <>
      {sections.map(({ id, title }, index) => {
        const shown = chosen.tasks.filter(({ section }) => section === id);
        if (shown.length === 0) return null;
        const all = tasks.filter(({ section }) => section === id);
        const { text, lang } = inLanguage(page.language, title);
        return (
          <details key={id} class="task-section" id={`section-${id}`} data-prints="open" open>
            <summary>
              <h2>
                <span class="section-number">{index + 1}</span> <span lang={lang}>{text}</span>
              </h2>
              <span class="quiet">{list.settledOf(all.filter(isSettled).length, all.length)}</span>
            </summary>
            <TaskTable
              page={page}
              viewer={viewer}
              frame={frame}
              tasks={shown}
              caption={list.caption(index + 1, text)}
            />
            {all.some(
              ({ state, owner }) => state === 'started' && sidesOfDesk(owner).some((side) => sides.includes(side)),
            ) ? (
              <p class="send-section">
                <a href={paths.submitSection(viewer.bodyId, frame.id, id)}>{list.sendSection}</a>
              </p>
            ) : null}
          </details>
        );
      })}
    </>
  );
}
