import ical, { escape, ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import { v5 as uuidFrom } from 'uuid';
import { addDays } from '../../engine/time/days.js';
import type { Desk, IsoDate, IsoInstant } from '../../engine/words.js';
import { dayAndTime, placeOf } from '../../web/dates.js';
import { inLanguage } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { FeedFacts } from '../feed.queries.js';
import type { PageTask } from '../page-tasks.queries.js';
import { holdersOf, sidesOfReader } from './handover-page.js';

/** What the text of a feed depends on beside the facts. */
export interface FeedSpeaker extends Pick<PageRequest, 'language' | 'locale' | 'texts'> {
  /** Scheme, host and port in front of every address. */
  readonly origin: string;
}

/** Ids of events are made from names in this space (RFC 9562, version 5), so that they never change. */
const EVENTS = '5f1d4c0e-3b0c-4a53-9c3f-8d6f1f4b2a77';
/** Seconds after which a program should look again. */
const HOUR = 3600;

/**
 * The meeting, the passing of the chair and the dated tasks of the reader's sides as an iCalendar object (RFC 5545).
 * All are days, not times. SEQUENCE is the version of what it tells of, which each re-planning raises; what has no date
 * any more, was waived or will not take place is CANCELLED on its last days.
 */
export function feedCalendar(facts: FeedFacts, bodyId: string, speaker: FeedSpeaker): string {
  const { feed } = speaker.texts.calendar;
  const calendar = ical({
    prodId: { company: 'Chair Handover', product: 'Gavel', language: speaker.language },
    // These two are written as they are given.
    name: escape(clean(feed.calendarName(facts.frame.title)), false),
    ttl: HOUR,
    events: [meetingEvent, passingEvent, ...shownTasks(facts).map(taskEvent)].flatMap((event) =>
      event(facts, bodyId, speaker),
    ),
  });
  return `${calendar.toString()}\r\n`;
}

type EventOf = (facts: FeedFacts, bodyId: string, speaker: FeedSpeaker) => ICalEventData[];

interface Told {
  readonly name: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly version: number;
  readonly changedAt: IsoInstant;
  readonly isCancelled: boolean;
  readonly summary: string;
  readonly description: readonly string[];
  readonly location?: string | null;
  readonly path: string;
}

const meetingEvent: EventOf = ({ frame, meeting: row, former, plannedAt, changedAt }, bodyId, speaker) => {
  const { meeting } = frame;
  if (meeting === null || row === null) return [];
  const { startsOn, endsOn } = meeting;
  const isDated = startsOn !== null && endsOn !== null;
  const days = isDated ? { from: startsOn, until: endsOn } : former.meeting;
  if (days === null) return [];
  const isCancelled = !isDated || row.status === 'cancelled' || row.status === 'not_held' || isOff(frame.state);
  return event(`meeting ${meeting.id}`, bodyId, speaker, {
    ...days,
    version: row.version,
    changedAt: latest(plannedAt, changedAt.get('meeting')),
    isCancelled,
    summary: meeting.title,
    description: isDated ? [] : [speaker.texts.calendar.feed.cancelled],
    location: meeting.place,
    path: paths.handover(bodyId, frame.id),
  });
};

const passingEvent: EventOf = ({ frame, former, plannedAt, changedAt }, bodyId, speaker) => {
  const day = frame.handoverDate ?? former.passing;
  if (day === null) return [];
  const { feed } = speaker.texts.calendar;
  return event(`passing ${frame.id}`, bodyId, speaker, {
    from: day,
    until: day,
    version: frame.version,
    changedAt: latest(plannedAt, changedAt.get('passing')),
    isCancelled: frame.handoverDate === null || isOff(frame.state),
    summary: feed.passing(holdersOf(speaker, frame.outgoing), holdersOf(speaker, frame.incoming)),
    description: frame.handoverDate === null ? [feed.cancelled] : [],
    path: paths.handover(bodyId, frame.id),
  });
};

function taskEvent(task: PageTask): EventOf {
  return ({ frame, former, plannedAt, changedAt }, bodyId, speaker) => {
    const { calendar, layout } = speaker.texts;
    const day = task.dueOn ?? former.tasks[task.id];
    if (day === undefined) return [];
    const { text } = inLanguage(speaker.language, task.title);
    const due =
      task.dueAt === null
        ? [calendar.feed.cancelled]
        : [calendar.feed.dueUntil(ends(speaker, frame.zones, task.dueAt))];
    return event(`task ${frame.id} ${task.id}`, bodyId, speaker, {
      from: day,
      until: day,
      version: task.version,
      changedAt: changedAt.get(task.id) ?? plannedAt,
      isCancelled: task.dueOn === null || task.state === 'waived' || isOff(frame.state),
      summary: `${task.id} ${text}`,
      description: [
        calendar.feed.state(layout.states[task.state]),
        calendar.feed.whose(layout.desks[task.owner]),
        ...due,
      ],
      path: paths.task(bodyId, frame.id, task.id),
    });
  };
}

function event(name: string, bodyId: string, { origin }: FeedSpeaker, told: Omit<Told, 'name'>): ICalEventData[] {
  const at = new Date(told.changedAt);
  const url = `${origin}${told.path}`;
  return [
    {
      id: uuidFrom(`${bodyId} ${name}`, EVENTS),
      sequence: told.version,
      // Without a METHOD it says when the event was last revised (RFC 5545, 3.8.7.2).
      stamp: at,
      lastModified: at,
      start: midnight(told.from),
      // The day after the last one (RFC 5545, 3.6.1).
      end: midnight(addDays(told.until, 1)),
      allDay: true,
      summary: clean(told.summary),
      description: clean([...told.description, url].join('\n')),
      location: told.location == null ? null : clean(told.location),
      url,
      status: told.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // A due date keeps nobody from meeting others.
      transparency: ICalEventTransparency.TRANSPARENT,
    },
  ];
}

/** Those that have or had a date, and lie with one of the reader's sides; all of them for the secretariat. */
function shownTasks({ frame, tasks, former }: FeedFacts): PageTask[] {
  const sides = sidesOfReader(frame);
  const isShown = (owner: Desk): boolean =>
    sides.includes('secretariat') || (owner === 'joint' ? sides.length > 0 : sides.includes(owner));
  return tasks.filter(({ id, owner, dueOn }) => isShown(owner) && (dueOn !== null || former.tasks[id] !== undefined));
}

/** When it is over: in each capital where the clocks differ. */
function ends(speaker: FeedSpeaker, zones: FeedFacts['frame']['zones'], at: IsoInstant): string {
  const { calendar } = speaker.texts;
  const [here, there] = [zones.outgoing, zones.incoming].map((zone) => dayAndTime(speaker, at, zone));
  if (here === undefined || there === undefined || here === there) return here ?? '';
  return calendar.ends(
    calendar.timeIn(here, placeOf(speaker, zones.outgoing)),
    calendar.timeIn(there, placeOf(speaker, zones.incoming)),
  );
}

function isOff(state: FeedFacts['frame']['state']): boolean {
  return state === 'cancelled';
}

function latest(one: IsoInstant, other: IsoInstant | undefined): IsoInstant {
  return other !== undefined && other > one ? other : one;
}

/** Control characters have no place in iCalendar, and nothing may turn round the words of another program. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\n])\p{Cc}/gu, ' ');
}

const midnight = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);
