import { Injectable } from '@nestjs/common';
import { writeAccount } from '../audit/account.js';
import type { Refused } from '../engine/decision.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { MeetingReceipt } from './add-meeting.js';
import { staleVersion } from '../people/stale-version.js';
import { MeetingRow, type MeetingFormat, type MeetingStatus } from './handovers.entity.js';

/** What may change without moving a date; only what is given changes. */
export interface MeetingChanges {
  readonly title?: string;
  readonly place?: string | null;
  readonly format?: MeetingFormat;
  readonly status?: MeetingStatus;
}

/** Changes what a meeting is called, where and how it is held, and what became of it. */
@Injectable()
export class ChangeMeeting {
  constructor(private readonly database: Database) {}

  /** Null when there is no such meeting. */
  async execute(
    bodyId: string,
    personId: string,
    meetingId: string,
    expectedVersion: number,
    changes: MeetingChanges,
  ): Promise<MeetingReceipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const meeting = await em.findOneBy(MeetingRow, { bodyId, id: meetingId });
      if (meeting === null) return null;
      const stale = staleVersion(expectedVersion, meeting.version);
      if (stale !== null) return stale;
      const version = meeting.version + 1;
      const { title = meeting.title, format = meeting.format, status = meeting.status } = changes;
      const place = changes.place === undefined ? meeting.place : changes.place;
      const key = { bodyId, id: meetingId, version: meeting.version };
      await em.update(MeetingRow, key, { title, place, format, status, version });
      const facts = { fields: Object.keys(changes), format, status };
      const happening = { action: 'meeting.changed', subject: `meeting:${meetingId}`, facts };
      const after = writeAccount(em, locked, { actorId: personId, happenings: [happening], owed: [] });
      return { id: meetingId, version, account: { seq: after.seq, hash: after.head } };
    });
  }
}
