import { Injectable } from '@nestjs/common';
import type { Refused } from '../engine/decision.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { Caller } from './caller.js';
import { OfficeRow } from './people.entity.js';
import { tell, type Receipt } from './tell.js';

/** A unit of a member, or of the secretariat when it has none. */
export interface NewOffice {
  readonly id: string;
  readonly memberId: string | null;
  readonly name: string;
  readonly calendarId: string;
}

/** Adds an office. Refuses an id that is taken, and a member or calendar that is not known. */
@Injectable()
export class AddOffice {
  constructor(private readonly database: Database) {}

  async execute({ bodyId, personId }: Caller, office: NewOffice): Promise<Receipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      await em.insert(OfficeRow, { bodyId, ...office, version: 1 });
      const { id, ...facts } = office;
      const happening = { action: 'office.added', subject: `office:${id}`, facts };
      return tell(em, locked, personId, { id, version: 1 }, happening);
    });
  }
}
