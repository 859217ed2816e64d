import type { IsoDate } from '../../engine/words.js';
import { writtenOnce } from '../../web/components/written-once.js';
import { daysBetween, longDay, shortMonth } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import { holdersOf } from './handover-page.js';

/** The motif: two lines that overlap around the meeting, the outgoing term in ochre and the incoming one in blue. */
export function TermBand({ page, frame }: { readonly page: PageRequest; readonly frame: HandoverFrame }) {
  const { outgoing, incoming, handoverDate, meeting } = frame;
  return <Band page={page} outgoing={outgoing} incoming={incoming} handoverDate={handoverDate} meeting={meeting} />;
}

type Drawn = Pick<HandoverFrame, 'outgoing' | 'incoming' | 'handoverDate' | 'meeting'>;

const Band = writtenOnce<Drawn>(({ page, ...drawn }) => {
  const { overview } = page.texts;
  const { outgoing, incoming, meeting } = drawn;
  const place = placing(drawn);
  const span = (start: IsoDate | null, end: IsoDate | null): string =>
    [start, end].map((day) => (day === null ? '…' : shortMonth(page, day))).join(' – ');
  return (
    <figure class="band">
      <p class="band-names">
        <span>
          <b class="out">{holdersOf(page, outgoing)}</b> {span(outgoing.start, outgoing.end)}
        </span>
        <span>
          <b class="in">{holdersOf(page, incoming)}</b> {span(incoming.start, incoming.end)}
        </span>
      </p>
      {place === null ? null : (
        <svg height="26" role="img" aria-label={overview.bandTitle}>
          <rect class="band-out" x="0" y="5" width={percent(place.passage)} height="7" rx="3" />
          <rect
            class="band-in"
            x={percent(place.opening)}
            y="14"
            width={percent(100 - place.opening)}
            height="7"
            rx="3"
          />
          <svg x={percent(place.meeting)} y="13" class="band-point">
            <path class="band-meeting" d="M0-11 8 0 0 11-8 0z" />
          </svg>
        </svg>
      )}
      {meeting === null || meeting.startsOn === null || meeting.endsOn === null ? null : (
        <figcaption class="band-foot">
          <span dir="auto">{meeting.title}</span>
          {page.texts.layout.comma}
          {meeting.startsOn === meeting.endsOn
            ? longDay(page, meeting.startsOn)
            : `${longDay(page, meeting.startsOn)} – ${longDay(page, meeting.endsOn)}`}
        </figcaption>
      )}
    </figure>
  );
});

interface Placing {
  readonly passage: number;
  readonly opening: number;
  readonly meeting: number;
}

/** Half of how far the lines overlap, in percent: enough to be seen. */
const OVERLAP = 1;

/**
 * Where the outgoing line ends, the incoming one begins and the meeting lies, in percent of the whole; null where a term has
 * no days to be drawn by.
 */
function placing({ outgoing, incoming, handoverDate, meeting }: Drawn): Placing | null {
  const { start } = outgoing;
  if (start === null || incoming.end === null || handoverDate === null) return null;
  const whole = daysBetween(start, incoming.end);
  if (whole <= 0) return null;
  const at = (day: IsoDate): number => (daysBetween(start, day) / whole) * 100;
  const passage = at(handoverDate);
  return {
    passage: Math.min(passage + OVERLAP, 100),
    opening: Math.max(passage - OVERLAP, 0),
    meeting: at(meeting?.startsOn ?? handoverDate),
  };
}

const percent = (value: number): string => `${value.toFixed(2)}%`;
