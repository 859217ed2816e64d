import type { IsoDate } from '../../engine/words.js';
import { daysBetween, longDay, shortMonth } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import { holdersOf } from './handover-page.js';

const WIDTH = 1000;

/** The motif: two lines that overlap around the meeting, the outgoing term in ochre and the incoming one in blue. */
export function TermBand({ page, frame }: { readonly page: PageRequest; readonly frame: HandoverFrame }) {
  const { overview } = page.texts;
  const from = holdersOf(page, frame.outgoing);
  const to = holdersOf(page, frame.incoming);
  const place = placing(frame);
  const span = (start: IsoDate | null, end: IsoDate | null): string =>
    [start, end].map((day) => (day === null ? '…' : shortMonth(page, day))).join(' – ');
  const { meeting } = frame;
  return (
    <figure class="band">
      <p class="band-names">
        <span>
          <b class="out">{from}</b> {span(frame.outgoing.start, frame.outgoing.end)}
        </span>
        <span>
          <b class="in">{to}</b> {span(frame.incoming.start, frame.incoming.end)}
        </span>
      </p>
      {place === null ? null : (
        <svg
          viewBox={`0 0 ${String(WIDTH)} 26`}
          preserveAspectRatio="none"
          height="26"
          role="img"
          aria-label={overview.bandTitle}
        >
          <rect class="band-out" x="0" y="5" width={place.passage} height="7" rx="3" />
          <rect class="band-in" x={place.opening} y="14" width={WIDTH - place.opening} height="7" rx="3" />
        </svg>
      )}
      {meeting === null || meeting.startsOn === null || meeting.endsOn === null ? null : (
        <figcaption class="band-foot">
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
            <path class="band-meeting" d="M7 0 14 7 7 14 0 7z" />
          </svg>{' '}
          <span dir="auto">{meeting.title}</span>
          {', '}
          {meeting.startsOn === meeting.endsOn
            ? longDay(page, meeting.startsOn)
            : `${longDay(page, meeting.startsOn)} – ${longDay(page, meeting.endsOn)}`}
        </figcaption>
      )}
    </figure>
  );
}

/** Where the outgoing line ends and the incoming one begins, of 1000; null where a term has no days to be drawn by. */
function placing({ outgoing, incoming, handoverDate }: HandoverFrame): { passage: number; opening: number } | null {
  if (outgoing.start === null || incoming.end === null || handoverDate === null) return null;
  const whole = daysBetween(outgoing.start, incoming.end);
  if (whole <= 0) return null;
  const passage = Math.round((daysBetween(outgoing.start, handoverDate) / whole) * WIDTH);
  return { passage: Math.min(passage + 12, WIDTH), opening: Math.max(passage - 12, 0) };
}
