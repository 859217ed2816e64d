import type { TaskState } from '../tasks/task.js';
import type { Desk, DueRule, IsoDate } from '../words.js';

/** A task as its handover sees it. */
export interface HandoverTask {
  readonly id: string;
  readonly state: TaskState;
  readonly mandatory: boolean;
  readonly blocksHandover: boolean;
  readonly owner: Desk;
  readonly acceptedBy: Desk | null;
  readonly rule: DueRule;
  readonly due: IsoDate | null;
  readonly pinned: IsoDate | null;
}
