import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refusalOf, type Refused } from '../engine/decision.js';
import type { IsoDate } from '../engine/words.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { Caller } from './caller.js';
import { PersonRow } from './people.entity.js';
import { hasSecretariat, lastSecretariat, leftGate, pastGate } from './role-rules.js';
import { staleVersion } from './stale-version.js';
import { because, tell, todayIn, type Receipt } from './tell.js';

/** A person leaves the body: from that day on they have no role, stand in for nobody, and their tokens open nothing. */
@Injectable()
export class LeaveBody {
  constructor(private readonly database: Database) {}

  /**
   * Null when there is no such person.
   * @param leftOn the first day on which they have no part any more; today or later.
   */
  async execute(
    { bodyId, personId }: Caller,
    id: string,
    expectedVersion: number,
    leftOn: IsoDate,
    reason?: string,
  ): Promise<Receipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const person = await em.findOneBy(PersonRow, { bodyId, id });
      if (person === null) return null;
      const stale = staleVersion(expectedVersion, person.version);
      if (stale !== null) return stale;
      const today = await todayIn(em, locked);
      const hadSecretariat = await hasSecretariat(em, bodyId, leftOn);
      const version = person.version + 1;
      await em.update(PersonRow, { bodyId, id, version: person.version }, { leftOn, version });
      await endEverything(em, bodyId, id, leftOn);
      const orphaned = hadSecretariat && !(await hasSecretariat(em, bodyId, leftOn));
      const gates = [leftGate(person, today), pastGate(leftOn, today), orphaned ? lastSecretariat(leftOn) : null];
      const refusal = refusalOf(gates.filter((gate) => gate !== null));
      if (refusal !== null) return refusal;
      const happening = because({ action: 'person.left', subject: `person:${id}`, facts: { leftOn } }, reason);
      return tell(em, locked, personId, { id, version }, happening);
    });
  }
}

/** What began before ends on that day; what would have begun later never does. The account keeps both. */
async function endEverything(em: EntityManager, bodyId: string, personId: string, day: IsoDate): Promise<void> {
  const values = [bodyId, personId, day];
  await em.query('DELETE FROM role_grant WHERE body_id = $1 AND person_id = $2 AND from_day >= $3', values);
  await em.query(
    `UPDATE role_grant SET until_day = $3, version = version + 1
     WHERE body_id = $1 AND person_id = $2 AND (until_day IS NULL OR until_day > $3)`,
    values,
  );
  await em.query(
    'DELETE FROM stand_in WHERE body_id = $1 AND $2 IN (person_id, stand_in_id) AND from_day >= $3',
    values,
  );
  await em.query(
    `UPDATE stand_in SET until_day = $3, version = version + 1
     WHERE body_id = $1 AND $2 IN (person_id, stand_in_id) AND until_day > $3`,
    values,
  );
}
