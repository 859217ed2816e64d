import { addDays } from '../../engine/time/days.js';
import type { IsoDate } from '../../engine/words.js';
import type { Viewer } from '../../people/find-session.js';
import { BodyPage } from '../../web/components/body-page.js';
import { DueDate } from '../../web/components/due-date.js';
import { PageHead } from '../../web/components/page-head.js';
import { daysAway, daysBetween, longDay } from '../../web/dates.js';
import { inLanguage } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import { axisOf } from '../../web/time-axis.js';
import type { RunningHandover } from '../handovers-plan.queries.js';
import { windowOf } from './bars.js';
import { HandoversPlanChart } from './handovers-plan-chart.js';
import { HandoversPlanTable } from './handovers-plan-table.js';
import { handoverWords } from './handovers-plan-words.js';

export interface HandoversPlanPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly today: IsoDate;
  readonly handovers: readonly RunningHandover[];
}

/** What is listed of what falls due next in each handover. */
const NEXT = 3;
/** Days; what lies farther away needs no plan yet. */
const FARTHEST = 540;

/** All running handovers of a body, for those who plan them. */
export function HandoversPlanPage(props: HandoversPlanPageProps) {
  const { page, viewer, today, handovers } = props;
  const { plan } = page.texts.calendar;
  const days = shownDays(handovers, today);
  return (
    <BodyPage page={page} viewer={viewer} title={plan.title} current="plan">
      <PageHead above={viewer.bodyName} title={plan.title}>
        <button type="button" class="print-button" data-print>
          {page.texts.layout.print}
        </button>
      </PageHead>
      {handovers.length === 0 ? (
        <p class="lead">{plan.none}</p>
      ) : (
        <>
          <p class="lead plan-lead">{plan.lead}</p>
          <PlanLegend page={page} />
          {days === null ? null : (
            <HandoversPlanChart page={page} viewer={viewer} axis={axisOf(days)} handovers={handovers} today={today} />
          )}
          <div class="plan-next">
            {handovers.map((handover) => (
              <NextOf key={handover.id} {...props} handover={handover} />
            ))}
          </div>
          <details class="folds calendar-table">
            <summary>{plan.asTable}</summary>
            <HandoversPlanTable page={page} viewer={viewer} handovers={handovers} />
          </details>
        </>
      )}
    </BodyPage>
  );
}

function shownDays(handovers: readonly RunningHandover[], today: IsoDate) {
  const days = handovers.flatMap(({ days: all, meeting, handoverDate }) => [
    ...all.map(({ dueOn }) => dueOn),
    meeting?.startsOn ?? null,
    meeting?.endsOn ?? null,
    handoverDate,
  ]);
  const near = days.filter(
    (day) => day !== null && day >= addDays(today, -FARTHEST) && day <= addDays(today, FARTHEST),
  );
  return near.length === 0 ? null : windowOf([], [...near, today], null);
}

function PlanLegend({ page }: { readonly page: PageRequest }) {
  const { calendar, layout } = page.texts;
  const stroke = (kind: string, width: number) => (
    <svg width="14" height="16" aria-hidden="true">
      <rect class={kind} x={(14 - width) / 2} y="1" width={width} height="14" />
    </svg>
  );
  return (
    <ul class="chart-legend key-of-chart" aria-label={calendar.legend}>
      <li>{calendar.plan.legend.tasks}:</li>
      <li>
        {stroke('due-settled', 3)}
        {layout.states.accepted}
      </li>
      <li>
        {stroke('due-open', 3)}
        {calendar.plan.legend.open}
      </li>
      <li>
        {stroke('due-late', 3)}
        {layout.overdue}
      </li>
      <li>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path class="band-meeting" d="M7 0 14 7 7 14 0 7z" />
        </svg>
        {calendar.meetingMark}
      </li>
      <li>
        {stroke('passing-mark', 2)}
        {calendar.plan.legend.passing}
      </li>
    </ul>
  );
}

function NextOf({ page, viewer, today, handover }: HandoversPlanPageProps & { readonly handover: RunningHandover }) {
  const { plan } = page.texts.calendar;
  const { id, handoverDate, days } = handover;
  const next = days.filter(({ isSettled }) => !isSettled).slice(0, NEXT);
  return (
    <section aria-labelledby={`handover-${id}`}>
      <h2 id={`handover-${id}`}>
        <a href={paths.handover(viewer.bodyId, id)}>
          <bdi>{handover.title}</bdi>
        </a>
      </h2>
      <p>
        {plan.states[handover.state]}
        {' · '}
        {handoverDate === null
          ? plan.undated
          : `${plan.passesOn(longDay(page, handoverDate))}, ${daysAway(page, daysBetween(today, handoverDate))}`}
      </p>
      <p class="quiet">
        {handoverWords(page, handover)} · <a href={paths.calendar(viewer.bodyId, id)}>{page.texts.calendar.title}</a>
      </p>
      <h3>{plan.next}</h3>
      {next.length === 0 ? (
        <p>{days.length === 0 ? page.texts.calendar.noneAtAll : plan.nothingNext}</p>
      ) : (
        <ul class="rows plan-rows">
          {next.map((task) => {
            const title = inLanguage(page.language, task.title);
            return (
              <li key={task.id}>
                <span>
                  <bdi class="number">{task.id}</bdi>{' '}
                  <a href={paths.task(viewer.bodyId, id, task.id)} lang={title.lang}>
                    {title.text}
                  </a>
                </span>
                <DueDate page={page} due={task.dueOn} today={today} isSettled={false} isLate={task.isLate} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
