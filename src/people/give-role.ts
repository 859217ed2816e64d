import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { refusalOf, type Refused } from '../engine/decision.js';
import type { IsoDate, Role } from '../engine/words.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { Caller } from './caller.js';
import { OfficeRow, PersonRow, RoleGrantRow } from './people.entity.js';
import { leftGate, roleGate } from './role-rules.js';
import { because, tell, type Receipt } from './tell.js';

/** A role for a period; `untilDay` is the first day on which it no longer holds, null while no end is known. */
export interface NewRole {
  readonly personId: string;
  readonly role: Role;
  readonly fromDay: IsoDate;
  readonly untilDay: IsoDate | null;
}

/** Gives a person a role. Refuses one they have already in that time, and one their office has no place for. */
@Injectable()
export class GiveRole {
  constructor(private readonly database: Database) {}

  /** Null when there is no such person. */
  async execute(caller: Caller, given: NewRole, reason?: string): Promise<Receipt | Refused | null> {
    const { bodyId } = caller;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const person = await em.findOneBy(PersonRow, { bodyId, id: given.personId });
      if (person === null) return null;
      const office = await em.findOneByOrFail(OfficeRow, { bodyId, id: person.officeId });
      const gates = [leftGate(person, given.fromDay), roleGate(given.role, office)];
      const refusal = refusalOf(gates.filter((gate) => gate !== null));
      if (refusal !== null) return refusal;
      const id = uuid();
      await em.insert(RoleGrantRow, { bodyId, id, ...given, version: 1 });
      const happening = because(
        { action: 'role.given', subject: `person:${person.id}`, facts: { id, ...given } },
        reason,
      );
      return tell(em, locked, caller.personId, { id, version: 1 }, happening);
    });
  }
}
