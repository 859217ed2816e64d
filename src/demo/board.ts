import type { HandoverState } from '../engine/handovers/handover.js';
import { isSettled, type TaskState } from '../engine/tasks/task.js';
import type { Anchor, Desk, Evidence, IsoDate, IsoInstant } from '../engine/words.js';
import type { Database } from '../storage/database.js';

/** A task as those who work on it see it. */
export interface BoardTask {
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly owner: Desk;
  readonly acceptedBy: Desk | null;
  readonly mandatory: boolean;
  readonly evidence: Evidence;
  readonly evidenceKind: string;
  readonly evidenceCount: number;
  readonly state: TaskState;
  readonly stateSince: IsoInstant;
  readonly due: IsoDate | null;
  readonly anchor: Anchor;
  readonly dependsOn: readonly string[];
  /** Sides of a joint desk that have accepted, or waived, already. */
  readonly answered: readonly string[];
  /** Whether it was returned before. */
  readonly cameBack: boolean;
  readonly version: number;
}

/** A handover and all its tasks, in the order of the checklist. */
export interface Board {
  readonly id: string;
  readonly state: HandoverState;
  readonly version: number;
  readonly outgoing: string;
  readonly incoming: string;
  readonly tasks: readonly BoardTask[];
}

const BOARD = `
  SELECT h.id::text, h.state, h.version,
    (SELECT member_id::text FROM term_holder WHERE body_id = $1 AND term_id = h.outgoing_term_id ORDER BY position LIMIT 1) AS outgoing,
    (SELECT member_id::text FROM term_holder WHERE body_id = $1 AND term_id = h.incoming_term_id ORDER BY position LIMIT 1) AS incoming,
    (SELECT jsonb_agg(jsonb_build_object('id', t.id, 'position', t.position, 'title', t.title->>'en', 'owner', t.owner,
        'acceptedBy', t.accepted_by, 'mandatory', t.mandatory, 'evidence', t.evidence, 'evidenceKind', t.evidence_kind,
        'evidenceCount', t.evidence_count, 'state', t.state, 'stateSince', iso_instant(t.state_since), 'due', t.due_on,
        'anchor', t.due_anchor, 'dependsOn', t.depends_on, 'answered', t.acceptances || t.waivers, 'version', t.version,
        'cameBack', EXISTS (SELECT FROM account_entry e WHERE e.body_id = $1 AND e.stream = t.handover_id
          AND e.subject = 'task:' || t.id AND e.action = 'task.returned'))
        ORDER BY t.position) FROM task t WHERE t.body_id = $1 AND t.handover_id = h.id) AS tasks
  FROM handover h WHERE h.body_id = $1 AND h.id = $2`;

/** Reads a handover as it stands. @throws Error when there is none of that name. */
export async function readBoard(database: Database, bodyId: string, handoverId: string): Promise<Board> {
  const [board]: Board[] = await database.read(bodyId, (em) => em.query(BOARD, [bodyId, handoverId]));
  if (board === undefined) throw new Error(`There is no handover ${handoverId}`);
  return board;
}

/** Tasks that nobody owes anything on any more. */
export function settledIds({ tasks }: Board): ReadonlySet<string> {
  return new Set(tasks.filter(isSettled).map(({ id }) => id));
}
