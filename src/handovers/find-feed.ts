import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language, Role } from '../engine/words.js';
import type { Caller } from '../people/caller.js';
import { prepared } from '../storage/statements.js';
import { asOutage } from '../storage/outage.js';
import { hashOfFeed, isFeedSecret } from './feed-secret.js';

/** Whose address it is, and of which handover. */
export interface FeedReader {
  readonly caller: Caller;
  readonly handoverId: string;
  readonly language: Language;
}

interface Found {
  readonly body_id: string;
  readonly handover_id: string;
  readonly person_id: string;
  readonly member_id: string | null;
  readonly language: Language;
  readonly roles: readonly Role[];
}

const FIND = 'SELECT * FROM find_feed($1)';

/** Who may read by an address, asked anew each time, so that a revoked one stops at once. */
@Injectable()
export class FindFeed {
  constructor(private readonly dataSource: DataSource) {}

  /** Null for a secret that is unknown or revoked, or whose person has left. Throws an Outage without a database. */
  async execute(secret: string): Promise<FeedReader | null> {
    if (!isFeedSecret(secret)) return null;
    const runner = this.dataSource.createQueryRunner();
    try {
      const [found] = await prepared<Found>(runner.manager, 'find-feed', FIND, [hashOfFeed(secret)]);
      if (found === undefined) return null;
      const { body_id: bodyId, person_id: personId, member_id: memberId, roles } = found;
      return {
        caller: { bodyId, personId, memberId, roles },
        handoverId: found.handover_id,
        language: found.language,
      };
    } catch (error) {
      throw asOutage(error);
    } finally {
      await runner.release();
    }
  }
}
