import { Injectable } from '@nestjs/common';
import type { Refused } from '../engine/decision.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { Caller } from './caller.js';
import { MemberRow, type MemberStatus } from './people.entity.js';
import { tell, type Receipt } from './tell.js';

/** A state or organisation that may hold the chair. */
export interface NewMember {
  readonly id: string;
  readonly name: string;
  readonly rotationGroup: string | null;
  readonly status: MemberStatus;
  readonly calendarId: string | null;
}

/** Adds a member to the body. Refuses an id that is taken and a calendar that is not known. */
@Injectable()
export class AddMember {
  constructor(private readonly database: Database) {}

  async execute({ bodyId, personId }: Caller, member: NewMember): Promise<Receipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      await em.insert(MemberRow, { bodyId, ...member, version: 1 });
      const { id, ...facts } = member;
      const happening = { action: 'member.added', subject: `member:${id}`, facts };
      return tell(em, locked, personId, { id, version: 1 }, happening);
    });
  }
}
