import { Bar, Diamond, Label, Lane, across, onward, roomFor } from '../../web/components/timeline.js';
import { longDay, tinyDay } from '../../web/dates.js';
import { placedOn, type Axis, type Days } from '../../web/time-axis.js';
import type { IsoDate } from '../../engine/words.js';
import type { PageRequest } from '../../web/page-request.js';
import type { Viewer } from '../../people/find-session.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import type { CalendarModel } from './calendar-model.js';
import { holdersOf } from './handover-page.js';

export interface ChartProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly model: CalendarModel;
  readonly axis: Axis;
}

/** The first lines of the drawing: both terms, which overlap around the meeting, and the meeting. */
export function HeadLanes({ page, frame, model, axis }: ChartProps) {
  const { calendar } = page.texts;
  return (
    <ul class="lanes lanes-head">
      {(['outgoing', 'incoming'] as const).map((side) => (
        <li key={side}>
          <p class="lane-name">{calendar.chair[side](holdersOf(page, frame[side]))}</p>
          <TermLane page={page} frame={frame} axis={axis} side={side} work={model.work[side]} />
        </li>
      ))}
      <MeetingLane page={page} frame={frame} axis={axis} />
    </ul>
  );
}

interface TermLaneProps {
  readonly page: PageRequest;
  readonly frame: HandoverFrame;
  readonly axis: Axis;
  readonly side: 'outgoing' | 'incoming';
  readonly work: Days | null;
}

/** Thick while the term has the chair; thin while its people work on the handover without having it. */
function TermLane({ page, frame, axis, side, work }: TermLaneProps) {
  const { calendar } = page.texts;
  const { direction } = page;
  const { handoverDate, [side]: term } = frame;
  const days =
    side === 'outgoing'
      ? { from: term.start ?? axis.from, until: handoverDate ?? term.end }
      : { from: handoverDate ?? term.start, until: term.end ?? axis.until };
  const { from, until } = days;
  const placed = from === null || until === null ? null : placedOn(axis, { from, until });
  const thin = work === null ? null : placedOn(axis, work);
  const passes = side === 'outgoing' ? until : from;
  const words =
    passes === null ? '' : calendar[side === 'outgoing' ? 'chairsUntil' : 'chairsFrom'](longDay(page, passes));
  return (
    <>
      {words === '' ? null : <p class="lane-when">{words}</p>}
      <Lane direction={direction}>
        {thin === null ? null : (
          <Bar
            direction={direction}
            placed={thin}
            kind={side === 'outgoing' ? 'band-out' : 'band-in'}
            y={10}
            height={2}
          />
        )}
        {placed === null ? null : (
          <>
            <Bar
              direction={direction}
              placed={{ ...placed, goesOnBefore: false, goesOnAfter: false }}
              kind={side === 'outgoing' ? 'band-out' : 'band-in'}
              y={1}
              height={20}
            />
            {placed.until - placed.from < roomFor(words) ? (
              <Label direction={direction} placed={placed}>
                {words}
              </Label>
            ) : (
              <text class="term-words" x={across(direction, placed.from)} dx={onward(direction, 8)} y="15.5">
                {words}
              </text>
            )}
          </>
        )}
      </Lane>
    </>
  );
}

function MeetingLane({ page, frame: { meeting }, axis }: Pick<ChartProps, 'page' | 'frame' | 'axis'>) {
  const { calendar } = page.texts;
  if (meeting === null) {
    return (
      <li>
        <p class="lane-name">{calendar.noMeeting}</p>
      </li>
    );
  }
  const { title, place, startsOn, endsOn } = meeting;
  const isDated = startsOn !== null && endsOn !== null;
  const when = isDated ? calendar.meetingOn(spanned(page, startsOn, endsOn, longDay), place) : calendar.noMeetingDate;
  const placed = isDated ? placedOn(axis, { from: startsOn, until: endsOn }) : null;
  return (
    <li>
      <p class="lane-name">
        <bdi>{title}</bdi>
      </p>
      <p class="lane-when">{when}</p>
      <Lane direction={page.direction}>
        {placed === null || !isDated ? null : (
          <>
            <Diamond direction={page.direction} at={(placed.from + placed.until) / 2} />
            <Label direction={page.direction} placed={placed}>
              {calendar.meetingOn(spanned(page, startsOn, endsOn, tinyDay), place)}
            </Label>
          </>
        )}
      </Lane>
    </li>
  );
}

function spanned(
  page: PageRequest,
  from: IsoDate,
  until: IsoDate,
  write: (page: PageRequest, day: IsoDate) => string,
): string {
  return from === until ? write(page, from) : page.texts.calendar.days(write(page, from), write(page, until));
}
