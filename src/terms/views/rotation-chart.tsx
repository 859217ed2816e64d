import type { IsoDate } from '../../engine/words.js';
import { Bar, Diamond, Ground, Head, Label, Lane } from '../../web/components/timeline.js';
import type { PageRequest } from '../../web/page-request.js';
import { placedOn, type Axis, type Placed } from '../../web/time-axis.js';
import type { RotationMeeting } from '../meetings.queries.js';
import { within, type RotationRow } from './rotation-model.js';
import { holdersOfTerm, spanOfTerm, stateOfTerm } from './term-words.js';

export interface RotationChartProps {
  readonly page: PageRequest;
  readonly axis: Axis;
  readonly rows: readonly RotationRow[];
  readonly meetings: readonly RotationMeeting[];
  readonly today: IsoDate;
}

/** The rotation over the years: a line for each term, one below the other as they follow, and the meetings. */
export function RotationChart(props: RotationChartProps) {
  const { page, axis, rows, today } = props;
  const head = { page, axis, today, steps: axis.years, nameOf: (day: IsoDate) => day.slice(0, 4) };
  return (
    <div class="chart rotation">
      <Ground direction={page.direction} axis={axis} today={today} steps={axis.years} />
      <div class="chart-head">
        <Head {...head} on="wide" />
        <Head {...head} on="phone" />
      </div>
      <ul class="lanes">
        <MeetingsLane {...props} />
        {rows.map((row) => (
          <TermLane key={row.term.id} page={page} axis={axis} row={row} />
        ))}
      </ul>
    </div>
  );
}

function MeetingsLane({ page, axis, meetings }: RotationChartProps) {
  const dated = meetings.filter(({ startsOn }) => startsOn !== null);
  if (dated.length === 0) return null;
  return (
    <li>
      <p class="lane-name">{page.texts.calendar.rotation.meetings}</p>
      <Lane direction={page.direction}>
        {dated.map(({ id, startsOn, status }) => (
          <g key={id} class={status === 'held' || status === 'announced' ? 'meeting-on' : 'meeting-off'}>
            <Diamond direction={page.direction} at={axis.startOf(startsOn ?? axis.from)} size={6} />
          </g>
        ))}
      </Lane>
    </li>
  );
}

function TermLane({ page, axis, row }: Pick<RotationChartProps, 'page' | 'axis'> & { readonly row: RotationRow }) {
  const { term, look, surely, perhaps } = row;
  const { direction } = page;
  const place = (days: RotationRow['surely']): Placed | null =>
    days === null ? null : placedOn(axis, within(axis, days));
  const [sure, maybe] = [place(surely), place(perhaps)];
  const whole = maybe ?? sure;
  const words = (short: boolean): string => [spanOfTerm(page, term, short), ...stateOfTerm(page, term)].join(' · ');
  return (
    <li>
      <p class="lane-name">{holdersOfTerm(page, term)}</p>
      <p class="lane-when">{words(false)}</p>
      <Lane direction={direction}>
        {maybe === null ? null : <Bar direction={direction} placed={maybe} kind={`term-${look} term-perhaps`} />}
        {sure === null ? null : <Bar direction={direction} placed={sure} kind={`term-${look}`} />}
        {whole === null ? null : (
          <Label direction={direction} placed={whole}>
            {words(true)}
          </Label>
        )}
      </Lane>
    </li>
  );
}
