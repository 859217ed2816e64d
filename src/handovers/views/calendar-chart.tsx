import { Arrow, Band, Bar, Ground, Head, Label, Lane, across } from '../../web/components/timeline.js';
import { longDay, longMonth, monthName, shortDay, shortMonth, tinyDay } from '../../web/dates.js';
import { inLanguage } from '../../web/names.js';
import { paths } from '../../web/paths.js';
import { placedOn } from '../../web/time-axis.js';
import { isSettled } from '../../engine/tasks/task.js';
import type { CalendarRow } from './calendar-model.js';
import { HeadLanes, type ChartProps } from './calendar-head.js';

/** The drawing: names on the side (on phones above), and a line of time for each term, for the meeting and for each task. */
export function CalendarChart(props: ChartProps) {
  const { page, frame, model, axis } = props;
  const { direction, language } = page;
  const { today } = frame;
  return (
    <div class="chart">
      <Ground direction={direction} axis={axis} today={today} steps={axis.months} marks={axis.mondays}>
        <Bands {...props} />
      </Ground>
      <div class="chart-head">
        <Head
          page={page}
          axis={axis}
          today={today}
          steps={axis.months}
          nameOf={(day) => longMonth(page, day)}
          shortNameOf={(day) => shortMonth(page, day)}
          marks={axis.mondays}
          markOf={(day) => String(Number(day.slice(8)))}
          on="wide"
        />
        <Head
          page={page}
          axis={axis}
          today={today}
          steps={axis.months}
          nameOf={(day) => monthName(page, day)}
          on="phone"
        />
      </div>
      <HeadLanes {...props} />
      {model.sections.map(({ section, rows }) => {
        const title = inLanguage(language, section.title);
        return (
          <section key={section.id} aria-labelledby={`section-${section.id}`}>
            <h2 id={`section-${section.id}`} lang={title.lang}>
              {title.text}
            </h2>
            <ul class="lanes">
              {rows.map((row) => (
                <TaskLane key={row.task.id} {...props} row={row} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Bands({ page: { direction }, frame: { meeting }, model, axis }: ChartProps) {
  const meetingDays =
    meeting?.startsOn == null || meeting.endsOn === null
      ? null
      : placedOn(axis, { from: meeting.startsOn, until: meeting.endsOn });
  return (
    <>
      {model.quiet.map((days) => {
        const placed = placedOn(axis, days);
        return placed === null ? null : (
          <Band
            key={`${days.side} ${days.from} ${days.name}`}
            direction={direction}
            placed={placed}
            kind={days.hours === null ? 'day-off' : 'special-hours'}
          />
        );
      })}
      {meetingDays === null ? null : <Band direction={direction} placed={meetingDays} kind="meeting-days" />}
    </>
  );
}

function TaskLane({ page, viewer, frame, axis, row }: ChartProps & { readonly row: CalendarRow }) {
  const { task } = row;
  const { layout } = page.texts;
  const title = inLanguage(page.language, task.title);
  const state = row.isLate ? `${layout.states[task.state]} · ${layout.overdue}` : layout.states[task.state];
  return (
    <li>
      <p class="lane-name">
        <bdi class="number">{task.id}</bdi>{' '}
        <a
          href={paths.task(viewer.bodyId, frame.id, task.id)}
          lang={title.lang === page.language ? undefined : title.lang}
        >
          {title.text}
        </a>
      </p>
      <p class={row.isLate ? 'lane-when late' : 'lane-when'}>
        {task.dueOn === null ? layout.noDate : <time dateTime={task.dueOn}>{shortDay(page, task.dueOn)}</time>} ·{' '}
        {state}
      </p>
      <Lane direction={page.direction}>
        <TaskBar page={page} frame={frame} axis={axis} row={row} state={state} />
      </Lane>
    </li>
  );
}

/** The colour of a bar: on whose desk the task lies. */
function kindOf(row: CalendarRow): string {
  return isSettled(row.task) ? 'bar-settled' : `bar-${row.task.state}`;
}

type TaskBarProps = Pick<ChartProps, 'page' | 'frame' | 'axis'> & { readonly row: CalendarRow; readonly state: string };

function TaskBar({ page, frame: { today }, axis, row, state }: TaskBarProps) {
  const { direction, texts } = page;
  const { days } = row;
  if (days === null) {
    return (
      <text class="lane-words" x={across(direction, 0)} y="15.5">
        {texts.layout.noDate} · {state}
      </text>
    );
  }
  const words = (day: string): string => `${day} · ${state}`;
  const placed = placedOn(axis, days);
  const lateUntil = row.isLate ? Math.min(Math.max(axis.startOf(today), 0), 100) : 0;
  const kind = row.isLate ? 'lane-words late-words' : 'lane-words';
  if (placed === null) {
    const at = days.until < axis.from ? 0 : 100;
    const edge = { from: at, until: Math.max(at, lateUntil), goesOnBefore: at === 0, goesOnAfter: at === 100 };
    return (
      <>
        <LateLine direction={direction} from={at} until={lateUntil} />
        <Arrow direction={direction} at={at === 0 ? 'before' : 'after'} />
        <Label direction={direction} placed={edge} kind={kind}>
          {words(longDay(page, days.until))}
        </Label>
      </>
    );
  }
  return (
    <>
      <Bar direction={direction} placed={placed} kind={kindOf(row)} />
      <LateLine direction={direction} from={placed.until} until={lateUntil} />
      <Label direction={direction} placed={{ ...placed, until: Math.max(placed.until, lateUntil) }} kind={kind}>
        {words(tinyDay(page, days.until))}
      </Label>
    </>
  );
}

/** From the due day to today. */
function LateLine({
  direction,
  from,
  until,
}: {
  readonly direction: 'ltr' | 'rtl';
  readonly from: number;
  readonly until: number;
}) {
  if (until <= from) return null;
  return <line class="late-line" x1={across(direction, from)} x2={across(direction, until)} y1="11" y2="11" />;
}
