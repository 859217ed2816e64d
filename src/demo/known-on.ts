import type { BodyDocuments } from '../commands/body-file.js';
import type { CalendarDefinition } from '../engine/time/calendar.js';
import type { IsoDate } from '../engine/words.js';

/** Days off that were decreed later than a story begins, and since when they are known. */
const DECREED: readonly { readonly calendarId: string; readonly name: string; readonly on: IsoDate }[] = [
  // Decree 2.23.688, adopted by the council of government on 23 November 2023.
  { calendarId: 'MA', name: 'Amazigh New Year', on: '2023-11-23' },
];

/**
 * The documents of a body as they were on a day: days off that had not been decreed are not there, and meetings still to
 * come are announced, whatever became of them.
 */
export function knownOn(day: IsoDate, documents: BodyDocuments): BodyDocuments {
  const meetings = documents.file.meetings.map((meeting) =>
    meeting.endsOn !== null && meeting.endsOn >= day ? { ...meeting, status: 'announced' as const } : meeting,
  );
  return {
    ...documents,
    file: { ...documents.file, meetings },
    calendars: documents.calendars.map((calendar) => withoutLaterDecrees(day, calendar)),
  };
}

function withoutLaterDecrees(day: IsoDate, calendar: CalendarDefinition): CalendarDefinition {
  const later = DECREED.filter(({ calendarId, on }) => calendarId === calendar.id && on > day).map(({ name }) => name);
  return { ...calendar, holidays: calendar.holidays.filter(({ name }) => !later.includes(name)) };
}
