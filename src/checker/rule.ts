import type { Client, QueryResultRow } from 'pg';
import type { IsoInstant } from '../engine/words.js';

/** Something that must hold and does not. */
export interface Finding {
  readonly body: string;
  /** What it was found in: `task:SOM-01 of 2024-pt`, `delivery:<id>`. */
  readonly about: string;
  readonly what: string;
}

/** What one rule came to: how many things it looked at, and which of them break it. */
export interface Verdict {
  readonly looked: number;
  readonly findings: readonly Finding[];
}

/** One body as the checker sees it: rows of that body alone, in one snapshot. */
export interface BodyView {
  readonly id: string;
  /** The body's own zone: its days begin there. */
  readonly zone: string;
  /** The one clock when the check began. */
  readonly now: IsoInstant;
  readonly allowances: Allowances;
  /** Asks with the body's id as `$1`; further values follow. */
  ask<Row extends QueryResultRow>(sql: string, ...values: unknown[]): Promise<Row[]>;
}

/** How much is not held against the installation. */
export interface Allowances {
  /** Seconds that a due message may be under way. */
  readonly grace: number;
  /**
   * Seconds by which a decision about a mail and a change that was being written at the same moment may cross: both
   * note the time before they commit. None where the clock stands.
   */
  readonly crossing: number;
  /** Mails that may have gone out twice because somebody died between sending and noting it. */
  readonly duplicates: number;
}

/** One thing that must always hold in every body. */
export interface Rule {
  readonly name: string;
  check(view: BodyView): Promise<Verdict>;
}

/** The rows of one body. @param client fenced to that body where the fence holds for its role. */
export function viewOf(
  client: Client,
  body: { readonly id: string; readonly zone: string },
  now: IsoInstant,
  allowances: Allowances,
): BodyView {
  return {
    ...body,
    now,
    allowances,
    async ask<Row extends QueryResultRow>(sql: string, ...values: unknown[]): Promise<Row[]> {
      return (await client.query<Row>(sql, [body.id, ...values])).rows;
    },
  };
}

/** The instant so many seconds later; earlier when negative. */
export function secondsAfter(instant: IsoInstant, seconds: number): IsoInstant {
  return new Date(Date.parse(instant) + seconds * 1_000).toISOString();
}
