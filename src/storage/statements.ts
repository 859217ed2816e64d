import type pg from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { InFlight } from './in-flight.js';
import { inOneWrite } from './one-write.js';

/** A transaction that was opened. */
export interface Transaction {
  readonly client: pg.PoolClient;
  /** What was sent in it and not waited for yet. */
  readonly sent: InFlight;
  /** Whether its end was sent: nothing may come behind it. */
  ends: boolean;
}

const transactions = new WeakMap<EntityManager, Transaction>();

/** From now on statements that are sent with this manager belong to this transaction. */
export function openedOn(em: EntityManager, client: pg.PoolClient): Transaction {
  const transaction = { client, sent: new InFlight(), ends: false };
  transactions.set(em, transaction);
  return transaction;
}

export function transactionOf(em: EntityManager): Transaction {
  const transaction = transactions.get(em);
  if (transaction === undefined) throw new Error('There is no transaction to send anything in');
  return transaction;
}

/** Sends the end of a transaction; it is over when all that was sent in it has been answered. */
export function sendCommit(em: EntityManager): InFlight {
  const transaction = transactionOf(em);
  transaction.ends = true;
  void transaction.sent.add(transaction.client.query('COMMIT'));
  return transaction.sent;
}

/**
 * Sends a write that must give a row, without waiting: whether it went well is known with the answer to COMMIT, which is
 * sent right behind it. Whatever fails in the database keeps that COMMIT from committing.
 */
export function sendAlong(em: EntityManager, name: string, text: string, values: unknown[]): void {
  const written = prepared(em, name, text, values).then((rows) => {
    if (rows.length === 0) throw new Error(`${name} wrote nothing although everything it writes is locked`);
  });
  void transactionOf(em).sent.add(written);
}

/**
 * Runs a statement that each connection parses once: for those that every move or page needs. In a transaction it is sent
 * before this returns.
 */
export async function prepared<Row extends pg.QueryResultRow>(
  em: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const transaction = transactions.get(em);
  if (transaction?.ends === true) throw new Error('A statement that comes behind the end of its transaction');
  const client = transaction?.client ?? (await clientWithout(em));
  inOneWrite(client);
  return (await client.query<Row>({ name, text, values })).rows;
}

/** Outside of any transaction. */
async function clientWithout({ queryRunner }: EntityManager): Promise<pg.PoolClient> {
  if (queryRunner === undefined) throw new Error('A prepared statement needs a connection of its own');
  return clientOf(queryRunner);
}

/** The connection of a runner. */
export async function clientOf(runner: QueryRunner): Promise<pg.PoolClient> {
  return (await runner.connect()) as pg.PoolClient;
}
