import { sidesOfDesk } from '../../engine/desks.js';
import { isSettled, whoseMove } from '../../engine/tasks/task.js';
import { Form } from '../../web/components/form.js';
import { GateList } from '../../web/components/refusals.js';
import { StateTag } from '../../web/components/state-tag.js';
import { isolated } from '../../web/gate-words.js';
import { paths } from '../../web/paths.js';
import { offersFor, type Offer, type OfferedMove } from '../task-actions.js';
import { deskName } from './desk-names.js';
import { sidesOfReader } from './handover-page.js';
import type { TaskSceneProps } from './task-facts.js';

/** The moves that bring a task on; all others are asked for seldom. */
const ONWARD: ReadonlySet<OfferedMove> = new Set<OfferedMove>([
  'start',
  'submit',
  'accept',
  'return',
  'reopen',
  'fulfil',
]);

/** Where a task stands, whose move it is, and everything that the reader can do with it, now or later. */
export function TaskActions(props: TaskSceneProps) {
  const { page, viewer, task, before } = props;
  const words = page.texts.tasks.page;
  const offers = offersFor(before.facts, before.actor, viewer.now);
  const onward = offers.filter(({ move }) => ONWARD.has(move));
  const others = offers.filter(({ move }) => !ONWARD.has(move));
  return (
    <aside class="sheet task-actions" aria-labelledby="actions-title">
      <h2 id="actions-title">{words.todo}</h2>
      <p>
        <StateTag page={page} state={task.state} />
      </p>
      <p>{standingOf(props)}</p>
      {before.actor.hats.length === 0 ? (
        <p class="quiet">{words.onlyRead}</p>
      ) : offers.length === 0 && !isSettled(task) ? (
        <p class="quiet">{words.nothingToDo}</p>
      ) : null}
      {onward.length === 0 ? null : (
        <ul class="offers">
          {onward.map((offer, index) => (
            <li key={offer.move}>
              <OnwardOffer {...props} offer={offer} isFirst={index === 0} />
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <>
          <h3>{words.others}</h3>
          <ul class="offers offers-small">
            {others.map((offer) => (
              <li key={offer.move}>
                <OtherOffer {...props} offer={offer} />
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

/** Where the task stands, and whose move it is. */
function standingOf({ page, viewer, frame, task, around }: TaskSceneProps): string {
  const words = page.texts.tasks.page;
  const { state } = task;
  const desk = whoseMove(task);
  if (desk === 'nobody' || state === 'accepted' || state === 'waived' || state === 'committed') {
    return words.standing[state === 'waived' || state === 'committed' ? state : 'accepted'];
  }
  const before = around.waitsFor.filter((each) => !isSettled(each)).map(({ id }) => isolated(page, id));
  if ((state === 'open' || state === 'returned') && before.length > 0) {
    return words.blocked(new Intl.ListFormat(page.locale).format(before));
  }
  const isYours = sidesOfDesk(desk).some((side) => sidesOfReader(frame).includes(side));
  return isYours ? words.yours[state] : words.standing[state](deskName(page, viewer, frame, desk));
}

type OfferProps = TaskSceneProps & { readonly offer: Offer };

function OnwardOffer(props: OfferProps & { readonly isFirst: boolean }) {
  const { page, viewer, frame, task, around, offer, isFirst } = props;
  const label = labelOf(props, offer.move);
  if (offer.gates.length > 0) return <NotNow {...props} label={label} isOpen={isFirst} />;
  const address = paths.moveTask(viewer.bodyId, frame.id, task.id, offer.move);
  const look = isFirst ? 'button main' : 'button';
  if (offer.move !== 'start') {
    return (
      <a class={look} href={address}>
        {label}
      </a>
    );
  }
  return (
    <Form page={page} action={address} version={task.version}>
      <input type="hidden" name="seen" value={around.seq} />
      <button class={isFirst ? 'main' : undefined} type="submit">
        {label}
      </button>
    </Form>
  );
}

function OtherOffer(props: OfferProps) {
  const { viewer, frame, task, offer } = props;
  const label = labelOf(props, offer.move);
  if (offer.gates.length > 0) return <NotNow {...props} label={label} isOpen={false} />;
  return <a href={paths.moveTask(viewer.bodyId, frame.id, task.id, offer.move)}>{label}</a>;
}

/** A move that is in the reader's hands but cannot be made: it stays, and says everything that it waits for. */
function NotNow({
  page,
  viewer,
  frame,
  around,
  offer,
  label,
  isOpen,
}: OfferProps & { readonly label: string; readonly isOpen: boolean }) {
  const titles = new Map(around.waitsFor.map(({ id, title }) => [id, title]));
  return (
    <details class="folds not-now" open={isOpen}>
      <summary>
        {label} <span class="quiet">{page.texts.tasks.page.notNow}</span>
      </summary>
      <GateList page={page} gates={offer.gates} bodyId={viewer.bodyId} handoverId={frame.id} titles={titles} />
    </details>
  );
}

function labelOf({ page, task }: TaskSceneProps, move: OfferedMove): string {
  const { moves } = page.texts.tasks;
  if (move === 'submit' && task.acceptedBy === null) return moves.finish.link;
  if (move === 'start' && task.state === 'returned') return moves.start.linkAgain;
  return move === 'pin' && task.pinnedOn !== null ? moves.pin.linkAgain : moves[move].link;
}
