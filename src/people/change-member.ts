import { Injectable } from '@nestjs/common';
import type { Refused } from '../engine/decision.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { NewMember } from './add-member.js';
import type { Caller } from './caller.js';
import { MemberRow } from './people.entity.js';
import { staleVersion } from './stale-version.js';
import { because, tell, type Receipt } from './tell.js';

/** What may change of a member; only what is given changes. */
export type MemberChanges = Partial<Omit<NewMember, 'id'>>;

/** Changes a member, such as its place in the rotation's groups, or suspends it. */
@Injectable()
export class ChangeMember {
  constructor(private readonly database: Database) {}

  /** Null when there is no such member. */
  async execute(
    { bodyId, personId }: Caller,
    id: string,
    expectedVersion: number,
    changes: MemberChanges,
    reason?: string,
  ): Promise<Receipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const member = await em.findOneBy(MemberRow, { bodyId, id });
      if (member === null) return null;
      const stale = staleVersion(expectedVersion, member.version);
      if (stale !== null) return stale;
      const version = member.version + 1;
      await em.update(MemberRow, { bodyId, id, version: member.version }, { ...changes, version });
      const happening = because({ action: 'member.changed', subject: `member:${id}`, facts: { ...changes } }, reason);
      return tell(em, locked, personId, { id, version }, happening);
    });
  }
}
