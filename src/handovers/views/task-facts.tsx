import type { ComponentChildren } from 'preact';
import type { PlanReason } from '../../engine/plan/plan.js';
import { isSettled } from '../../engine/tasks/task.js';
import type { Side } from '../../engine/words.js';
import type { Viewer } from '../../people/find-session.js';
import { DueDate } from '../../web/components/due-date.js';
import { StateTag } from '../../web/components/state-tag.js';
import { longDay } from '../../web/dates.js';
import { inLanguage } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import { isLate } from '../page-tasks.queries.js';
import type { Neighbour } from '../task-page.queries.js';
import type { TaskScene } from '../task-scene.queries.js';
import { deskName } from './desk-names.js';
import { DueReason, endOfDayTimes } from './due-reason.js';

export interface TaskSceneProps extends TaskScene {
  readonly page: PageRequest;
  readonly viewer: Viewer;
}

/** What holds of a task: when, who, what has to be shown, and what hangs on what. */
export function TaskFactList(props: TaskSceneProps) {
  const { page, viewer, frame, task, around } = props;
  const words = page.texts.tasks.page;
  const ends = isSettled(task) ? null : endOfDayTimes(page, frame, task);
  return (
    <dl class="facts">
      <Fact name={words.due}>
        <DueDate
          page={page}
          due={task.dueOn}
          today={frame.today}
          isSettled={isSettled(task)}
          isLate={isLate(task, viewer.now)}
        />
        {ends === null ? null : <p class="quiet">{ends}</p>}
        {task.committedOn === null ? null : <p>{words.committedOn(longDay(page, task.committedOn))}</p>}
      </Fact>
      {task.dueBecause === null ? null : (
        <Fact name={words.why}>
          <DueReason
            page={page}
            because={task.dueBecause as PlanReason}
            calendarOf={deskName(page, viewer, frame, task.owner)}
          />
        </Fact>
      )}
      <Fact name={words.responsible}>
        <Responsible {...props} />
      </Fact>
      <Fact name={words.acceptedBy}>
        <Accepting {...props} />
      </Fact>
      <Fact name={words.proof}>
        <p>{proofOf(page, task)}</p>
      </Fact>
      <Fact name={words.waitsFor}>
        <Neighbours {...props} list={around.waitsFor} />
      </Fact>
      <Fact name={words.waitedForBy}>
        <Neighbours {...props} list={around.waitedForBy} />
      </Fact>
      <Fact name={words.weight}>
        <p>
          {task.mandatory ? words.mandatory : words.voluntary} {task.blocksHandover ? words.blocks : null}
        </p>
      </Fact>
      <Fact name={words.marking}>
        <p>{words.markings[task.marking]}</p>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Responsible({ page, viewer, frame, task, around }: TaskSceneProps) {
  return (
    <p>
      {deskName(page, viewer, frame, task.owner)}
      {around.officeName === null ? null : (
        <>
          {page.texts.layout.comma}
          <bdi>{around.officeName}</bdi>
        </>
      )}
      {around.personName === null ? null : (
        <>
          {': '}
          <bdi>{around.personName}</bdi>
        </>
      )}
    </p>
  );
}

function Accepting({ page, viewer, frame, task }: TaskSceneProps) {
  const words = page.texts.tasks.page;
  const spoken = (sides: readonly string[]): string =>
    new Intl.ListFormat(page.locale).format(sides.map((side) => deskName(page, viewer, frame, side as Side)));
  const isOpen = !isSettled(task);
  return (
    <p>
      {task.acceptedBy === null ? words.acceptedByNobody : deskName(page, viewer, frame, task.acceptedBy)}
      {isOpen && task.acceptances.length > 0 ? `. ${words.acceptedSoFar(spoken(task.acceptances))}` : null}
      {isOpen && task.waivers.length > 0 ? `. ${words.waivedSoFar(spoken(task.waivers))}` : null}
    </p>
  );
}

function proofOf({ texts }: PageRequest, { evidence, evidenceKind }: TaskScene['task']): string {
  const words = texts.tasks.page;
  if (evidence === 'none' || evidenceKind === '') return words.proofPlain[evidence];
  return evidence === 'required' ? words.proofRequired(evidenceKind) : words.proofOptional(evidenceKind);
}

function Neighbours({ page, viewer, frame, list }: TaskSceneProps & { readonly list: readonly Neighbour[] }) {
  if (list.length === 0) return <p class="quiet">{page.texts.tasks.page.nothing}</p>;
  return (
    <ul class="neighbours">
      {list.map(({ id, title, state }) => {
        const { text, lang } = inLanguage(page.language, title);
        return (
          <li key={id}>
            <span class="task-number">
              <bdi>{id}</bdi>
            </span>{' '}
            <a href={paths.task(viewer.bodyId, frame.id, id)} lang={lang}>
              <bdi>{text}</bdi>
            </a>{' '}
            <StateTag page={page} state={state} />
          </li>
        );
      })}
    </ul>
  );
}
