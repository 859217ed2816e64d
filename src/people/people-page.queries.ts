import type { EntityManager } from 'typeorm';
import type { IsoDate, Language, Role } from '../engine/words.js';
import { prepared } from '../storage/statements.js';

/** A role of somebody that holds today or is to. */
export interface ListedGrant {
  readonly id: string;
  readonly role: Role;
  readonly fromDay: IsoDate;
  /** The first day on which it no longer holds; null while no end is known. */
  readonly untilDay: IsoDate | null;
  readonly version: number;
}

/** Who stands in for somebody, now or later. */
export interface ListedStandIn {
  readonly id: string;
  readonly standInId: string;
  readonly standInName: string;
  readonly fromDay: IsoDate;
  /** The day on which the absent person is back. */
  readonly untilDay: IsoDate;
  readonly version: number;
}

/** A person as pages show them. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly language: Language;
  /** The first day without a part in the body; null while none is known. */
  readonly leftOn: IsoDate | null;
  readonly version: number;
  readonly office: { readonly id: string; readonly name: string };
  /** Null for people of the secretariat's own offices. */
  readonly member: { readonly id: string; readonly name: string } | null;
  readonly grants: readonly ListedGrant[];
  readonly standIns: readonly ListedStandIn[];
  /** Today in the zone of the body. */
  readonly today: IsoDate;
}

/** Values: body; a person, or null for all who have not left. */
const PEOPLE = `
  SELECT p.id, p.name, p.mail, p.language, p.left_on AS "leftOn", p.version, d.today,
    jsonb_build_object('id', o.id, 'name', o.name) AS office,
    CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'name', m.name) END AS member,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'fromDay', r.from_day,
        'untilDay', r.until_day, 'version', r.version) ORDER BY r.from_day, r.id), '[]')
      FROM role_grant r WHERE r.body_id = p.body_id AND r.person_id = p.id
        AND (r.until_day IS NULL OR r.until_day > d.today)) AS grants,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'standInId', s.stand_in_id, 'standInName', q.name,
        'fromDay', s.from_day, 'untilDay', s.until_day, 'version', s.version) ORDER BY s.from_day, s.id), '[]')
      FROM stand_in s JOIN person q ON q.body_id = s.body_id AND q.id = s.stand_in_id
      WHERE s.body_id = p.body_id AND s.person_id = p.id AND s.until_day > d.today) AS "standIns"
  FROM person p
  JOIN body b ON b.id = p.body_id
  CROSS JOIN LATERAL (SELECT (gavel_now() AT TIME ZONE b.zone)::date AS today) AS d
  JOIN office o ON o.body_id = p.body_id AND o.id = p.office_id
  LEFT JOIN member m ON m.body_id = o.body_id AND m.id = o.member_id
  WHERE p.body_id = $1 AND ($2::text IS NULL AND (p.left_on IS NULL OR p.left_on > d.today) OR p.id = $2)
  ORDER BY m.name NULLS FIRST, o.name, o.id, p.name, p.id LIMIT 1000`;

/** Everyone who has a part in the body, by their offices; the secretariat first. */
export function listPeople(em: EntityManager, bodyId: string): Promise<ListedPerson[]> {
  return prepared<ListedPerson>(em, 'listed-people', PEOPLE, [bodyId, null]);
}

/** Null when there is no such person. Whoever has left is still found by their id. */
export async function findListedPerson(
  em: EntityManager,
  bodyId: string,
  personId: string,
): Promise<ListedPerson | null> {
  const [person] = await prepared<ListedPerson>(em, 'listed-people', PEOPLE, [bodyId, personId]);
  return person ?? null;
}

/** An office that people can belong to. */
export interface ListedOffice {
  readonly id: string;
  readonly name: string;
  readonly member: ListedPerson['member'];
}

const OFFICES = `
  SELECT o.id, o.name, CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'name', m.name) END AS member
  FROM office o LEFT JOIN member m ON m.body_id = o.body_id AND m.id = o.member_id
  WHERE o.body_id = $1 ORDER BY m.name NULLS FIRST, o.name, o.id LIMIT 1000`;

export function listOffices(em: EntityManager, bodyId: string): Promise<ListedOffice[]> {
  return prepared<ListedOffice>(em, 'listed-offices', OFFICES, [bodyId]);
}
