import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeAccount } from '../audit/account.js';
import type { Refused } from '../engine/decision.js';
import type { Facts, IsoDate } from '../engine/words.js';
import { BODY_STREAM, Database, type LockedStream } from '../storage/database.js';
import { MeetingRow, type MeetingFormat, type MeetingStatus, type MeetingType } from './handovers.entity.js';

/** A meeting to be added; without dates when none is fixed yet. */
export interface NewMeeting {
  readonly id: string;
  readonly title: string;
  readonly type: MeetingType;
  readonly place: string | null;
  readonly countryId: string | null;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  readonly status: MeetingStatus;
  readonly format: MeetingFormat;
  /** What else is known of it, such as sources that disagree; nothing depends on it. */
  readonly facts?: Facts;
}

export interface MeetingReceipt {
  readonly id: string;
  readonly version: number;
  readonly account: { readonly seq: number; readonly hash: string };
}

/** Adds a meeting of the body. Its dates change later only by re-planning the handovers that hang on it. */
@Injectable()
export class AddMeeting {
  constructor(private readonly database: Database) {}

  /** Null when there is no such body. */
  async execute(bodyId: string, personId: string, meeting: NewMeeting): Promise<MeetingReceipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const after = await insertMeeting(em, locked, personId, meeting);
      return { id: meeting.id, version: 1, account: { seq: after.seq, hash: after.head } };
    });
  }
}

/** Adds a meeting within a transaction that holds the body's account, and tells of it there. */
export async function insertMeeting(
  em: EntityManager,
  locked: LockedStream,
  personId: string,
  meeting: NewMeeting,
): Promise<LockedStream> {
  const { id, type, startsOn, endsOn, status, format } = meeting;
  await em.insert(MeetingRow, { bodyId: locked.bodyId, facts: {}, ...meeting, version: 1 });
  const facts = { type, startsOn, endsOn, status, format };
  const happening = { action: 'meeting.added', subject: `meeting:${id}`, facts };
  return writeAccount(em, locked, { actorId: personId, happenings: [happening], owed: [] });
}
