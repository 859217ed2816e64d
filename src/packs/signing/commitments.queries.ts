import type { EntityManager } from 'typeorm';
import type { Translated } from '../../engine/tasks/template.js';
import type { IsoDate, IsoInstant } from '../../engine/words.js';
import { prepared } from '../../storage/statements.js';

/** What the incoming chair took on from a handover. */
export interface Commitment {
  readonly id: string;
  readonly title: Translated;
  readonly version: number;
  readonly dueOn: IsoDate | null;
  /** Who does it; null where nobody was named. */
  readonly person: string | null;
  readonly isLate: boolean;
  /** Null while it is to be done. */
  readonly fulfilledAt: IsoInstant | null;
  /** Why it was taken on; null where that was erased, and for observers. */
  readonly reason: string | null;
}

/** Values: body, handover, whether the reader takes part. Those to be done first, by their day. */
const COMMITMENTS = `
  SELECT t.id, t.title, t.version, t.committed_on AS "dueOn", p.name AS person,
    t.fulfilled_at IS NULL AND t.due_at < gavel_now() AS "isLate", iso_instant(t.fulfilled_at) AS "fulfilledAt",
    CASE WHEN $3 THEN (
      SELECT x.text FROM account_entry e
      JOIN account_text x ON x.body_id = e.body_id AND x.stream = e.stream AND x.seq = e.seq
      WHERE e.body_id = t.body_id AND e.stream = t.handover_id AND e.subject = 'task:' || t.id AND e.action = 'task.committed'
      ORDER BY e.seq DESC LIMIT 1) END AS reason
  FROM task t
  LEFT JOIN person p ON p.body_id = t.body_id AND p.id = t.person_id
  WHERE t.body_id = $1 AND t.handover_id = $2 AND t.state = 'committed'
  ORDER BY t.fulfilled_at IS NOT NULL, t.committed_on, t.position`;

/** @param inside whether the reader takes part in the handover. */
export function listCommitments(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  inside: boolean,
): Promise<Commitment[]> {
  return prepared<Commitment>(em, 'commitments', COMMITMENTS, [bodyId, handoverId, inside]);
}
