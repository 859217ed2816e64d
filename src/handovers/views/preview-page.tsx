import type { ActivityLine } from '../../audit/account.queries.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { PageHead } from '../../web/components/page-head.js';
import type { ToldPerson } from '../move.queries.js';
import type { PageSection, PageTask } from '../page-tasks.queries.js';
import type { PlanPreview } from '../preview-plan.js';
import { changesNothing, onlyTakesDates, toldBy, totalOf } from '../previewed.js';
import { questionOf, type MoveProps } from './change-words.js';
import { ChangedDates } from './changed-dates.js';
import { DecisionBox } from './decision-box.js';
import { FoundTroubles } from './found-troubles.js';
import { HandoverPage } from './handover-page.js';
import { MovedTogether } from './moved-together.js';
import { MovingDays } from './moving-days.js';
import { ShiftChart } from './shift-chart.js';
import { StaleBox } from './stale-box.js';
import { ToldPeople } from './told-people.js';
import { ChangedReminders, WhatStays } from './what-stays.js';

export interface PreviewPageProps extends MoveProps {
  readonly preview: PlanPreview;
  readonly tasks: readonly PageTask[];
  readonly sections: readonly PageSection[];
  readonly people: readonly ToldPerson[];
  readonly titles: ReadonlyMap<string, string>;
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
  /** What has happened since the reader last looked, where that is why nothing was moved. */
  readonly since?: readonly ActivityLine[];
}

/** All that a change would do, before it is done: nothing is written by looking. */
export function PreviewPage(props: PreviewPageProps) {
  const { page, viewer, frame, preview, tasks, typed = {}, errors = {}, since } = props;
  const { move } = page.texts;
  const title = questionOf(props, preview.change);
  const own = preview.handovers.find(({ handoverId }) => handoverId === frame.id);
  const { moved } = totalOf(preview);
  const counts = onlyTakesDates(preview) ? move.countsUndated : move.counts;
  const link = { page, bodyId: viewer.bodyId, handoverId: frame.id, tasks };
  const isRefused = since !== undefined || Object.keys(errors).length > 0;
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={title} current="overview" hasErrors={isRefused}>
      <ErrorSummary page={page} errors={errors} labels={{ reason: move.reason }} />
      {since === undefined ? null : <StaleBox {...props} typed={typed} since={since} />}
      <PageHead above={move.titles[titleKey(preview)]} title={title} />
      <p class="lead">
        {changesNothing(preview) ? move.nothingChanges : `${counts(moved, toldBy(preview, viewer.personId).length)}.`}
      </p>
      <p class="to-decision">
        <a href="#decision">{move.toDecision}</a>
      </p>
      <div class="move">
        <div class="stack">
          {own === undefined ? null : (
            <>
              <MovingDays page={page} before={own.anchors.before} after={own.anchors.after} />
              <ShiftChart
                page={page}
                tasks={tasks}
                difference={own.difference}
                anchors={own.anchors}
                today={frame.today}
              />
              <FoundTroubles {...props} difference={own.difference} findings={own.findings} />
              <section aria-labelledby="changes">
                <h2 id="changes">{move.changes}</h2>
                <p class="quiet">{move.summary(moved, tasks.length)}</p>
                <ChangedDates {...link} sections={props.sections} difference={own.difference} />
              </section>
              <WhatStays {...link} difference={own.difference} />
              <ChangedReminders {...link} difference={own.difference} />
            </>
          )}
          <MovedTogether {...props} />
          <ToldPeople page={page} viewer={viewer} people={props.people} />
        </div>
        <DecisionBox {...props} typed={typed} errors={errors} />
      </div>
    </HandoverPage>
  );
}

function titleKey({
  change,
}: PlanPreview): 'meeting' | 'postponed' | 'effect_date' | 'holiday' | 'working_day' | 'rules' {
  return change.kind === 'meeting' && change.startsOn === null ? 'postponed' : change.kind;
}
