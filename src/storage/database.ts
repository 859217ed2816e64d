import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { Refused } from '../engine/decision.js';
import type { IsoInstant } from '../engine/words.js';
import { refusalOfConstraint } from './constraint-errors.js';
import { key, openChanging, openReading } from './fence.js';
import { inOneWrite, onceAllIsSent } from './one-write.js';
import { asOutage, isWorthRepeating } from './outage.js';
import { clientOf, openedOn, prepared, sendCommit, transactionOf } from './statements.js';

/** An account whose row is locked until the transaction ends: nobody else changes what it tells of. */
export interface LockedStream {
  readonly bodyId: string;
  readonly stream: string;
  /** Number and hash of the newest entry; 0 and 64 zeros before the first. */
  readonly seq: number;
  readonly head: string;
  /** The one clock's time once the lock was held: the `at` of everything this transaction writes. */
  readonly at: IsoInstant;
}

/** What concerns no single handover (people, terms, calendars) is told in this stream. */
export const BODY_STREAM = 'body';

/** Something to be done inside the transaction once its work is accepted, just before it commits. */
export type BeforeCommit = (em: EntityManager, result: unknown) => Promise<void>;

/** Hears which account of which body has grown. Must not throw, and must not wait: a command's answer waits for it. */
export type Committed = (bodyId: string, stream: string) => void;

/** `opened` is the answer to what opened the transaction; it is still on its way when the work begins. */
type Work<T> = (em: EntityManager, opened: Promise<readonly pg.QueryResult[]>) => Promise<T>;

const attached = new AsyncLocalStorage<BeforeCommit>();

/** How often a transaction that lost against another is tried in all. */
const TRIES = 3;

/**
 * The way to the rows of a body. Each transaction is fenced to one body by row-level security, and a refusal rolls
 * back, so that a refused command leaves no trace. Throws an Outage when the database cannot be used.
 */
@Injectable()
export class Database {
  private readonly listeners: Committed[] = [];

  constructor(private readonly dataSource: DataSource) {}

  /** From now on `listener` is told of every account that has grown, after its transaction has committed. */
  onCommitted(listener: Committed): void {
    this.listeners.push(listener);
  }

  /** Reads in one consistent snapshot. */
  async read<T>(bodyId: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.run(openReading(bodyId), work, readOnly);
  }

  /**
   * The same in one round trip, for what can be asked without knowing any of the answers.
   * @param ask sends all its statements, `prepared`, before it waits for anything: the end of the transaction is sent right
   * behind them. Throws where one comes later.
   */
  async readAtOnce<T>(bodyId: string, ask: (em: EntityManager) => Promise<T>): Promise<T> {
    const work = async (em: EntityManager) => {
      onceAllIsSent(() => sendCommit(em));
      return ask(em);
    };
    return this.run(openReading(bodyId), work, () => Promise.resolve());
  }

  /** Changes rows that are in nobody's account, such as the state of a delivery. */
  async change<T>(bodyId: string, work: (em: EntityManager) => Promise<T>): Promise<T | Refused> {
    return this.run(openChanging(bodyId), work, commit);
  }

  /**
   * Changes what an account tells of, with that account locked, so that everyone goes in turn. Beginning, fencing,
   * locking and reading the clock take one round trip. Null when the body has no such account.
   */
  async changeInTurn<T>(
    bodyId: string,
    stream: string,
    work: (em: EntityManager, locked: LockedStream) => Promise<T>,
  ): Promise<T | Refused | null> {
    return this.readAndChangeInTurn(bodyId, stream, () => Promise.resolve(), work);
  }

  /**
   * The same where the first thing to do is to read what is about to be changed: that is asked in the round trip of
   * the lock, and answered once the lock is held.
   */
  async readAndChangeInTurn<Read, T>(
    bodyId: string,
    stream: string,
    read: (em: EntityManager) => Promise<Read>,
    work: (em: EntityManager, locked: LockedStream, read: Read) => Promise<T>,
  ): Promise<T | Refused | null> {
    const result = await this.run<T | null>(
      openChanging(bodyId),
      async (em) => {
        const [account, found] = await Promise.all([lockAccount(em, bodyId, stream), read(em)]);
        return account === null ? null : work(em, account, found);
      },
      commit,
    );
    if (result !== null) this.tell(bodyId, [stream], result);
    return result;
  }

  /**
   * The same for a change that several accounts tell of. They are locked in the order of their names, the body's last.
   * Gives those that exist.
   */
  async changeAllInTurn<T>(
    bodyId: string,
    streams: readonly string[],
    work: (em: EntityManager, locked: readonly LockedStream[]) => Promise<T>,
  ): Promise<T | Refused> {
    const names = streams.map((stream) => `'${key(stream)}'`).join(', ');
    const lock = `SELECT stream, seq, head FROM account WHERE body_id = '${key(bodyId)}' AND stream IN (${names}) ORDER BY stream = '${BODY_STREAM}', stream FOR UPDATE`;
    const open = `${openChanging(bodyId)}; ${lock}; SELECT iso_instant(gavel_now()) AS at`;
    const result = await this.run<T>(
      open,
      async (em, opened) => {
        const answers = await opened;
        const accounts = answers[2]?.rows as { stream: string; seq: string; head: string }[];
        const clock = answers[3]?.rows[0] as { at: IsoInstant };
        return work(
          em,
          accounts.map(({ stream, seq, head }) => ({ bodyId, stream, seq: Number(seq), head, at: clock.at })),
        );
      },
      commit,
    );
    this.tell(bodyId, streams, result);
    return result;
  }

  private tell(bodyId: string, streams: readonly string[], result: unknown): void {
    if (isRefused(result)) return;
    for (const listener of this.listeners) for (const stream of streams) listener(bodyId, stream);
  }

  /** Runs `work` with something attached to the transaction that it will commit. */
  attach<T>(beforeCommit: BeforeCommit, work: () => Promise<T>): Promise<T> {
    return attached.run(beforeCommit, work);
  }

  private async run<T>(open: string, work: Work<T>, end: End): Promise<T>;
  private async run<T>(open: string, work: Work<T>, end: End): Promise<T | Refused>;
  private async run<T>(open: string, work: Work<T>, end: End): Promise<T | Refused> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.runOnce(open, work, end);
      } catch (error) {
        if (attempt < TRIES && isWorthRepeating(error)) continue;
        const refusal = refusalOfConstraint(error);
        if (refusal !== null) return refusal;
        throw asOutage(error);
      }
    }
  }

  private async runOnce<T>(open: string, work: Work<T>, end: End): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = await clientOf(runner);
    const { sent } = openedOn(runner.manager, client);
    try {
      inOneWrite(client);
      const opened = sent.add(client.query(open) as Promise<unknown> as Promise<readonly pg.QueryResult[]>);
      const result = await work(runner.manager, opened);
      await end(runner.manager, client, result);
      return result;
    } catch (error) {
      await rollBack(runner);
      await sent.settled();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

type End = (em: EntityManager, client: pg.PoolClient, result: unknown) => Promise<void>;

/** Nothing depends on how it ends: the connection is given back at once, and whoever takes it comes behind. */
const readOnly: End = async (em) => {
  await transactionOf(em).sent.settled();
  sendCommit(em);
};

const commit: End = async (em, client, result) => {
  if (isRefused(result)) {
    await client.query('ROLLBACK');
    return;
  }
  await attached.getStore()?.(em, result);
  await sendCommit(em).settled();
};

/** The clock is read after the wait for the lock. */
const LOCK = `
  SELECT seq, head, iso_instant(clock_this_moment()) AS at
  FROM (SELECT seq, head FROM account WHERE body_id = $1 AND stream = $2 FOR UPDATE) AS locked`;

async function lockAccount(em: EntityManager, bodyId: string, stream: string): Promise<LockedStream | null> {
  const [row] = await prepared<AccountRow>(em, 'lock-account', LOCK, [bodyId, stream]);
  return row === undefined ? null : { bodyId, stream, seq: Number(row.seq), head: row.head, at: row.at };
}

interface AccountRow {
  readonly seq: string;
  readonly head: string;
  readonly at: IsoInstant;
}

/**
 * Locks a second account in a transaction that holds one already. A handover's account is always locked before the
 * body's, so that two transactions never wait for each other.
 */
export async function lockBodyToo(em: EntityManager, locked: LockedStream): Promise<LockedStream> {
  const [row]: { seq: string; head: string }[] = await em.query(
    'SELECT seq, head FROM account WHERE body_id = $1 AND stream = $2 FOR UPDATE',
    [locked.bodyId, BODY_STREAM],
  );
  if (row === undefined) throw new Error('A body without an account');
  return { ...locked, stream: BODY_STREAM, seq: Number(row.seq), head: row.head };
}

/** True for the answer no, whatever the answer yes would have been. */
export function isRefused(result: unknown): result is Refused {
  return typeof result === 'object' && result !== null && 'refused' in result && result.refused === true;
}

/** Where even this fails the connection is broken, and the pool throws it away by itself. */
async function rollBack(runner: QueryRunner): Promise<void> {
  if (runner.isReleased) return;
  const client = await clientOf(runner);
  await client.query('ROLLBACK').catch(() => undefined);
}
