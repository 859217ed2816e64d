import { Injectable } from '@nestjs/common';
import type { Refused } from '../engine/decision.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import { mayActFor, notYours, type Caller } from './caller.js';
import { tell, type Receipt } from './tell.js';

const FIND =
  'SELECT person_id AS "personId", ended_at AS "endedAt", version FROM session WHERE body_id = $1 AND id = $2 FOR UPDATE';
const END = `
  UPDATE session SET ended_at = coalesce(ended_at, clock_timestamp()), version = version + 1
  WHERE body_id = $1 AND id = $2`;

interface SessionFound {
  readonly personId: string;
  readonly endedAt: Date | null;
  readonly version: number;
}

/** Ends a session: one's own on this or another device, or anyone's for the secretariat. To end it twice is no mistake. */
@Injectable()
export class EndSession {
  constructor(private readonly database: Database) {}

  /** Null when there is no such session. */
  async execute(caller: Caller, id: string): Promise<Receipt | Refused | null> {
    const { bodyId } = caller;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const [session]: SessionFound[] = await em.query(FIND, [bodyId, id]);
      if (session === undefined) return null;
      if (!mayActFor(caller, session.personId)) return notYours(session.personId);
      await em.query(END, [bodyId, id]);
      const happening = { action: 'session.ended', subject: `person:${session.personId}`, facts: { id } };
      return tell(em, locked, caller.personId, { id, version: session.version + 1 }, happening);
    });
  }
}
