import { isSettled } from '../../engine/tasks/task.js';
import type { PlanDifference } from '../../engine/plan/plan-difference.js';
import type { Anchors, IsoDate } from '../../engine/words.js';
import { daysBetween, dayRange, tinyDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import type { PageTask } from '../page-tasks.queries.js';

/** In pixels: of a dot, and of each of the two rows, which stand on their lines. */
const RADIUS = 4;
const ROW = 84;
/** As many columns of dots have room beside each other; those of the same column stand on one another. */
const COLUMNS = 56;
/** More dots than this on one another would leave the row. */
const HIGHEST = 8;
const MOST_MONTHS = 5;
const DESKS = ['outgoing', 'incoming', 'secretariat', 'joint'] as const;

export interface ShiftChartProps {
  readonly page: PageRequest;
  readonly tasks: readonly PageTask[];
  readonly difference: PlanDifference;
  readonly anchors: { readonly before: Anchors; readonly after: Anchors };
  readonly today: IsoDate;
}

/** The tasks that are not settled on their due dates, now and then, in the colours of their desks. The dates stand below. */
export function ShiftChart({ page, tasks, difference, anchors, today }: ShiftChartProps) {
  const { move } = page.texts;
  const open = tasks.filter((task) => !isSettled(task));
  const moved = newDates(difference);
  const now = open.map((task) => ({ task, day: task.dueOn }));
  const then = open.map((task) => ({ task, day: moved.has(task.id) ? (moved.get(task.id) ?? null) : task.dueOn }));
  const meetings = [anchors.before.MEETING_START, anchors.after.MEETING_START];
  const days = [...now, ...then].map(({ day }) => day);
  const known = [today, ...meetings, ...days].filter((day) => day !== null).sort();
  const [first = today] = known;
  const whole = Math.max(daysBetween(first, known.at(-1) ?? first), 1);
  const at = (day: IsoDate): number => 2 + (daysBetween(first, day) / whole) * 96;
  const rows = [
    { name: move.chartNow, class: 'row-now', dots: now, meeting: meetings[0] ?? null },
    { name: move.chartThen, class: 'row-then', dots: then, meeting: meetings[1] ?? null },
  ];
  return (
    <figure class="shift">
      <figcaption>
        <h2>{move.chart}</h2>
        <p class="quiet">{move.chartText(meetingWords(page, anchors.before), meetingWords(page, anchors.after))}</p>
      </figcaption>
      <div class="shift-rows">
        {rows.map(({ name, class: row, dots, meeting }) => (
          <div key={row} class="shift-row">
            <span aria-hidden="true">{name}</span>
            <svg height={ROW} aria-hidden="true" class={row}>
              <line class="grid" x1="0" x2="100%" y1={ROW - 6} y2={ROW - 6} />
              <line class="today" x1={percent(at(today))} x2={percent(at(today))} y1="0" y2={ROW} />
              {stacked(dots, at).map(({ id, owner, x, level }) => (
                <circle key={id} class={`dot dot-${owner}`} cx={percent(x)} cy={ROW - 20 - level * 9} r={RADIUS} />
              ))}
              {meeting === null ? null : (
                <svg x={percent(at(meeting))} y={ROW - 6} class="band-point">
                  <path class="band-meeting" d="M0-7 6 0 0 7-6 0z" />
                </svg>
              )}
            </svg>
          </div>
        ))}
        <div class="shift-row shift-axis" aria-hidden="true">
          <span />
          <svg height="20">
            {monthsIn(first, whole).map((day) => (
              <text key={day} x={percent(at(day))} y="14">
                {tinyDay(page, day)}
              </text>
            ))}
          </svg>
        </div>
      </div>
      <ul class="shift-legend">
        {DESKS.map((desk) => (
          <li key={desk}>
            <svg width="12" height="12" aria-hidden="true">
              <circle class={`dot dot-${desk}`} cx="6" cy="6" r={RADIUS + 1} />
            </svg>{' '}
            {page.texts.layout.desks[desk]}
          </li>
        ))}
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <line class="today" x1="6" x2="6" y1="0" y2="12" />
          </svg>{' '}
          {move.chartToday}
        </li>
      </ul>
    </figure>
  );
}

interface Dot {
  readonly task: PageTask;
  readonly day: IsoDate | null;
}

/** Where each dot stands: those close to each other stand on one another. */
function stacked(dots: readonly Dot[], at: (day: IsoDate) => number) {
  const heights = new Map<number, number>();
  return dots.flatMap(({ task, day }) => {
    if (day === null) return [];
    const column = Math.round((at(day) / 100) * COLUMNS);
    const height = heights.get(column) ?? 0;
    heights.set(column, height + 1);
    return [{ id: task.id, owner: task.owner, x: (column / COLUMNS) * 100, level: Math.min(height, HIGHEST - 1) }];
  });
}

function newDates({ moved, undated, dated }: PlanDifference): ReadonlyMap<string, IsoDate | null> {
  return new Map<string, IsoDate | null>([
    ...moved.map(({ taskId, to }) => [taskId, to] as const),
    ...dated.map(({ taskId, to }) => [taskId, to] as const),
    ...undated.map(({ taskId }) => [taskId, null] as const),
  ]);
}

function meetingWords(page: PageRequest, { MEETING_START: start, MEETING_END: end }: Anchors): string {
  return start === null || end === null ? page.texts.move.undated : dayRange(page, start, end);
}

/** First days of months, not more than have room. */
function monthsIn(first: IsoDate, whole: number): IsoDate[] {
  const start = new Date(`${first}T12:00:00Z`);
  const months: IsoDate[] = [];
  for (let next = 1; ; next += 1) {
    const day = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + next, 1)).toISOString().slice(0, 10);
    if (daysBetween(first, day) > whole * 0.96) break;
    months.push(day);
  }
  const every = Math.ceil(months.length / MOST_MONTHS);
  return months.filter((_, index) => index % every === 0);
}

function percent(number: number): string {
  return `${String(Math.round(number * 100) / 100)}%`;
}
