import { Injectable } from '@nestjs/common';
import { Database } from '../storage/database.js';
import type { CalendarHead, CalendarView } from './calendars.views.js';
import type { Slice } from './people.queries.js';

/** Reads about calendars, in the order of their ids. */
@Injectable()
export class CalendarsQueries {
  constructor(private readonly database: Database) {}

  async calendars(bodyId: string, { after, rows }: Slice): Promise<CalendarHead[]> {
    const list = `SELECT id, definition ->> 'name' AS name, definition ->> 'zone' AS zone, version
      FROM calendar WHERE body_id = $1 AND id > $2 ORDER BY id LIMIT $3`;
    return this.database.read(bodyId, (em) => em.query<CalendarHead[]>(list, [bodyId, after?.[0] ?? '', rows]));
  }

  async calendar(bodyId: string, id: string): Promise<CalendarView | null> {
    const one = 'SELECT id, definition, version FROM calendar WHERE body_id = $1 AND id = $2';
    const [row] = await this.database.read(bodyId, (em) => em.query<CalendarView[]>(one, [bodyId, id]));
    return row ?? null;
  }
}
