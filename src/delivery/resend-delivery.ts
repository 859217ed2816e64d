import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeAccount } from '../audit/account.js';
import { refusalOf, type Refused } from '../engine/decision.js';
import type { Caller } from '../people/caller.js';
import { staleVersion } from '../people/stale-version.js';
import { BODY_STREAM, Database } from '../storage/database.js';

/** What became of a mail that was asked for again, and where the account tells of it. */
export interface ResendReceipt {
  readonly id: string;
  readonly version: number;
  readonly state: 'waiting';
  readonly account: { readonly seq: number; readonly hash: string };
}

interface Row {
  readonly state: string;
  readonly version: number;
  readonly recipient_id: string;
}

/**
 * A mail that has failed is put back, as if it were due for the first time: its reader may have a working mailbox now.
 * A digest then goes by itself, whatever other digest there is on that day: somebody asked for it.
 */
@Injectable()
export class ResendDelivery {
  constructor(private readonly database: Database) {}

  /**
   * Null when there is no such mail; refused unless it has failed. Whether there is still something to tell is decided
   * once more when it is sent.
   */
  async execute(caller: Caller, id: string, expectedVersion: number): Promise<ResendReceipt | Refused | null> {
    const { bodyId, personId } = caller;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const rows: Row[] = await em.query(
        'SELECT state, version, recipient_id FROM delivery WHERE body_id = $1 AND id = $2 FOR UPDATE',
        [bodyId, id],
      );
      const [row] = rows;
      if (row === undefined) return null;
      const stale = staleVersion(expectedVersion, row.version);
      if (stale !== null) return stale;
      const { state, recipient_id: recipient } = row;
      if (state !== 'failed') return refusalOf([{ code: 'delivery.not_failed', facts: { state }, whose: 'nobody' }]);
      await putBack(em, bodyId, id);
      const happening = { action: 'delivery.resent', subject: `delivery:${id}`, facts: { recipient } };
      const after = writeAccount(em, locked, { actorId: personId, happenings: [happening], owed: [] });
      return { id, version: row.version + 1, state: 'waiting', account: { seq: after.seq, hash: after.head } };
    });
  }
}

async function putBack(em: EntityManager, bodyId: string, id: string): Promise<void> {
  await em.query(
    `UPDATE delivery SET state = 'waiting', lane = id::text, send_at = gavel_now(), unanswered = 0, put_off = 0, last_error = NULL,
       version = version + 1
     WHERE body_id = $1 AND id = $2`,
    [bodyId, id],
  );
  await em.query(
    `WITH items AS (
       UPDATE delivery_item SET state = 'waiting' WHERE body_id = $1 AND delivery_id = $2 AND state = 'failed'
       RETURNING notification_id)
     UPDATE notification n SET state = 'addressed' FROM items
     WHERE n.body_id = $1 AND n.id = items.notification_id AND n.state = 'settled'`,
    [bodyId, id],
  );
}
