import type { IsoDate } from '../../engine/words.js';
import type { Viewer } from '../../people/find-session.js';
import { across, Diamond, Ground, Head, Lane } from '../../web/components/timeline.js';
import { monthName, shortMonth } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { Axis } from '../../web/time-axis.js';
import type { PlannedDay, RunningHandover } from '../handovers-plan.queries.js';
import { handoverWords } from './handovers-plan-words.js';

export interface PlanChartProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly axis: Axis;
  readonly handovers: readonly RunningHandover[];
  readonly today: IsoDate;
}

/** All running handovers on one line of time: each due date a stroke, the meeting a diamond, the passing a line. */
export function HandoversPlanChart(props: PlanChartProps) {
  const { page, axis, handovers, today } = props;
  const head = { page, axis, today, steps: axis.months };
  return (
    <div class="chart">
      <Ground direction={page.direction} axis={axis} today={today} steps={axis.months} marks={axis.mondays} />
      <div class="chart-head">
        <Head {...head} nameOf={(day) => shortMonth(page, day)} shortNameOf={(day) => monthName(page, day)} on="wide" />
        <Head {...head} nameOf={(day) => monthName(page, day)} on="phone" />
      </div>
      <ul class="lanes plan-lanes">
        {handovers.map((handover) => (
          <HandoverLane key={handover.id} {...props} handover={handover} />
        ))}
      </ul>
    </div>
  );
}

function HandoverLane({ page, viewer, axis, handover }: PlanChartProps & { readonly handover: RunningHandover }) {
  const { meeting, handoverDate } = handover;
  const { direction } = page;
  return (
    <li>
      <div class="lane-name">
        <a href={paths.handover(viewer.bodyId, handover.id)}>
          <bdi>{handover.title}</bdi>
        </a>
        <span class="quiet">{handoverWords(page, handover)}</span>
      </div>
      <Lane direction={direction} height={44}>
        {daysOn(handover.days, axis).map((day) => (
          <rect
            key={`${day.kind} ${day.on}`}
            class={`due-${day.kind}`}
            x={across(direction, axis.startOf(day.on))}
            y={33 - day.height}
            width="3"
            height={day.height}
          />
        ))}
        <line class="due-ground" x1="0" x2="100%" y1="33.5" y2="33.5" />
        {handoverDate === null || handoverDate < axis.from || handoverDate > axis.until ? null : (
          <line
            class="passing"
            x1={across(direction, axis.endOf(handoverDate))}
            x2={across(direction, axis.endOf(handoverDate))}
            y1="4"
            y2="40"
          />
        )}
        {meeting?.startsOn == null ? null : <Diamond direction={direction} at={axis.startOf(meeting.startsOn)} />}
      </Lane>
    </li>
  );
}

interface Stroke {
  readonly on: IsoDate;
  readonly kind: 'settled' | 'late' | 'open';
  readonly height: number;
}

/** Pixels of a single task, of each further one of the same day, and of as many as there may be. */
const [LEAST, EACH, MOST] = [6, 3, 28];

/** One stroke for each day and kind, the higher the more tasks; the open ones in front of those that are settled. */
function daysOn(days: readonly PlannedDay[], axis: Axis): Stroke[] {
  const counts = new Map<string, number>();
  for (const { dueOn, isSettled, isLate } of days.filter(({ dueOn: on }) => on >= axis.from && on <= axis.until)) {
    const key = `${isSettled ? 'settled' : isLate ? 'late' : 'open'} ${dueOn}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]): Stroke => {
      const [kind, on = ''] = key.split(' ');
      const height = Math.min(LEAST + EACH * (count - 1), MOST);
      return { on, kind: kind === 'settled' || kind === 'late' ? kind : 'open', height };
    })
    .sort((one, other) => other.height - one.height);
}
