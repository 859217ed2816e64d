import type { HandoverState } from '../handovers/handover.js';
import { COMMITMENT, REVIEW } from './reminders.js';
import type { TaskState } from '../tasks/task.js';
import type { IsoDate } from '../words.js';

/** A reminder as it was planned: its rung, and the due date that it speaks of. */
export interface OwedReminder {
  readonly rung: string;
  readonly due: IsoDate;
}

/** How things stand now, read again inside the transaction that decides. */
export interface PresentState {
  readonly handover: HandoverState;
  /** The plan revision in force. */
  readonly revision: number;
  readonly task: { readonly state: TaskState; readonly due: IsoDate | null; readonly fulfilled?: boolean };
  readonly recipientLeft: boolean;
}

export type NotOwedCode =
  | 'handover_cancelled'
  | 'handover_closed'
  | 'done'
  | 'waived'
  | 'committed'
  | 'moved'
  | 'with_the_reviewer'
  | 'with_the_owner'
  | 'recipient_left';

/** Send it, or why not; `reason` in words for the ledger. */
export type StillOwed =
  { readonly send: true } | { readonly send: false; readonly code: NotOwedCode; readonly reason: string };

/**
 * The decision that is taken again before a reminder is sent (product invariant 4). Dates are compared, not
 * revisions: a re-plan that left this due date alone does not make the reminder void. A commitment outlives the file of
 * the handover: it is reminded of until it is done.
 */
export function stillOwed(reminder: OwedReminder, now: PresentState): StillOwed {
  if (now.handover === 'cancelled') return not('handover_cancelled', 'handover cancelled');
  const isCommitment = reminder.rung.startsWith(COMMITMENT) && now.task.state === 'committed';
  if (now.handover === 'closed' && !isCommitment) return not('handover_closed', 'handover closed');
  if (isCommitment && now.task.fulfilled === true) return not('done', 'done');
  const settled = settledAs(now.task.state);
  if (settled !== null && !isCommitment) return not(settled, settled);
  if (now.task.due !== reminder.due) return not('moved', `moved by revision ${String(now.revision)}`);
  const asksForReview = reminder.rung.startsWith(REVIEW);
  const isInReview = now.task.state === 'submitted';
  if (isInReview && !asksForReview) return not('with_the_reviewer', 'with the reviewer');
  if (!isInReview && asksForReview) return not('with_the_owner', 'with the owner again');
  return now.recipientLeft ? not('recipient_left', 'recipient left') : { send: true };
}

function settledAs(state: TaskState): 'done' | 'waived' | 'committed' | null {
  if (state === 'accepted') return 'done';
  return state === 'waived' || state === 'committed' ? state : null;
}

function not(code: NotOwedCode, reason: string): StillOwed {
  return { send: false, code, reason };
}
