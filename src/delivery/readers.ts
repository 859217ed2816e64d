import type { EntityManager } from 'typeorm';
import type { Language, Role } from '../engine/words.js';
import { prepared } from '../storage/statements.js';

/** A person who has a part in the body today, as mail sees them. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly language: Language;
  readonly officeId: string;
  /** The member whose office it is; null for the secretariat. */
  readonly memberId: string | null;
  /** The working days and hours, and the zone, of their office. */
  readonly calendarId: string;
  /** Roles that hold today, in the body's zone. */
  readonly roles: readonly Role[];
  /** Who stands in for them today. */
  readonly standInId: string | null;
}

/** Whose people are asked for: these members', the secretariat's. */
export interface WantedReaders {
  readonly members: readonly string[];
  readonly secretariat: boolean;
}

/** The day it is in the body $1. Worked out once in a statement: asking for the time costs as much as finding a person. */
export const TODAY = `
  today AS MATERIALIZED (SELECT (gavel_now() AT TIME ZONE b.zone)::date AS day FROM body b WHERE b.id = $1)`;

/** People of the body $1 who have not left, with the roles that hold today; needs `today`, and goes on as a condition. */
export const READERS = `
  SELECT p.id::text, p.name, p.mail, p.language, p.office_id::text AS "officeId", o.member_id::text AS "memberId",
    o.calendar_id::text AS "calendarId", s.stand_in_id::text AS "standInId",
    coalesce((SELECT array_agg(r.role) FROM role_grant r WHERE r.body_id = p.body_id AND r.person_id = p.id
      AND r.from_day <= today.day AND (r.until_day IS NULL OR r.until_day > today.day)), '{}') AS roles
  FROM today
  CROSS JOIN person p
  JOIN office o ON o.body_id = p.body_id AND o.id = p.office_id
  LEFT JOIN stand_in s ON s.body_id = p.body_id AND s.person_id = p.id
    AND s.from_day <= today.day AND s.until_day > today.day
  WHERE p.body_id = $1 AND (p.left_on IS NULL OR p.left_on > today.day)`;

const BY_ID = `WITH ${TODAY} ${READERS} AND p.id = ANY ($2)`;
const BY_SEAT = `WITH ${TODAY} ${READERS} AND (o.member_id = ANY ($2) OR ($3 AND EXISTS (SELECT FROM role_grant r
    WHERE r.body_id = p.body_id AND r.person_id = p.id AND r.role = 'secretariat'
      AND r.from_day <= today.day AND (r.until_day IS NULL OR r.until_day > today.day))))
  ORDER BY p.id`;

/** Reads everyone of these who has not left. */
export async function loadSeated(em: EntityManager, bodyId: string, wanted: WantedReaders): Promise<readonly Reader[]> {
  const { members, secretariat } = wanted;
  if (members.length === 0 && !secretariat) return [];
  return prepared<Reader>(em, 'load-seated-readers', BY_SEAT, [bodyId, members, secretariat]);
}

/** Reads those of these people who have not left. */
export async function loadById(em: EntityManager, bodyId: string, ids: readonly string[]): Promise<readonly Reader[]> {
  return ids.length === 0 ? [] : prepared<Reader>(em, 'load-readers', BY_ID, [bodyId, ids]);
}
