import { Injectable } from '@nestjs/common';
import type { Refused } from '../engine/decision.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import { mayActFor, notYours, type Caller } from './caller.js';
import { ApiTokenRow } from './people.entity.js';
import { staleVersion } from './stale-version.js';
import { because, tell, type Receipt } from './tell.js';

/** Revokes a token at once: the next request with it is refused. */
@Injectable()
export class RevokeToken {
  constructor(private readonly database: Database) {}

  /** Null when there is no such token. Everyone revokes their own; the secretariat anyone's. */
  async execute(
    caller: Caller,
    id: string,
    expectedVersion: number,
    reason?: string,
  ): Promise<Receipt | Refused | null> {
    const { bodyId } = caller;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const token = await em.findOneBy(ApiTokenRow, { bodyId, id });
      if (token === null) return null;
      if (!mayActFor(caller, token.personId)) return notYours(token.personId);
      const stale = staleVersion(expectedVersion, token.version);
      if (stale !== null) return stale;
      if (token.revokedAt !== null) return alreadyRevoked(token.revokedAt);
      const version = token.version + 1;
      await em.update(ApiTokenRow, { bodyId, id, version: token.version }, { revokedAt: new Date(locked.at), version });
      const happening = because(
        { action: 'token.revoked', subject: `person:${token.personId}`, facts: { id } },
        reason,
      );
      return tell(em, locked, caller.personId, { id, version }, happening);
    });
  }
}

function alreadyRevoked(at: Date): Refused {
  const facts = { revokedAt: at.toISOString() };
  return { refused: true, gates: [{ code: 'token.already_revoked', facts, whose: 'nobody' }] };
}
