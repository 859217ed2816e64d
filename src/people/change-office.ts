import { Injectable } from '@nestjs/common';
import type { Refused } from '../engine/decision.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { Caller } from './caller.js';
import { OfficeRow } from './people.entity.js';
import { staleVersion } from './stale-version.js';
import { because, tell, type Receipt } from './tell.js';

/** What may change of an office; its member never does, since its people speak for that member. */
export interface OfficeChanges {
  readonly name?: string;
  readonly calendarId?: string;
}

/** Changes the name of an office, or the calendar by which mail reaches its people. */
@Injectable()
export class ChangeOffice {
  constructor(private readonly database: Database) {}

  /** Null when there is no such office. */
  async execute(
    { bodyId, personId }: Caller,
    id: string,
    expectedVersion: number,
    changes: OfficeChanges,
    reason?: string,
  ): Promise<Receipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const office = await em.findOneBy(OfficeRow, { bodyId, id });
      if (office === null) return null;
      const stale = staleVersion(expectedVersion, office.version);
      if (stale !== null) return stale;
      const version = office.version + 1;
      await em.update(OfficeRow, { bodyId, id, version: office.version }, { ...changes, version });
      const happening = because({ action: 'office.changed', subject: `office:${id}`, facts: { ...changes } }, reason);
      return tell(em, locked, personId, { id, version }, happening);
    });
  }
}
