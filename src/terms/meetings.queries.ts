import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../engine/words.js';
import { prepared } from '../storage/statements.js';

/** A meeting of the body, as the rotation shows it. */
export interface RotationMeeting {
  readonly id: string;
  readonly title: string;
  readonly place: string | null;
  readonly status: 'announced' | 'postponed' | 'held' | 'not_held' | 'cancelled';
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
}

const MEETINGS = `
  SELECT id, title, place, status, starts_on AS "startsOn", ends_on AS "endsOn" FROM meeting
  WHERE body_id = $1 ORDER BY starts_on NULLS LAST, id`;

/** All meetings of a body by date; those without one come last. */
export function listRotationMeetings(em: EntityManager, bodyId: string): Promise<RotationMeeting[]> {
  return prepared<RotationMeeting>(em, 'rotation-meetings', MEETINGS, [bodyId]);
}
