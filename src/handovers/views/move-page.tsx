import type { UnmetGate } from '../../engine/decision.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { Form } from '../../web/components/form.js';
import { Refusals } from '../../web/components/refusals.js';
import { longDay } from '../../web/dates.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import { labelled } from '../../web/labelled.js';
import { inLanguage } from '../../web/names.js';
import { paths } from '../../web/paths.js';
import { offerOf } from '../task-actions.js';
import { FIELDS_OF, type PageMove } from '../task-moves.forms.js';
import type { Colleague, TaskEvent } from '../task-page.queries.js';
import { ChangedSince } from './changed-since.js';
import { PieceLine } from './evidence-list.js';
import { HandoverPage } from './handover-page.js';
import { moveWords, toldOf } from './move-words.js';
import type { TaskSceneProps } from './task-facts.js';
import { MoveFields } from './task-fields.js';

export interface MovePageProps extends TaskSceneProps {
  readonly move: PageMove;
  readonly colleagues: readonly Colleague[];
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
  /** What stood against it when it was asked for; null where nothing was asked yet. */
  readonly refusal?: readonly UnmetGate[] | null;
  readonly since?: readonly TaskEvent[] | null;
}

/** One move, thought over: what it does, who is told, what happens next, and the button that makes it. */
export function MovePage(props: MovePageProps) {
  const { page, viewer, frame, task, before, move, errors = {}, typed = {}, refusal = null, since = null } = props;
  const { moves } = page.texts.tasks;
  const { gates, outcome } = offerOf(before.facts, move, before.actor, viewer.now);
  const words = moveWords(props, move, outcome);
  const standing = refusal ?? gates;
  const address = paths.moveTask(viewer.bodyId, frame.id, task.id, move);
  const titles = new Map(props.around.waitsFor.map(({ id, title }) => [id, title]));
  return (
    <HandoverPage
      page={page}
      viewer={viewer}
      frame={frame}
      title={labelled(page, words.title, task.id)}
      current="tasks"
      hasErrors={Object.keys(errors).length > 0}
    >
      <BackToTask {...props} />
      <ErrorSummary page={page} errors={errors} labels={moves.fields} />
      {since === null ? null : <ChangedSince page={page} zone={viewer.zone} events={since} />}
      <Refusals page={page} gates={standing} bodyId={viewer.bodyId} handoverId={frame.id} titles={titles} />
      <h1>{words.title}</h1>
      <MoveFacts {...props} next={outcome === null ? null : words.next} />
      {gates.length > 0 ? (
        <KeptWords {...props} typed={typed} />
      ) : (
        <Form page={page} action={address} version={task.version} class="move-form">
          <input type="hidden" name="seen" value={props.around.seq} />
          <MoveFields {...props} typed={typed} errors={errors} />
          <p class="buttons">
            <button class="main" type="submit">
              {words.button}
            </button>
            <a href={paths.task(viewer.bodyId, frame.id, task.id)}>{moves.back}</a>
          </p>
        </Form>
      )}
    </HandoverPage>
  );
}

/** Where the reader comes from, and can go back to. */
export function BackToTask({ page, viewer, frame, task }: TaskSceneProps) {
  const title = inLanguage(page.language, task.title);
  return (
    <p class="above">
      <a href={paths.task(viewer.bodyId, frame.id, task.id)}>
        <bdi>{task.id}</bdi> <bdi lang={title.lang}>{title.text}</bdi>
      </a>
    </p>
  );
}

/** What is decided about, and what follows. */
function MoveFacts(props: MovePageProps & { readonly next: string | null }) {
  const { page, viewer, task, around, before, move, next } = props;
  const { moves } = page.texts.tasks;
  const title = inLanguage(page.language, task.title);
  const { outcome } = offerOf(before.facts, move, before.actor, viewer.now);
  return (
    <dl class="facts move-facts">
      <dt>{moves.task}</dt>
      <dd>
        <bdi>{task.id}</bdi> <bdi lang={title.lang}>{title.text}</bdi>
      </dd>
      {move === 'submit' || move === 'accept' || move === 'return' ? (
        <>
          <dt>{move === 'submit' ? moves.documents : moves.documentsSeen}</dt>
          <dd>
            {task.pieces.length === 0
              ? moves.noDocuments
              : task.pieces.map((piece) => <PieceLine key={piece.id} page={page} piece={piece} zone={viewer.zone} />)}
          </dd>
        </>
      ) : null}
      {move === 'pin' || move === 'unpin' || move === 'commit' ? (
        <>
          <dt>{moves.presentDue}</dt>
          <dd>{task.dueOn === null ? page.texts.layout.noDate : longDay(page, task.dueOn)}</dd>
        </>
      ) : null}
      {move === 'reassign' ? (
        <>
          <dt>{moves.presentPerson}</dt>
          <dd>
            <bdi>{around.personName ?? around.officeName ?? moves.nobodyNamed}</bdi>
          </dd>
        </>
      ) : null}
      {next === null || outcome === null ? null : (
        <>
          {move === 'reassign' ? null : (
            <>
              <dt>{moves.told}</dt>
              <dd>{toldOf(props, outcome.messages)}</dd>
            </>
          )}
          <dt>{moves.next}</dt>
          <dd>{next}</dd>
        </>
      )}
    </dl>
  );
}

/** What was typed for a move that is not possible any more: nobody has to write it again. */
function KeptWords({ page, viewer, frame, task, move, typed = {} }: MovePageProps) {
  const { moves } = page.texts.tasks;
  const kept = FIELDS_OF[move].flatMap((name) => {
    const words = typed[name]?.trim() ?? '';
    return (name === 'note' || name === 'reason') && words !== '' ? [words] : [];
  });
  return (
    <>
      {kept.map((words) => (
        <div key={words} class="kept">
          <p>{moves.refusedKept}</p>
          <blockquote class="written" dir="auto">
            {words}
          </blockquote>
        </div>
      ))}
      <p class="buttons">
        <a class="button" href={paths.task(viewer.bodyId, frame.id, task.id)}>
          {moves.back}
        </a>
      </p>
    </>
  );
}
