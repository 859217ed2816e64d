import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { BODY_STREAM, Database, isRefused } from '../storage/database.js';
import { PersonRow } from './people.entity.js';
import { hashOfSession, newSessionSecret } from './session-secret.js';
import { tell, todayIn } from './tell.js';
import { leftGate } from './role-rules.js';

/** How a person proved who they are. */
export type Means = 'demo' | 'link' | 'passkey' | 'totp' | 'recovery' | 'openid';

/** Hours after which a session ends, however busy it was (ASVS 7.3.2). */
const LONGEST = 12;

const INSERT = `
  INSERT INTO session (body_id, id, person_id, secret_hash, means, browser, signed_in_at, last_seen_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp(), clock_timestamp(), clock_timestamp() + make_interval(hours => $7))`;

/** Opens a session for a person who has proved who they are; gives the secret for the cookie. */
@Injectable()
export class OpenSession {
  constructor(private readonly database: Database) {}

  /** Null when there is no such person, or they have left. @param browser what the browser calls itself. */
  async execute(bodyId: string, personId: string, means: Means, browser: string | null): Promise<string | null> {
    const secret = newSessionSecret();
    const opened = await this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const person = await em.findOneBy(PersonRow, { bodyId, id: personId });
      if (person === null || leftGate(person, await todayIn(em, locked)) !== null) return null;
      const id = uuid();
      const seen = browser === null ? null : browser.replace(/[^\x20-\x7e]/g, '').slice(0, 200);
      await em.query(INSERT, [bodyId, id, personId, hashOfSession(secret), means, seen === '' ? null : seen, LONGEST]);
      const happening = { action: 'session.opened', subject: `person:${personId}`, facts: { id, means } };
      return tell(em, locked, personId, { id, version: 1 }, happening);
    });
    return opened === null || isRefused(opened) ? null : secret;
  }
}
