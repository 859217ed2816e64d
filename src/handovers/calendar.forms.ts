import { IsKey } from '../api/text-fields.js';

/** Which part of a calendar is shown. */
export class CalendarQuery {
  @IsKey({ optional: true, says: 'The section to show; all when there is none of this name.' })
  section?: string;
}
