import type { HandoverState } from '../../engine/handovers/handover.js';
import type { Viewer } from '../../people/find-session.js';
import { mayAsk } from '../../people/permissions.js';
import { BodyPage } from '../../web/components/body-page.js';
import { PageHead } from '../../web/components/page-head.js';
import { daysAway, daysBetween, longDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { ListedHandover } from '../handover-list.queries.js';
import { holdersOf } from './handover-page.js';
import { SmallRing } from './small-ring.js';

export interface HandoverListProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly handovers: readonly ListedHandover[];
}

/** The parts of the list, by the states that belong to each. */
const PARTS = {
  running: ['preparing', 'signing', 'signed', 'effected'],
  planned: ['planned'],
  past: ['closed', 'cancelled'],
} as const satisfies Readonly<Record<string, readonly HandoverState[]>>;
const PART_NAMES = ['running', 'planned', 'past'] as const;

/** The handovers of a body: running, planned, past. */
export function HandoverListPage({ page, viewer, handovers }: HandoverListProps) {
  const words = page.texts.handovers.list;
  return (
    <BodyPage page={page} viewer={viewer} title={words.title} current="handovers">
      <PageHead above={viewer.bodyName} title={words.title}>
        {mayAsk('handover.create', viewer.roles) ? (
          <a class="button main" href={paths.newHandover(viewer.bodyId)}>
            {page.texts.handovers.make.title}
          </a>
        ) : null}
      </PageHead>
      {handovers.length === 0 ? <p class="lead">{words.none}</p> : null}
      {PART_NAMES.map((part) => {
        const states: readonly HandoverState[] = PARTS[part];
        const listed = handovers.filter(({ state }) => states.includes(state));
        return listed.length === 0 ? null : (
          <section key={part} class="part" aria-labelledby={`part-${part}`}>
            <h2 id={`part-${part}`}>{words.parts[part]}</h2>
            <ul class="rows handover-list">
              {listed.map((handover) => (
                <Row key={handover.id} page={page} viewer={viewer} handover={handover} />
              ))}
            </ul>
          </section>
        );
      })}
    </BodyPage>
  );
}

function Row({ page, viewer, handover }: Omit<HandoverListProps, 'handovers'> & { readonly handover: ListedHandover }) {
  const { layout } = page.texts;
  const words = page.texts.handovers.list;
  const { outgoing, incoming, settled, tasks, meeting } = handover;
  return (
    <li>
      <SmallRing settled={settled} total={tasks} />
      <div>
        <p class="handover-name">
          <a href={paths.handover(viewer.bodyId, handover.id)}>
            {words.fromTo(holdersOf(page, outgoing), holdersOf(page, incoming))}
          </a>
        </p>
        <p class="quiet">
          {layout.handoverStates[handover.state]} · {words.settled(settled, tasks)}
        </p>
      </div>
      <div>
        <When page={page} handover={handover} />
        {meeting === null ? null : (
          <p class="quiet">
            <bdi>{meeting}</bdi>
          </p>
        )}
      </div>
    </li>
  );
}

/** The day on which the chair passes, and how far that is, until it has. */
function When({ page, handover }: { readonly page: PageRequest; readonly handover: ListedHandover }) {
  const { handoverDate, today, state } = handover;
  if (handoverDate === null) return <p>{page.texts.layout.noDate}</p>;
  const isOver = state === 'effected' || state === 'closed' || state === 'cancelled';
  return (
    <p>
      <time dateTime={handoverDate}>{longDay(page, handoverDate)}</time>
      {isOver ? null : <span class="quiet"> · {daysAway(page, daysBetween(today, handoverDate))}</span>}
    </p>
  );
}
