import type { PageRequest } from '../../web/page-request.js';
import type { QuietDays } from '../days-off.js';

const STATES = [
  ['settled', 'accepted'],
  ['submitted', 'submitted'],
  ['started', 'started'],
  ['returned', 'returned'],
  ['open', 'open'],
] as const;

/** What colours and signs of the drawing mean. */
export function CalendarLegend({ page, quiet }: { readonly page: PageRequest; readonly quiet: readonly QuietDays[] }) {
  const { calendar, layout } = page.texts;
  return (
    <div class="key-of-chart">
      <ul class="chart-legend" aria-label={calendar.legend}>
        {STATES.map(([swatch, state]) => (
          <li key={state}>
            <span class={`swatch swatch-${swatch}`} />
            {layout.states[state]}
          </li>
        ))}
        <li>
          <svg width="24" height="8" aria-hidden="true">
            <line class="late-line" x1="0" x2="24" y1="4" y2="4" />
          </svg>
          {layout.overdue}
        </li>
        <li>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path class="band-meeting" d="M7 0 14 7 7 14 0 7z" />
          </svg>
          {calendar.meetingMark}
        </li>
        {quiet.some(({ hours }) => hours === null) ? (
          <li>
            <span class="swatch swatch-off" />
            {calendar.dayOffMark}
          </li>
        ) : null}
        {quiet.some(({ hours }) => hours !== null) ? (
          <li>
            <span class="swatch swatch-hours" />
            {calendar.hoursMark}
          </li>
        ) : null}
      </ul>
      <p class="quiet">
        {calendar.meaning} {calendar.arrow} {calendar.atWork}
      </p>
    </div>
  );
}
