import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { refusalOf, type Refused } from '../engine/decision.js';
import type { IsoDate } from '../engine/words.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import { mayActFor, notYours, type Caller } from './caller.js';
import { PersonRow, StandInRow } from './people.entity.js';
import { leftGate, pastGate } from './role-rules.js';
import { because, tell, todayIn, type Receipt } from './tell.js';

/** Who stands in for whom; `untilDay` is the first day on which they no longer do. */
export interface NewStandIn {
  readonly personId: string;
  readonly standInId: string;
  readonly fromDay: IsoDate;
  readonly untilDay: IsoDate;
}

/**
 * Names a stand-in for some days: in that time they may do what the absent person may, and count as both people.
 * Everyone names their own; the secretariat anyone's.
 */
@Injectable()
export class NameStandIn {
  constructor(private readonly database: Database) {}

  /** Null when one of the two is not known. Refuses a second stand-in for the same person on the same day. */
  async execute(caller: Caller, named: NewStandIn, reason?: string): Promise<Receipt | Refused | null> {
    const { bodyId } = caller;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const person = await em.findOneBy(PersonRow, { bodyId, id: named.personId });
      const standIn = await em.findOneBy(PersonRow, { bodyId, id: named.standInId });
      if (person === null || standIn === null) return null;
      if (!mayActFor(caller, person.id)) return notYours(person.id);
      const isSame = person.id === standIn.id;
      const gates = [
        isSame ? ({ code: 'stand_in.same_person', facts: {}, whose: 'secretariat' } as const) : null,
        leftGate(person, named.fromDay),
        isSame ? null : leftGate(standIn, named.fromDay),
        pastGate(named.fromDay, await todayIn(em, locked)),
      ];
      const refusal = refusalOf(gates.filter((gate) => gate !== null));
      if (refusal !== null) return refusal;
      const id = uuid();
      await em.insert(StandInRow, { bodyId, id, ...named, version: 1 });
      const facts = { id, standInId: standIn.id, fromDay: named.fromDay, untilDay: named.untilDay };
      const happening = because({ action: 'stand_in.named', subject: `person:${person.id}`, facts }, reason);
      return tell(em, locked, caller.personId, { id, version: 1 }, happening);
    });
  }
}
