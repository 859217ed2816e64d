import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { refusalOf, type Refused } from '../engine/decision.js';
import type { IsoDate } from '../engine/words.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { Caller } from './caller.js';
import { RoleGrantRow } from './people.entity.js';
import { hasSecretariat, lastSecretariat, pastGate } from './role-rules.js';
import { staleVersion } from './stale-version.js';
import { because, tell, todayIn, type Receipt } from './tell.js';

/** Ends a role on a day, today at the earliest: what somebody was entitled to in the past stays as it was. */
@Injectable()
export class EndRole {
  constructor(private readonly database: Database) {}

  /**
   * Null when there is no such role.
   * @param untilDay the first day on which it no longer holds; on or before its first day, it never will have.
   */
  async execute(
    { bodyId, personId }: Caller,
    id: string,
    expectedVersion: number,
    untilDay: IsoDate,
    reason?: string,
  ): Promise<Receipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const grant = await em.findOneBy(RoleGrantRow, { bodyId, id });
      if (grant === null) return null;
      const stale = staleVersion(expectedVersion, grant.version);
      if (stale !== null) return stale;
      const hadSecretariat = await hasSecretariat(em, bodyId, untilDay);
      await end(em, grant, untilDay);
      const orphaned = hadSecretariat && !(await hasSecretariat(em, bodyId, untilDay));
      const today = await todayIn(em, locked);
      const gates = [pastGate(untilDay, today), overGate(grant, today), orphaned ? lastSecretariat(untilDay) : null];
      const refusal = refusalOf(gates.filter((gate) => gate !== null));
      if (refusal !== null) return refusal;
      const facts = { id, role: grant.role, untilDay };
      const happening = because({ action: 'role.ended', subject: `person:${grant.personId}`, facts }, reason);
      return tell(em, locked, personId, { id, version: grant.version + 1 }, happening);
    });
  }
}

async function end(
  em: EntityManager,
  { bodyId, id, version, fromDay }: RoleGrantRow,
  untilDay: IsoDate,
): Promise<void> {
  if (untilDay <= fromDay) await em.delete(RoleGrantRow, { bodyId, id, version });
  else await em.update(RoleGrantRow, { bodyId, id, version }, { untilDay, version: version + 1 });
}

function overGate({ untilDay }: RoleGrantRow, today: IsoDate) {
  if (untilDay === null || untilDay > today) return null;
  return { code: 'role.is_over', facts: { untilDay }, whose: 'nobody' } as const;
}
