import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IsoInstant, Language, Role } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import { asOutage } from '../storage/outage.js';
import type { Caller } from './caller.js';
import { hashOfSession } from './session-secret.js';

/** Whoever reads pages: a caller, with what every page shows of them. */
export interface Viewer extends Caller {
  readonly sessionId: string;
  /** When they last proved who they are, by the real time. */
  readonly signedInAt: Date;
  readonly name: string;
  /** The language of their mails; pages may be read in another. */
  readonly language: Language;
  /** The zone of their office. */
  readonly zone: string;
  /** The short name of the body. */
  readonly bodyName: string;
  readonly secretariatName: string;
  /** What the one clock shows. */
  readonly now: IsoInstant;
  /** Whether this is a demo's database, whose clock can be moved. */
  readonly isDemo: boolean;
}

interface Found {
  readonly body_id: string;
  readonly person_id: string;
  readonly member_id: string | null;
  readonly roles: readonly Role[];
  readonly session_id: string;
  readonly seen_at: Date;
  readonly signed_in_at: Date;
  readonly name: string;
  readonly language: Language;
  readonly zone: string;
  readonly body_name: string;
  readonly secretariat_name: string;
  readonly now: Date;
  readonly is_demo: boolean;
}

const FIND = 'SELECT * FROM find_session($1)';

/** That someone was here is written down at most so often, in milliseconds. */
const BETWEEN_NOTES = 60_000;
const NOTE = `UPDATE session SET last_seen_at = clock_timestamp() WHERE body_id = $1 AND id = $2`;

/** Who holds a session, asked anew for every page in one round trip, so that an ended session stops at once. */
@Injectable()
export class FindSession {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Null for a session that is unknown, ended or too long unused, or whose person has left. Throws an Outage when the
   * database cannot be asked.
   * @param isUse whether somebody does something with it, so that it lives on; a page that is merely open does not.
   */
  async execute(secret: string, isUse = true): Promise<Viewer | null> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const [found] = await prepared<Found>(runner.manager, 'find-session', FIND, [hashOfSession(secret)]);
      if (found === undefined) return null;
      if (isUse && Date.now() - found.seen_at.getTime() > BETWEEN_NOTES) {
        await runner.startTransaction();
        await runner.query(`SELECT set_config('gavel.body', $1, true)`, [found.body_id]);
        await runner.query(NOTE, [found.body_id, found.session_id]);
        await runner.commitTransaction();
      }
      return viewerOf(found);
    } catch (error) {
      throw asOutage(error);
    } finally {
      await runner.release();
    }
  }
}

function viewerOf(found: Found): Viewer {
  return {
    bodyId: found.body_id,
    personId: found.person_id,
    memberId: found.member_id,
    roles: found.roles,
    sessionId: found.session_id,
    signedInAt: found.signed_in_at,
    name: found.name,
    language: found.language,
    zone: found.zone,
    bodyName: found.body_name,
    secretariatName: found.secretariat_name,
    now: found.now.toISOString(),
    isDemo: found.is_demo,
  };
}
