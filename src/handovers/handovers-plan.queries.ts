import type { EntityManager } from 'typeorm';
import type { HandoverState } from '../engine/handovers/handover.js';
import type { Translated } from '../engine/tasks/template.js';
import type { IsoDate } from '../engine/words.js';
import { prepared } from '../storage/statements.js';
import { termOf, type FramedTerm, type HandoverFrame } from './handover-frame.queries.js';

/** A task as the plan of several handovers needs it. */
export interface PlannedDay {
  readonly id: string;
  readonly title: Translated;
  readonly dueOn: IsoDate;
  readonly isSettled: boolean;
  readonly isLate: boolean;
}

/** A running handover among others. */
export interface RunningHandover {
  readonly id: string;
  readonly title: string;
  readonly state: HandoverState;
  readonly handoverDate: IsoDate | null;
  readonly outgoing: FramedTerm;
  readonly incoming: FramedTerm;
  readonly meeting: HandoverFrame['meeting'];
  readonly total: number;
  readonly settled: number;
  readonly overdue: number;
  /** Tasks that have a date, by it. */
  readonly days: readonly PlannedDay[];
}

/** More than a body hands over at a time. */
const MOST = 50;

/** Values: body. */
const RUNNING = `
  SELECT h.id, h.title, h.state, h.handover_date AS "handoverDate", ${termOf('outgoing')}, ${termOf('incoming')},
    CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', m.id, 'title', m.title, 'place', m.place,
      'startsOn', m.starts_on, 'endsOn', m.ends_on) END AS meeting, counted.*
  FROM handover h
  LEFT JOIN meeting m ON m.body_id = h.body_id AND m.id = h.meeting_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, count(*) FILTER (WHERE t.done)::int AS settled,
      count(*) FILTER (WHERE NOT t.done AND t.late)::int AS overdue,
      coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'dueOn', t.due_on, 'isSettled', t.done,
        'isLate', NOT t.done AND t.late) ORDER BY t.due_on, t.position) FILTER (WHERE t.due_on IS NOT NULL), '[]') AS days
    FROM (SELECT id, title, due_on, position, state IN ('accepted', 'waived', 'committed') AS done,
        coalesce(due_at < gavel_now(), false) AS late
      FROM task WHERE task.body_id = h.body_id AND task.handover_id = h.id) AS t
  ) AS counted
  WHERE h.body_id = $1 AND h.state NOT IN ('closed', 'cancelled')
  ORDER BY h.handover_date NULLS LAST, h.id LIMIT ${String(MOST)}`;

const TODAY = `SELECT (gavel_now() AT TIME ZONE zone)::date AS today FROM body WHERE id = $1`;

/** All handovers of a body that are not closed, by the day on which the chair passes, and today in the body's zone. */
export async function listRunningHandovers(
  em: EntityManager,
  bodyId: string,
): Promise<{ readonly today: IsoDate; readonly handovers: readonly RunningHandover[] } | null> {
  const [[body], handovers] = await Promise.all([
    prepared<{ today: IsoDate }>(em, 'body-today', TODAY, [bodyId]),
    prepared<RunningHandover>(em, 'running-handovers', RUNNING, [bodyId]),
  ]);
  return body === undefined ? null : { today: body.today, handovers };
}
