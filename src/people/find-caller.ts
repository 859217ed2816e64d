import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Role } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import { asOutage } from '../storage/outage.js';
import type { Caller } from './caller.js';
import { hashOfToken } from './token-secret.js';

interface Found {
  readonly body_id: string;
  readonly person_id: string;
  readonly member_id: string | null;
  readonly roles: readonly Role[];
}

/** Who holds a token, asked anew for every request in one round trip, so that a revoked token stops at once. */
@Injectable()
export class FindCaller {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Null for a token that is unknown, revoked or expired, or whose person has left. Throws an Outage when the
   * database cannot be asked.
   */
  async execute(secret: string): Promise<Caller | null> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const ask = 'SELECT body_id, person_id, member_id, roles FROM find_token($1)';
      const [found] = await prepared<Found>(runner.manager, 'find-token', ask, [hashOfToken(secret)]);
      if (found === undefined) return null;
      return { bodyId: found.body_id, personId: found.person_id, memberId: found.member_id, roles: found.roles };
    } catch (error) {
      throw asOutage(error);
    } finally {
      await runner.release();
    }
  }
}
