import { Injectable } from '@nestjs/common';
import type { Refused } from '../engine/decision.js';
import type { Caller } from '../people/caller.js';
import { tell, type Receipt } from '../people/tell.js';
import { BODY_STREAM, Database } from '../storage/database.js';

/** Values: body, handover, person, the instant. */
export const REVOKE_FEED = `
  UPDATE calendar_feed SET revoked_at = $4, version = version + 1
  WHERE body_id = $1 AND handover_id = $2 AND person_id = $3 AND revoked_at IS NULL RETURNING id, version`;

/** Revokes one's own address for a handover: the next request there finds nothing. */
@Injectable()
export class RevokeFeed {
  constructor(private readonly database: Database) {}

  /** Null when there was none. Whoever has no part in the handover any more may still revoke. */
  async execute({ bodyId, personId }: Caller, handoverId: string): Promise<Receipt | Refused | null> {
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const [rows]: [{ id: string; version: number }[]] = await em.query(REVOKE_FEED, [
        bodyId,
        handoverId,
        personId,
        locked.at,
      ]);
      const [feed] = rows;
      if (feed === undefined) return null;
      const facts = { id: feed.id, handover: handoverId };
      return tell(em, locked, personId, feed, { action: 'feed.revoked', subject: `person:${personId}`, facts });
    });
  }
}
