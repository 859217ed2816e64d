import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Refused } from '../engine/decision.js';
import type { Caller } from '../people/caller.js';
import { tell, type Receipt } from '../people/tell.js';
import { BODY_STREAM, Database, isRefused } from '../storage/database.js';
import { REVOKE_FEED } from './revoke-feed.js';
import { readerOf } from './read-handover.js';

const INSERT = `
  INSERT INTO calendar_feed (body_id, id, handover_id, person_id, secret_hash, made_at) VALUES ($1, $2, $3, $4, $5, $6)`;

/** Makes the address under which somebody's calendar program reads a handover; an earlier one of theirs stops. */
@Injectable()
export class MakeFeed {
  constructor(private readonly database: Database) {}

  /**
   * Refuses whoever may not read the handover; null when there is no such handover.
   * @param secretHash `hashOfFeed` of the secret, which never comes here.
   */
  async execute(caller: Caller, handoverId: string, secretHash: string): Promise<Receipt | Refused | null> {
    const { bodyId, personId } = caller;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const reader = await readerOf(em, caller, handoverId);
      if (reader === null || isRefused(reader)) return reader;
      await em.query(REVOKE_FEED, [bodyId, handoverId, personId, locked.at]);
      const id = uuid();
      await em.query(INSERT, [bodyId, id, handoverId, personId, secretHash, locked.at]);
      const happening = { action: 'feed.made', subject: `person:${personId}`, facts: { id, handover: handoverId } };
      return tell(em, locked, personId, { id, version: 1 }, happening);
    });
  }
}
