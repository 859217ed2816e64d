import { Injectable } from '@nestjs/common';
import type { CalendarDefinition } from '../engine/time/calendar.js';
import type { Refused } from '../engine/decision.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { Caller } from './caller.js';
import { CalendarRow } from './people.entity.js';
import { tell, type Receipt } from './tell.js';

/** Adds the calendar of a place. */
@Injectable()
export class AddCalendar {
  constructor(private readonly database: Database) {}

  /** @param definition one that `calendarProblems` found nothing wrong with. Refuses an id that is taken. */
  async execute({ bodyId, personId }: Caller, definition: CalendarDefinition): Promise<Receipt | Refused | null> {
    const { id, zone, holidays } = definition;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      await em.insert(CalendarRow, { bodyId, id, definition, version: 1 });
      const facts = { zone, holidays: holidays.length };
      return tell(
        em,
        locked,
        personId,
        { id, version: 1 },
        { action: 'calendar.added', subject: `calendar:${id}`, facts },
      );
    });
  }
}
