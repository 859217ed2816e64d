import { stillOwed } from '../engine/plan/still-owed.js';
import { isSettled } from '../engine/tasks/task.js';
import type { Matter } from './matter.js';

/** Why a matter is not to be told after all; `for good` when no later moment can change that. */
export interface NotToTell {
  readonly reason: string;
  readonly forGood: boolean;
}

/** What may come back: a submitted task can be returned to its owner, and then the owner's reminders count again. */
const MAY_COME_BACK: readonly string[] = ['with_the_reviewer', 'with_the_owner'];

/** Calls that are over once the handover has gone on; the others are news, which stay true. */
const CALLS: readonly string[] = [
  'handover.prepared',
  'handover.frozen',
  'handover.signature_given',
  'handover.reopened',
];

/**
 * Why a matter is no longer to be told as things stand now, or null when it is (product invariant 4). Reminders are
 * judged by the engine. News of a task is told while the task is still in the state that the news speaks of, and of
 * a new assignment while there is still something to do; news of a section likewise. News of a plan is told while one of its dates is in force.
 */
export function notToTell(matter: Matter): NotToTell | null {
  if (matter.state === 'void') return { reason: matter.reason ?? 'void', forGood: true };
  return matter.rung === null ? overtaken(matter) : noMoreReminded(matter, matter.rung);
}

function noMoreReminded({ handover, task, forDue }: Matter, rung: string): NotToTell | null {
  if (handover === null || task === null || forDue === null) return { reason: 'its task is gone', forGood: true };
  const present = { handover: handover.state, revision: handover.planRevision, task, recipientLeft: false };
  const answer = stillOwed({ rung, due: forDue }, present);
  return answer.send ? null : { reason: answer.reason, forGood: !MAY_COME_BACK.includes(answer.code) };
}

function overtaken({ kind, facts, task, section, handover, moved }: Matter): NotToTell | null {
  if (moved.length > 0 && handover !== null && moved.every((one) => one.now !== one.to)) {
    return { reason: `superseded by revision ${String(handover.planRevision)}`, forGood: true };
  }
  if (kind.startsWith('task.') && task !== null) {
    if (handover?.state === 'cancelled') return { reason: 'handover cancelled', forGood: true };
    const stands =
      kind === 'task.reassigned' ? !isSettled(task) : facts.state === undefined || facts.state === task.state;
    return stands ? null : { reason: `overtaken: the task is ${task.state} now`, forGood: true };
  }
  if (section !== null && facts.state !== undefined && facts.state !== section.state) {
    return { reason: `overtaken: the section is ${section.state} now`, forGood: true };
  }
  if (CALLS.includes(kind) && handover !== null && handover.state !== facts.state) {
    return { reason: `overtaken: the handover is ${handover.state} now`, forGood: true };
  }
  return null;
}
