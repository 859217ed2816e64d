import type { Viewer } from '../../people/find-session.js';
import { TextArea } from '../../web/components/field.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { Form } from '../../web/components/form.js';
import { PageHead } from '../../web/components/page-head.js';
import { GateList } from '../../web/components/refusals.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import { inLanguage } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { PageTask } from '../page-tasks.queries.js';
import type { SectionScene } from '../section-scene.queries.js';
import { isForOthers, offerOf, type Offer } from '../task-actions.js';
import { deskName } from './desk-names.js';
import { HandoverPage } from './handover-page.js';

export interface SectionReviewProps extends SectionScene {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
}

/** Before the id of a task: the field that sends it, with the version that was read. */
export const TASK_FIELD = 'task:';

interface Judged {
  readonly task: PageTask;
  readonly offer: Offer;
}

/** What can be sent of a section and what cannot, to whom it goes, and what happens next. */
export function SectionReviewPage(props: SectionReviewProps) {
  const { page, viewer, frame, section, tasks, errors = {} } = props;
  const words = page.texts.tasks.moves.section;
  const title = words.title(inLanguage(page.language, section.title).text);
  const toDo = tasks.filter(({ task: { state } }) => state === 'open' || state === 'started' || state === 'returned');
  const judged = toDo
    .map(({ task, before }) => ({ task, offer: offerOf(before.facts, 'submit', before.actor, viewer.now) }))
    .filter(({ offer }) => !isForOthers(offer.gates));
  const ready = judged.filter(({ offer }) => offer.outcome !== null);
  const notReady = judged.filter(({ offer }) => offer.outcome === null);
  return (
    <HandoverPage
      page={page}
      viewer={viewer}
      frame={frame}
      title={title}
      current="tasks"
      hasErrors={Object.keys(errors).length > 0}
    >
      <ErrorSummary page={page} errors={errors} labels={page.texts.tasks.moves.fields} />
      <PageHead title={title} />
      {judged.length === 0 ? <p class="nothing">{words.noneYours}</p> : null}
      {ready.length > 0 ? (
        <ReadyTasks {...props} ready={ready} />
      ) : judged.length > 0 ? (
        <p class="nothing">{words.none}</p>
      ) : null}
      {notReady.length === 0 ? null : <WaitingTasks {...props} waiting={notReady} />}
      {tasks.length === toDo.length ? null : <p class="quiet">{words.settled(tasks.length - toDo.length)}</p>}
      <p>
        <a href={`${paths.tasks(viewer.bodyId, frame.id)}?show=all#section-${section.id}`}>{words.back}</a>
      </p>
    </HandoverPage>
  );
}

function ReadyTasks(props: SectionReviewProps & { readonly ready: readonly Judged[] }) {
  const { page, viewer, frame, section, ready, typed = {}, errors = {} } = props;
  const { moves } = page.texts.tasks;
  return (
    <Form page={page} action={paths.submitSection(viewer.bodyId, frame.id, section.id)} class="move-form">
      <fieldset>
        <legend>
          <h2>{moves.section.ready(ready.length)}</h2>
        </legend>
        {ready.map(({ task }) => {
          const { text, lang } = inLanguage(page.language, task.title);
          const name = `${TASK_FIELD}${task.id}`;
          return (
            <div key={task.id} class="choice">
              <input type="checkbox" id={name} name={name} value={task.version} checked />
              <label for={name}>
                <bdi class="task-number">{task.id}</bdi> <bdi lang={lang}>{text}</bdi>
                <span class="quiet in-choice">
                  {page.texts.tasks.list.documents(task.evidenceCount)}
                  {task.acceptedBy === null
                    ? null
                    : ` · ${moves.section.goesTo(deskName(page, viewer, frame, task.acceptedBy))}`}
                </span>
              </label>
            </div>
          );
        })}
      </fieldset>
      <TextArea
        page={page}
        name="note"
        label={moves.fields.note}
        hint={moves.hints.note}
        typed={typed}
        errors={errors}
      />
      <p class="after-field">
        <b>{moves.next}</b> {moves.section.next}
      </p>
      <p class="buttons">
        <button class="main" type="submit">
          {moves.section.button(ready.length)}
        </button>
      </p>
    </Form>
  );
}

function WaitingTasks({
  page,
  viewer,
  frame,
  titles,
  waiting,
}: SectionReviewProps & { readonly waiting: readonly Judged[] }) {
  return (
    <section class="waiting-tasks" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{page.texts.tasks.moves.section.notReady}</h2>
      <ul class="rows">
        {waiting.map(({ task, offer }) => {
          const { text, lang } = inLanguage(page.language, task.title);
          return (
            <li key={task.id}>
              <bdi class="task-number">{task.id}</bdi>{' '}
              <a href={paths.task(viewer.bodyId, frame.id, task.id)} lang={lang}>
                <bdi>{text}</bdi>
              </a>
              <GateList page={page} gates={offer.gates} bodyId={viewer.bodyId} handoverId={frame.id} titles={titles} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
