import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../engine/words.js';
import type { MeetingFormat, MeetingStatus, MeetingType } from './handovers.entity.js';

export interface MeetingView {
  readonly id: string;
  readonly title: string;
  readonly type: MeetingType;
  readonly place: string | null;
  readonly countryId: string | null;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  readonly status: MeetingStatus;
  readonly format: MeetingFormat;
  readonly version: number;
}

const MEETING = `
  SELECT id, title, type, place, country_id AS "countryId", starts_on AS "startsOn", ends_on AS "endsOn", status, format,
    version
  FROM meeting`;

/** Meetings by first day, those without one last. @param after first day (or `undated`) and id to go on after. */
export async function listMeetings(
  em: EntityManager,
  bodyId: string,
  after: readonly string[] | null,
  rows: number,
): Promise<MeetingView[]> {
  const [day, id] = after ?? ['', ''];
  return em.query(
    `${MEETING} WHERE body_id = $1 AND (coalesce(starts_on::text, 'undated'), id) > ($2, $3)
     ORDER BY coalesce(starts_on::text, 'undated'), id LIMIT $4`,
    [bodyId, day, id, rows],
  );
}

/** One meeting, or null. */
export async function findMeeting(em: EntityManager, bodyId: string, meetingId: string): Promise<MeetingView | null> {
  const [meeting]: MeetingView[] = await em.query(`${MEETING} WHERE body_id = $1 AND id = $2`, [bodyId, meetingId]);
  return meeting ?? null;
}
