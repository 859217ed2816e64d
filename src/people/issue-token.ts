import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { EntityManager } from 'typeorm';
import { refusalOf, type Refused, type UnmetGate } from '../engine/decision.js';
import type { IsoDate } from '../engine/words.js';
import { endOfDay } from '../engine/time/zones.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import { mayActFor, notYours, type Caller } from './caller.js';
import { ApiTokenRow, BodyRow, PersonRow } from './people.entity.js';
import { leftGate, pastGate } from './role-rules.js';
import { tell, todayIn, type Receipt } from './tell.js';

/** More tokens than one person has programs for. */
const MOST_PER_PERSON = 20;

/** A token that opens the API as one person. */
export interface NewToken {
  readonly personId: string;
  /** What it is for, so that it is known which one to revoke. */
  readonly label: string;
  /** The last day on which it opens anything, in the body's zone; null for no end. */
  readonly expiresOn: IsoDate | null;
}

/** Issues a token. The secret is made by whoever asks, shown by them once, and never comes here. */
@Injectable()
export class IssueToken {
  constructor(private readonly database: Database) {}

  /**
   * Null when there is no such person. Everyone issues their own; the secretariat anyone's.
   * @param secretHash `hashOfToken` of the secret.
   */
  async execute(caller: Caller, issued: NewToken, secretHash: string): Promise<Receipt | Refused | null> {
    const { bodyId } = caller;
    const { personId, label, expiresOn } = issued;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const person = await em.findOneBy(PersonRow, { bodyId, id: personId });
      if (person === null) return null;
      if (!mayActFor(caller, personId)) return notYours(personId);
      const today = await todayIn(em, locked);
      const gates = [
        leftGate(person, today),
        expiresOn === null ? null : pastGate(expiresOn, today),
        await tooManyGate(em, bodyId, personId),
      ];
      const refusal = refusalOf(gates.filter((gate) => gate !== null));
      if (refusal !== null) return refusal;
      const id = uuid();
      const createdAt = new Date(locked.at);
      const expiresAt = expiresOn === null ? null : await endIn(em, bodyId, expiresOn);
      const row = { bodyId, id, personId, label, secretHash, createdAt, expiresAt, revokedAt: null, version: 1 };
      await em.insert(ApiTokenRow, row);
      const happening = { action: 'token.issued', subject: `person:${personId}`, facts: { id, expiresOn } };
      return tell(em, locked, caller.personId, { id, version: 1 }, happening);
    });
  }
}

async function endIn(em: EntityManager, bodyId: string, day: IsoDate): Promise<Date> {
  const { zone } = await em.findOneByOrFail(BodyRow, { id: bodyId });
  return new Date(endOfDay(day, zone));
}

async function tooManyGate(em: EntityManager, bodyId: string, personId: string): Promise<UnmetGate | null> {
  const [found]: { count: number }[] = await em.query(
    `SELECT count(*)::int AS count FROM api_token
     WHERE body_id = $1 AND person_id = $2 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > gavel_now())`,
    [bodyId, personId],
  );
  const count = found?.count ?? 0;
  return count < MOST_PER_PERSON
    ? null
    : { code: 'token.too_many', facts: { count, most: MOST_PER_PERSON }, whose: 'secretariat' };
}
