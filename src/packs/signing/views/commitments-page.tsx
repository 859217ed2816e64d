import { localDate } from '../../../engine/time/zones.js';
import type { HandoverFrame } from '../../../handovers/handover-frame.queries.js';
import { HandoverPage, holdersOf, sidesOfReader } from '../../../handovers/views/handover-page.js';
import type { Viewer } from '../../../people/find-session.js';
import { Icon } from '../../../web/components/icon.js';
import { PageHead } from '../../../web/components/page-head.js';
import { longDay } from '../../../web/dates.js';
import { inLanguage } from '../../../web/names.js';
import type { PageRequest } from '../../../web/page-request.js';
import { paths } from '../../../web/paths.js';
import type { Commitment } from '../commitments.queries.js';

export interface CommitmentsProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly commitments: readonly Commitment[];
}

/** What the incoming chair took on, who does it by when, and what is done. */
export function CommitmentsPage(props: CommitmentsProps) {
  const { page, viewer, frame, commitments } = props;
  const { commitments: words } = page.texts.signing;
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={words.title} current="pack">
      <PageHead above={frame.title} title={words.title} />
      <p class="lead">{words.lead(holdersOf(page, frame.incoming))}</p>
      {commitments.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <table class="dates commitments">
          <caption class="unseen">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.task}</th>
              <th scope="col">{words.columns.person}</th>
              <th scope="col">{words.columns.due}</th>
              <th scope="col">{words.columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {commitments.map((commitment) => (
              <CommitmentRow key={commitment.id} {...props} commitment={commitment} />
            ))}
          </tbody>
        </table>
      )}
      <p class="after-table">
        <a href={paths.passing(viewer.bodyId, frame.id)}>{words.back}</a>
      </p>
    </HandoverPage>
  );
}

function CommitmentRow({ page, viewer, frame, commitment }: CommitmentsProps & { readonly commitment: Commitment }) {
  const { commitments: words } = page.texts.signing;
  const { id, dueOn, person, reason, fulfilledAt } = commitment;
  const title = inLanguage(page.language, commitment.title);
  const isOurs = sidesOfReader(frame).includes('incoming');
  return (
    <tr>
      <th scope="row">
        <a href={paths.task(viewer.bodyId, frame.id, id)}>
          <bdi>{id}</bdi> <bdi lang={title.lang}>{title.text}</bdi>
        </a>
        {reason === null ? null : (
          <p class="quiet written" dir="auto">
            {reason}
          </p>
        )}
      </th>
      <td data-label={words.columns.person}>{person === null ? page.texts.layout.nobody : <bdi>{person}</bdi>}</td>
      <td data-label={words.columns.due}>
        {dueOn === null ? page.texts.layout.noDate : <time dateTime={dueOn}>{longDay(page, dueOn)}</time>}
      </td>
      <td data-label={words.columns.state}>
        <Standing page={page} viewer={viewer} commitment={commitment} />
        {fulfilledAt === null && isOurs ? (
          <p>
            <a href={paths.moveTask(viewer.bodyId, frame.id, id, 'fulfil')}>{words.markDone}</a>
          </p>
        ) : null}
      </td>
    </tr>
  );
}

function Standing({
  page,
  viewer,
  commitment,
}: Pick<CommitmentsProps, 'page' | 'viewer'> & { commitment: Commitment }) {
  const { commitments: words } = page.texts.signing;
  const { fulfilledAt, isLate } = commitment;
  if (fulfilledAt !== null) {
    return (
      <span class="tag tag-accepted">
        <Icon name="accepted" />
        {words.done(longDay(page, localDate(fulfilledAt, viewer.zone)))}
      </span>
    );
  }
  return (
    <span class={isLate ? 'tag tag-returned' : 'tag'}>
      <Icon name={isLate ? 'overdue' : 'open'} />
      {isLate ? words.late : words.open}
    </span>
  );
}
