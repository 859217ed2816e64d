import type { IsoDate, IsoInstant } from '../engine/words.js';
import { bySubject, keyOf, readMoves } from './moves.js';
import type { BodyView } from './rule.js';

/** How things stood at an instant, as far as the account and the revisions of plans tell. */
export interface Histories {
  /** Every state that a task or handover was in at some moment between two instants, both included. */
  states(stream: string, subject: string, from: IsoInstant, to: IsoInstant): readonly string[];
  /** The same for the due dates of a task; null where it had none. */
  dueDates(handoverId: string, taskId: string, from: IsoInstant, to: IsoInstant): readonly (IsoDate | null)[];
  /** Whether what was taken on was done before an instant. */
  wasFulfilled(handoverId: string, taskId: string, at: IsoInstant): boolean;
}

interface Change<T> {
  readonly at: IsoInstant;
  readonly from: T;
  readonly to: T;
}

interface DueChangeRow extends Change<IsoDate | null> {
  readonly key: string;
}

const DUE_CHANGES = `
  SELECT p.handover_id || ' ' || (c->>'taskId') AS key, iso_instant(p.at) AS at, c->>'from' AS from, c->>'to' AS to
  FROM plan_revision p
  CROSS JOIN LATERAL jsonb_array_elements(coalesce(p.difference->'moved', '[]') || coalesce(p.difference->'undated', '[]')
    || coalesce(p.difference->'dated', '[]')) AS c
  WHERE p.body_id = $1 ORDER BY p.handover_id, p.revision`;

const DUE_NOW = `SELECT handover_id || ' ' || id AS key, due_on::text AS due FROM task WHERE body_id = $1`;

const FULFILLED = `
  SELECT stream || ' ' || subject AS key, iso_instant(at) AS at FROM account_entry
  WHERE body_id = $1 AND action = 'task.fulfilled'`;

export async function readHistories(view: BodyView): Promise<Histories> {
  const moves = bySubject(await readMoves(view));
  const dueNow = await view.ask<{ key: string; due: IsoDate | null }>(DUE_NOW);
  const due = new Map(dueNow.map((row) => [row.key, row.due]));
  const dueChanges = new Map<string, DueChangeRow[]>();
  for (const row of await view.ask<DueChangeRow>(DUE_CHANGES)) {
    dueChanges.set(row.key, [...(dueChanges.get(row.key) ?? []), row]);
  }
  const fulfilled = new Map(
    (await view.ask<{ key: string; at: IsoInstant }>(FULFILLED)).map(({ key, at }) => [key, at]),
  );
  return {
    wasFulfilled(handoverId, taskId, at) {
      const done = fulfilled.get(`${handoverId} task:${taskId}`);
      return done !== undefined && done < at;
    },
    states(stream, subject, from, to) {
      const changes = (moves.get(keyOf(stream, subject)) ?? []).map((move) => ({ ...move, from: move.from ?? '' }));
      const first = changes[0]?.from;
      return first === undefined ? [] : valuesBetween(changes, changes.at(-1)?.to ?? first, from, to);
    },
    dueDates(handoverId, taskId, from, to) {
      const key = `${handoverId} ${taskId}`;
      return valuesBetween(dueChanges.get(key) ?? [], due.get(key) ?? null, from, to);
    },
  };
}

/** @param changes in their order. @param now the value after the last of them. */
function valuesBetween<T>(changes: readonly Change<T>[], now: T, from: IsoInstant, to: IsoInstant): readonly T[] {
  const within = changes.filter(({ at }) => at >= from && at <= to);
  const next = changes.find(({ at }) => at >= from);
  const atStart = next === undefined ? now : next.from;
  return [...new Set([atStart, ...within.map((change) => change.to)])];
}
