import type { UnmetGate } from '../../engine/decision.js';
import { localDate } from '../../engine/time/zones.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { Refusals } from '../../web/components/refusals.js';
import { longDay } from '../../web/dates.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import { isolated } from '../../web/gate-words.js';
import { inLanguage } from '../../web/names.js';
import { paths } from '../../web/paths.js';
import type { TaskEvent } from '../task-page.queries.js';
import { ChangedSince } from './changed-since.js';
import { CommentThread } from './comment-thread.js';
import { EvidenceList } from './evidence-list.js';
import { HandoverPage } from './handover-page.js';
import { TaskActions } from './task-actions.js';
import { TaskFactList, type TaskSceneProps } from './task-facts.js';
import { TaskHistory } from './task-history.js';

export interface TaskPageProps extends TaskSceneProps {
  /** What was typed as a comment, where it could not be taken. */
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
  /** Why what was asked for just now was not done. */
  readonly refusal?: readonly UnmetGate[];
  /** What happened since the reader opened the page they sent something from; null where it is the present one. */
  readonly since?: readonly TaskEvent[] | null;
}

/** A task: where it stands, what is asked, what was shown and said, and what the reader can do. */
export function TaskPage(props: TaskPageProps) {
  const { page, viewer, frame, task, errors = {}, typed = {}, refusal = [], since = null } = props;
  return (
    <HandoverPage
      page={page}
      viewer={viewer}
      frame={frame}
      title={`${task.id} ${inLanguage(page.language, task.title).text}`}
      current="tasks"
      hasErrors={Object.keys(errors).length > 0}
    >
      <ErrorSummary page={page} errors={errors} labels={page.texts.tasks.moves.fields} />
      {since === null ? null : <ChangedSince page={page} zone={viewer.zone} events={since} />}
      <Refusals page={page} gates={refusal} bodyId={viewer.bodyId} handoverId={frame.id} />
      <TaskHead {...props} />
      <div class="columns task-columns">
        <TaskActions {...props} />
        <div class="stack">
          <p class="task-description">
            <bdi lang="en">{task.description}</bdi>
          </p>
          <LastReturn {...props} />
          <TaskFactList {...props} />
          <EvidenceList {...props} />
          <CommentThread {...props} typed={typed} errors={errors} />
          <TaskHistory {...props} />
        </div>
      </div>
    </HandoverPage>
  );
}

function TaskHead({ page, viewer, frame, task, around }: TaskPageProps) {
  const title = inLanguage(page.language, task.title);
  const section = inLanguage(page.language, around.section.title);
  const address = `${paths.tasks(viewer.bodyId, frame.id)}?show=all#section-${around.section.id}`;
  return (
    <div class="page-head">
      <div>
        <p class="above">
          <a href={address} lang={section.lang}>
            {page.texts.tasks.page.sectionLink(around.section.number, section.text)}
          </a>
          {' · '}
          <bdi>{task.id}</bdi>
        </p>
        <h1 lang={title.lang}>
          <bdi>{title.text}</bdi>
        </h1>
      </div>
    </div>
  );
}

/** While a task is with its owner again: who sent it back, and why. */
function LastReturn({ page, viewer, task, events }: TaskPageProps) {
  const last = task.state === 'returned' ? events.find(({ action }) => action === 'task.returned') : undefined;
  if (last === undefined || last.text === null) return null;
  const who = isolated(page, last.actorName ?? page.texts.layout.product);
  return (
    <div class="came-back">
      <p>{page.texts.tasks.page.returnedBy(who, longDay(page, localDate(last.at, viewer.zone)))}</p>
      <blockquote class="written" dir="auto">
        {last.text}
      </blockquote>
    </div>
  );
}
