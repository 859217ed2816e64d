import { scaleLinear, scaleTime } from 'd3-scale';
import type { IsoDate } from '../../engine/words.js';
import { writtenOnce } from '../../web/components/written-once.js';
import { longDay, tinyDay } from '../../web/dates.js';
import { plannedLeft, type Burndown, type LeftOn } from '../burndown.js';

const WIDTH = 320;
const HEIGHT = 150;
const EDGE = { start: 26, end: 8, top: 8, bottom: 22 };

export interface BurndownChartProps {
  readonly burndown: Burndown;
  readonly total: number;
  readonly today: IsoDate;
}

/** How many tasks are left from day to day, against what the due dates would have. The numbers stand in a table too. */
export const BurndownChart = writtenOnce<BurndownChartProps>(({ page, burndown, total, today }) => {
  const { overview } = page.texts;
  const days = [...burndown.actual, ...burndown.planned].map(({ day }) => day).sort();
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today];
  const across = scaleTime([dateOf(first), dateOf(last)], [EDGE.start, WIDTH - EDGE.end]);
  const down = scaleLinear([0, total], [HEIGHT - EDGE.bottom, EDGE.top]);
  const stairs = (points: readonly LeftOn[]): string =>
    points.reduce(
      (path, { day, left }) => `${path}H${round(across(dateOf(day)))}V${round(down(left))}`,
      `M${round(across(dateOf(first)))} ${round(down(total))}`,
    );
  const left = burndown.actual.at(-1)?.left ?? total;
  return (
    <figure class="burndown" id="burndown">
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={overview.left}>
        {down.ticks(4).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={EDGE.start} x2={WIDTH - EDGE.end} y1={down(tick)} y2={down(tick)} />
            <text x={EDGE.start - 6} y={down(tick) + 4} text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        {across.ticks(3).map((tick) => (
          <text key={tick.getTime()} x={across(tick)} y={HEIGHT - 6} text-anchor="middle">
            {tinyDay(page, tick.toISOString().slice(0, 10))}
          </text>
        ))}
        <path class="planned" d={stairs(burndown.planned)} />
        <path class="actual" d={stairs(burndown.actual)} />
        <circle class="end" cx={across(dateOf(today))} cy={down(left)} r="4" />
      </svg>
      <figcaption class="quiet">
        <span class="key key-actual">{overview.leftActual(left)}</span>{' '}
        <span class="key key-planned">{overview.leftPlanned(plannedLeft(burndown, total, today))}</span>
      </figcaption>
      <div class="unseen">
        <table>
          <caption>{overview.leftTable.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{overview.leftTable.day}</th>
              <th scope="col">{overview.leftTable.actual}</th>
              <th scope="col">{overview.leftTable.planned}</th>
            </tr>
          </thead>
          <tbody>
            {burndown.actual.map(({ day, left: then }) => (
              <tr key={`${day} ${String(then)}`}>
                <th scope="row">{longDay(page, day)}</th>
                <td>{then}</td>
                <td>{plannedLeft(burndown, total, day)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
});

const dateOf = (day: IsoDate): Date => new Date(`${day}T12:00:00Z`);
const round = (value: number): string => value.toFixed(1);
