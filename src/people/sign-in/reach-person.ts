import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.js';
import type { PersonOfAddress } from './find-people-of.js';

const FIND = `
  SELECT p.body_id AS "bodyId", p.id AS "personId", p.name, p.mail, p.language, b.short_name AS "bodyName"
  FROM person p JOIN body b ON b.id = p.body_id
  WHERE p.body_id = $1 AND b.id = $1
    AND (p.left_on IS NULL OR p.left_on > (gavel_now() AT TIME ZONE b.zone)::date)`;

/** A person of one body, with the address by which they are reached. */
@Injectable()
export class ReachPerson {
  constructor(private readonly database: Database) {}

  /** Null when there is no such person, or they have left. */
  async byId(bodyId: string, personId: string): Promise<PersonOfAddress | null> {
    const [found] = await this.database.read(bodyId, (em) =>
      em.query<PersonOfAddress[]>(`${FIND} AND p.id = $2`, [bodyId, personId]),
    );
    return found ?? null;
  }

  /** All with this address: one, or none. */
  async byMail(bodyId: string, mail: string): Promise<PersonOfAddress[]> {
    return this.database.read(bodyId, (em) =>
      em.query<PersonOfAddress[]>(`${FIND} AND lower(p.mail) = lower($2)`, [bodyId, mail]),
    );
  }
}
