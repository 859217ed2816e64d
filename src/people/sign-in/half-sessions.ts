import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Database, isRefused } from '../../storage/database.js';
import { hashOfSession, isSessionSecret, newSessionSecret } from '../session-secret.js';
import { askOutside } from './ask-outside.js';
import type { PersonOfAddress } from './find-people-of.js';

/**
 * Why somebody is half-way to a session: they proved their address (`sign_in`), a session asks its holder once more
 * (`again`), or a session that was just proved adds a second factor (`add`).
 */
export type HalfPurpose = 'sign_in' | 'again' | 'add';

/** What somebody has proved on the way to a session, for one person that they may be. */
export interface HalfSession extends PersonOfAddress {
  readonly secretHash: string;
  readonly purpose: HalfPurpose;
  readonly next: string;
}

type Found = Omit<HalfSession, 'secretHash'>;

/** Minutes after which it has to be begun anew. */
const LONGEST = 15;

const BEGIN = `
  WITH old AS (DELETE FROM half_session WHERE body_id = $1 AND expires_at < clock_timestamp() RETURNING person_id)
  INSERT INTO half_session (body_id, secret_hash, person_id, purpose, next, began_at, expires_at)
  SELECT $1, $2, $3, $4, $5, now, now + make_interval(mins => $6) FROM (SELECT clock_timestamp() AS now) AS clock`;
const FIND = `
  SELECT body_id AS "bodyId", person_id AS "personId", name, mail, language, body_name AS "bodyName", purpose, next
  FROM find_half_session($1)`;
const END = 'DELETE FROM half_session WHERE body_id = $1 AND (secret_hash = $2 OR person_id = $3)';

const OF_IT = 'WHERE body_id = $1 AND secret_hash = $2 AND expires_at > clock_timestamp()';
const KEEP_CHALLENGE = `UPDATE half_session SET challenge = $3 ${OF_IT}`;
const TAKE_CHALLENGE = `
  WITH before AS (SELECT challenge FROM half_session ${OF_IT} FOR UPDATE),
  taken AS (UPDATE half_session SET challenge = NULL ${OF_IT} RETURNING secret_hash)
  SELECT before.challenge FROM before, taken`;
const KEEP_TOTP = `
  WITH kept AS (UPDATE half_session SET new_totp = coalesce(new_totp, $3) ${OF_IT} RETURNING new_totp)
  SELECT new_totp AS sealed FROM kept`;

/** What is known of people who are half-way to a session. It lies in the database; the browser has a secret. */
@Injectable()
export class HalfSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
  ) {}

  /** Begins one for each person whom somebody may be; gives the secret for the cookie. */
  async begin(
    people: readonly Pick<PersonOfAddress, 'bodyId' | 'personId'>[],
    purpose: HalfPurpose,
    next: string,
  ): Promise<string> {
    const secret = newSessionSecret();
    for (const { bodyId, personId } of people) {
      const values = [bodyId, hashOfSession(secret), personId, purpose, next, LONGEST];
      await this.database.change(bodyId, (em) => em.query<unknown>(BEGIN, values));
    }
    return secret;
  }

  /** Those that a secret stands for; none when it is unknown or too old. */
  async find(secret: string | null): Promise<HalfSession[]> {
    if (secret === null || !isSessionSecret(secret)) return [];
    const secretHash = hashOfSession(secret);
    const found = await askOutside<Found>(this.dataSource, FIND, [secretHash]);
    return found.map((half) => ({ ...half, secretHash }));
  }

  /** Ends them, and whatever else the same people had begun. */
  async end(halves: readonly HalfSession[]): Promise<void> {
    for (const { bodyId, secretHash, personId } of halves) {
      await this.database.change(bodyId, (em) => em.query<unknown>(END, [bodyId, secretHash, personId]));
    }
  }

  /** Keeps what the next answer of a passkey has to sign. */
  async keepChallenge({ bodyId, secretHash }: HalfSession, challenge: string): Promise<void> {
    await this.database.change(bodyId, (em) => em.query<unknown>(KEEP_CHALLENGE, [bodyId, secretHash, challenge]));
  }

  /** Takes the challenge away and gives it: each is for one answer. Null when there is none. */
  async takeChallenge({ bodyId, secretHash }: HalfSession): Promise<string | null> {
    const taken = await this.database.change(bodyId, (em) =>
      em.query<{ challenge: string | null }[]>(TAKE_CHALLENGE, [bodyId, secretHash]),
    );
    return isRefused(taken) ? null : (taken[0]?.challenge ?? null);
  }

  /** Keeps the sealed secret of an app that is set up; of two the first, which may have been copied already. */
  async keepNewTotp({ bodyId, secretHash }: HalfSession, sealed: string): Promise<string | null> {
    const kept = await this.database.change(bodyId, (em) =>
      em.query<{ sealed: string }[]>(KEEP_TOTP, [bodyId, secretHash, sealed]),
    );
    return isRefused(kept) ? null : (kept[0]?.sealed ?? null);
  }
}
