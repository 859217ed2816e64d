import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { BeforeCommit } from '../storage/database.js';
import { Database } from '../storage/database.js';
import { prepared } from '../storage/statements.js';
import type { Caller } from '../people/caller.js';

/** A request that may be sent twice: who asks, under which key, and what exactly. */
export interface KeyedRequest {
  readonly caller: Caller;
  readonly key: string;
  /** SHA-256 of all that makes the request what it is. */
  readonly hash: string;
}

/** An answer as it was given: to this very request, or to another one under the same key. */
export interface GivenAnswer {
  readonly toThisRequest: boolean;
  readonly answer: unknown;
}

/** The same command was carried out already, or at the very same time, under this key: this one must not be. */
export class AnsweredAlready extends Error {
  override readonly name = 'AnsweredAlready';
}

const KEEP = `
  INSERT INTO answered_request (body_id, person_id, key, request_hash, answer, at)
  VALUES ($1, $2, $3, $4, $5, gavel_now()) ON CONFLICT DO NOTHING RETURNING key`;

/** Answers that were given to commands with an Idempotency-Key, kept in the transaction of the command itself. */
@Injectable()
export class GivenAnswers {
  constructor(private readonly database: Database) {}

  /** Runs a command so that its answer is kept with it; throws AnsweredAlready, and undoes it, when there is one. */
  keeping<T>(request: KeyedRequest, work: () => Promise<T>): Promise<T> {
    const keep: BeforeCommit = async (em, result) => {
      const { caller, key, hash } = request;
      const values = [caller.bodyId, caller.personId, key, hash, JSON.stringify(result)];
      const kept = await prepared(em, 'keep-answer', KEEP, values);
      if (kept.length === 0) throw new AnsweredAlready();
    };
    return this.database.attach(keep, work);
  }

  /** What was answered under this key; null when nothing was. */
  async find({ caller, key, hash }: KeyedRequest): Promise<GivenAnswer | null> {
    const rows: { request_hash: string; answer: string }[] = await this.database.read(caller.bodyId, (em) =>
      em.query('SELECT request_hash, answer FROM answered_request WHERE body_id = $1 AND person_id = $2 AND key = $3', [
        caller.bodyId,
        caller.personId,
        key,
      ]),
    );
    const [row] = rows;
    return row === undefined
      ? null
      : { toThisRequest: row.request_hash === hash, answer: JSON.parse(row.answer) as unknown };
  }
}

/** The hash of a request: its method, address, expected version and body. */
export function hashOfRequest(method: string, url: string, ifMatch: string | undefined, body: unknown): string {
  const whole = JSON.stringify([method, url, ifMatch ?? null, body ?? null]);
  return createHash('sha256').update(whole, 'utf8').digest('hex');
}
