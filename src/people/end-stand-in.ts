import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refusalOf, type Refused } from '../engine/decision.js';
import type { IsoDate } from '../engine/words.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import { mayActFor, notYours, type Caller } from './caller.js';
import { StandInRow } from './people.entity.js';
import { pastGate } from './role-rules.js';
import { staleVersion } from './stale-version.js';
import { because, tell, todayIn, type Receipt } from './tell.js';

/** Ends a stand-in earlier than named, today at the earliest. */
@Injectable()
export class EndStandIn {
  constructor(private readonly database: Database) {}

  /**
   * Null when there is no such stand-in.
   * @param untilDay the first day on which they no longer stand in; on or before the first day, they never will have.
   */
  async execute(
    caller: Caller,
    id: string,
    expectedVersion: number,
    untilDay: IsoDate,
    reason?: string,
  ): Promise<Receipt | Refused | null> {
    const { bodyId } = caller;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const standIn = await em.findOneBy(StandInRow, { bodyId, id });
      if (standIn === null) return null;
      if (!mayActFor(caller, standIn.personId)) return notYours(standIn.personId);
      const stale = staleVersion(expectedVersion, standIn.version);
      if (stale !== null) return stale;
      const over = standIn.untilDay <= untilDay;
      const gates = [
        pastGate(untilDay, await todayIn(em, locked)),
        over
          ? ({ code: 'stand_in.ends_earlier', facts: { untilDay: standIn.untilDay }, whose: 'nobody' } as const)
          : null,
      ];
      const refusal = refusalOf(gates.filter((gate) => gate !== null));
      if (refusal !== null) return refusal;
      await end(em, standIn, untilDay);
      const facts = { id, standInId: standIn.standInId, untilDay };
      const happening = because({ action: 'stand_in.ended', subject: `person:${standIn.personId}`, facts }, reason);
      return tell(em, locked, caller.personId, { id, version: standIn.version + 1 }, happening);
    });
  }
}

async function end(em: EntityManager, { bodyId, id, version, fromDay }: StandInRow, untilDay: IsoDate): Promise<void> {
  if (untilDay <= fromDay) await em.delete(StandInRow, { bodyId, id, version });
  else await em.update(StandInRow, { bodyId, id, version }, { untilDay, version: version + 1 });
}
