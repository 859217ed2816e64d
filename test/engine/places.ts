import { openCalendar, type Calendar, type CalendarDefinition } from '../../src/engine/time/calendar.js';
import { readProjectFile } from '../support/project-file.js';

/** The definition kept for a place, as it stands in the file. */
export function definitionOf(id: string): CalendarDefinition {
  return JSON.parse(readProjectFile(`config/calendars/${id}.json`)) as CalendarDefinition;
}

/** The calendar of a place. */
export function calendarOf(id: string): Calendar {
  return openCalendar(definitionOf(id));
}

/** A calendar of nowhere in particular, with Saturdays and Sundays off, and what a test adds to it. */
export function definition(parts: Partial<CalendarDefinition> = {}): CalendarDefinition {
  return {
    id: 'X',
    name: 'Nowhere',
    zone: 'UTC',
    weekend: [{ days: [6, 7] }],
    officeHours: [{ opens: '09:00', closes: '17:00' }],
    holidays: [],
    sources: ['made up for a test'],
    ...parts,
  };
}
