import type { Viewer } from '../../people/find-session.js';
import { PageHead } from '../../web/components/page-head.js';
import { dayAndTime } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import type { PageSection, PageTask } from '../page-tasks.queries.js';
import type { RevisionView } from '../plan-revisions.queries.js';
import { ChangedDates } from './changed-dates.js';
import { HandoverPage } from './handover-page.js';
import { MovingDays } from './moving-days.js';
import { causeWords } from './revisions-page.js';
import { ChangedReminders, WhatStays } from './what-stays.js';

export interface RevisionPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly made: RevisionView;
  readonly tasks: readonly PageTask[];
  readonly sections: readonly PageSection[];
}

/** One revision of a plan: what changed, who decided it, and why. */
export function RevisionPage({ page, viewer, frame, made, tasks, sections }: RevisionPageProps) {
  const { move, layout } = page.texts;
  const title = move.revision(made.revision);
  const link = { page, bodyId: viewer.bodyId, handoverId: frame.id, tasks };
  const { difference } = made;
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={title} current="overview">
      <p class="back">
        <a href={paths.plan(viewer.bodyId, frame.id)}>{move.toRevisions}</a>
      </p>
      <PageHead above={made.isNewest ? `${frame.title} · ${move.current}` : frame.title} title={title} />
      <p class="lead">{causeWords(page, made, tasks)}.</p>
      <p class="quiet">
        <bdi>{made.actorName ?? layout.product}</bdi>
        {layout.comma}
        <time dateTime={made.at}>{dayAndTime(page, made.at, viewer.zone)}</time>
      </p>
      {made.reason === null ? null : (
        <blockquote class="reason">
          <p class="written" dir="auto">
            {made.reason}
          </p>
        </blockquote>
      )}
      <div class="stack revision">
        {made.anchorsBefore === null ? null : (
          <MovingDays page={page} before={made.anchorsBefore} after={made.anchors} />
        )}
        {difference === null ? (
          <p>{move.firstPlan}</p>
        ) : (
          <>
            <section aria-labelledby="changes">
              <h2 id="changes">{move.changes}</h2>
              <p class="quiet">{move.summary(made.moved, tasks.length)}</p>
              <ChangedDates {...link} sections={sections} difference={difference} />
            </section>
            <WhatStays {...link} difference={difference} />
            <ChangedReminders {...link} difference={difference} />
          </>
        )}
      </div>
    </HandoverPage>
  );
}
