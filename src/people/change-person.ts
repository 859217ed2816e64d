import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refusalOf, type Refused } from '../engine/decision.js';
import type { IsoDate } from '../engine/words.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { NewPerson } from './add-person.js';
import type { Caller } from './caller.js';
import { OfficeRow, PersonRow, RoleGrantRow } from './people.entity.js';
import { leftGate, roleGate } from './role-rules.js';
import { staleVersion } from './stale-version.js';
import { because, tell, todayIn, type Receipt } from './tell.js';

/** What may change of a person; only what is given changes. */
export type PersonChanges = Partial<Omit<NewPerson, 'id'>>;

/** Changes a person: a new name or address, another language, another office. */
@Injectable()
export class ChangePerson {
  constructor(private readonly database: Database) {}

  /** Null when there is no such person. Refuses an office whose people cannot have the roles this person has. */
  async execute(
    { bodyId, personId }: Caller,
    id: string,
    expectedVersion: number,
    changes: PersonChanges,
    reason?: string,
  ): Promise<Receipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const person = await em.findOneBy(PersonRow, { bodyId, id });
      if (person === null) return null;
      const stale = staleVersion(expectedVersion, person.version);
      if (stale !== null) return stale;
      const today = await todayIn(em, locked);
      const gone = leftGate(person, today);
      const misfits = changes.officeId === undefined ? [] : await misfitting(em, bodyId, id, changes.officeId, today);
      const refusal = refusalOf([...(gone === null ? [] : [gone]), ...misfits]);
      if (refusal !== null) return refusal;
      const version = person.version + 1;
      await em.update(PersonRow, { bodyId, id, version: person.version }, { ...changes, version });
      // Names and addresses stay out of the account; that they changed does not.
      const facts = {
        fields: Object.keys(changes),
        ...(changes.officeId === undefined ? {} : { officeId: changes.officeId }),
      };
      const happening = because({ action: 'person.changed', subject: `person:${id}`, facts }, reason);
      return tell(em, locked, personId, { id, version }, happening);
    });
  }
}

/** Roles of today or later that the new office has no place for. An office that is not known is for the database to refuse. */
async function misfitting(em: EntityManager, bodyId: string, personId: string, officeId: string, today: IsoDate) {
  const office = await em.findOneBy(OfficeRow, { bodyId, id: officeId });
  if (office === null) return [];
  const grants = await em.findBy(RoleGrantRow, { bodyId, personId });
  const open = grants.filter(({ untilDay }) => untilDay === null || untilDay > today);
  return open.map(({ role }) => roleGate(role, office)).filter((gate) => gate !== null);
}
