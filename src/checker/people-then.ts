import { localDate } from '../engine/time/zones.js';
import type { IsoDate, IsoInstant } from '../engine/words.js';
import type { BodyView } from './rule.js';

interface StandInRow {
  readonly personId: string;
  readonly standInId: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** When it was named, as far as the account tells: nobody stands in for anybody before. */
  readonly named: IsoInstant | null;
}

interface RoleRow {
  readonly personId: string;
  readonly memberId: string | null;
  readonly role: string;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

interface HolderRow {
  readonly handoverId: string;
  readonly side: string;
  readonly memberId: string;
}

const STAND_INS = `
  SELECT s.person_id::text AS "personId", s.stand_in_id::text AS "standInId", s.from_day::text AS from,
    s.until_day::text AS until,
    (SELECT iso_instant(min(e.at)) FROM account_entry e WHERE e.body_id = $1 AND e.stream = 'body'
      AND e.action = 'stand_in.named' AND position(s.id::text IN e.entry) > 0) AS named
  FROM stand_in s WHERE s.body_id = $1`;

const ROLES = `
  SELECT r.person_id::text AS "personId", o.member_id::text AS "memberId", r.role, r.from_day::text AS from,
    r.until_day::text AS until
  FROM role_grant r JOIN person p ON p.body_id = $1 AND p.id = r.person_id
  JOIN office o ON o.body_id = $1 AND o.id = p.office_id WHERE r.body_id = $1`;

const HOLDERS = `
  SELECT h.id::text AS "handoverId", sides.side, t.member_id::text AS "memberId" FROM handover h
  CROSS JOIN LATERAL (VALUES ('outgoing', h.outgoing_term_id), ('incoming', h.incoming_term_id)) AS sides(side, term)
  JOIN term_holder t ON t.body_id = $1 AND t.term_id = sides.term WHERE h.body_id = $1`;

/** As whom a person counted in a handover at an instant, worked out from the rows and not by what is judged here. */
export interface PeopleThen {
  /** Themselves and everyone they stood in for. */
  persons(personId: string, at: IsoInstant): readonly string[];
  /** The sides of all these. */
  sides(handoverId: string, personId: string, at: IsoInstant): readonly string[];
}

export async function peopleThen(view: BodyView): Promise<PeopleThen> {
  const standIns = await view.ask<StandInRow>(STAND_INS);
  const roles = await view.ask<RoleRow>(ROLES);
  const holders = await view.ask<HolderRow>(HOLDERS);
  const persons = (personId: string, at: IsoInstant): readonly string[] => {
    const day = localDate(at, view.zone);
    const absent = standIns.filter(
      ({ standInId, from, until, named }) =>
        standInId === personId && from <= day && day < until && (named === null || named <= at),
    );
    return [personId, ...absent.map((one) => one.personId)];
  };
  const sidesOf = (handoverId: string, personId: string, day: IsoDate): string[] =>
    roles
      .filter((role) => role.personId === personId && role.from <= day && (role.until === null || day < role.until))
      .flatMap(({ role, memberId }) => {
        if (role === 'secretariat') return ['secretariat'];
        if (role === 'observer') return [];
        return holders
          .filter((one) => one.handoverId === handoverId && one.memberId === memberId)
          .map(({ side }) => side);
      });
  return {
    persons,
    sides(handoverId, personId, at) {
      const day = localDate(at, view.zone);
      return [...new Set(persons(personId, at).flatMap((person) => sidesOf(handoverId, person, day)))];
    },
  };
}
