import type { EntityManager } from 'typeorm';
import type { HandoverState } from '../engine/handovers/handover.js';
import type { IsoDate } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import { termOf, type FramedTerm } from './handover-frame.queries.js';

/** A handover in a list of them. */
export interface ListedHandover {
  readonly id: string;
  readonly state: HandoverState;
  readonly handoverDate: IsoDate | null;
  readonly outgoing: FramedTerm;
  readonly incoming: FramedTerm;
  readonly meeting: string | null;
  readonly settled: number;
  readonly tasks: number;
  /** Today in the zone of the body. */
  readonly today: IsoDate;
}

/** More than any body comes to in the life of its members. */
const MOST_LISTED = 200;

/**
 * Values: body, reader, whether the reader sees all. Chosen first, by an index in this order, and then looked at: what
 * is not listed costs nothing.
 */
const LIST = `
  SELECT h.id, h.state, h.handover_date AS "handoverDate", ${termOf('outgoing')}, ${termOf('incoming')}, m.title AS meeting,
    counted.settled, counted.tasks, (gavel_now() AT TIME ZONE b.zone)::date AS today
  FROM (
    SELECT * FROM handover h
    WHERE h.body_id = $1 AND ($3 OR jsonb_array_length(reading_hats($1, h.id, $2, gavel_now())) > 0)
    ORDER BY h.handover_date DESC NULLS FIRST, h.id LIMIT ${String(MOST_LISTED)}) AS h
  JOIN body b ON b.id = h.body_id
  LEFT JOIN meeting m ON m.body_id = h.body_id AND m.id = h.meeting_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS tasks, (count(*) FILTER (WHERE t.state IN ('accepted', 'waived', 'committed')))::int AS settled
    FROM task t WHERE t.body_id = h.body_id AND t.handover_id = h.id) AS counted
  ORDER BY h.handover_date DESC NULLS FIRST, h.id`;

/** The handovers that someone may read, the latest first. @param seesAll as the secretariat and observers do. */
export function listReadableHandovers(
  em: EntityManager,
  bodyId: string,
  personId: string,
  seesAll: boolean,
): Promise<ListedHandover[]> {
  return prepared<ListedHandover>(em, 'readable-handovers', LIST, [bodyId, personId, seesAll]);
}
