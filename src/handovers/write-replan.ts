import type { EntityManager } from 'typeorm';
import { writeAccount } from '../audit/account.js';
import type { Message } from '../engine/decision.js';
import type { PlanChange } from '../engine/plan/re-planning.js';
import type { Facts, Side } from '../engine/words.js';
import { owedFor } from '../notifications/owed.js';
import type { LockedStream } from '../storage/database.js';
import type { HandoverReplan } from './replanning.js';
import { writePlan, writeRevision } from './write-plan.js';

/** The new revision of one handover's plan. */
export interface RevisionReceipt {
  readonly handoverId: string;
  readonly revision: number;
  /** Of the handover's row: its ETag. */
  readonly version: number;
  readonly moved: number;
  readonly told: number;
  readonly account: { readonly seq: number; readonly hash: string };
}

/** Why dates move, and who moves them. */
export interface ReplanCause {
  readonly change: PlanChange;
  /** In the words of whoever decided; kept apart from the account so that it can be erased. */
  readonly reason: string;
  readonly personId: string;
}

/** Writes one handover's part of a re-plan: anchors, dates, reminders, revision, account and one message per person. */
export function writeReplan(
  em: EntityManager,
  locked: LockedStream,
  one: HandoverReplan,
  { change, reason, personId }: ReplanCause,
): RevisionReceipt {
  const { bodyId, stream: handoverId } = locked;
  const { plan, difference, facts } = one;
  const { revision } = plan;
  const { version } = facts.handover;
  writePlan(em, bodyId, handoverId, plan, one.changed, facts);
  const anchors = one.anchors.after;
  writeRevision(em, locked, { version, revision, actorId: personId, cause: change.kind, anchors, difference });
  const moved = difference.moved.length + difference.dated.length + difference.undated.length;
  const messages = messagesOf(one, change);
  const told: Facts = { change: { ...change }, revision, moved, compressed: difference.compressed.length };
  const happening = { action: 'plan.revised', subject: `handover:${handoverId}`, facts: told, text: reason };
  const owed = owedFor(messages, null, personId, locked.at);
  const chained = writeAccount(em, locked, { actorId: personId, happenings: [happening], owed });
  const account = { seq: chained.seq, hash: chained.head };
  return { handoverId, revision, version: version + 1, moved, told: owed.length, account };
}

/** One message for each person, about the dates of their own sides. */
function messagesOf(
  { handoverId, told, difference, anchors, plan, facts }: HandoverReplan,
  change: PlanChange,
): Message[] {
  const owners = new Map(facts.tasks.map((task) => [task.id, task.owner]));
  const concerns = (taskId: string, sides: readonly Side[]): boolean => {
    const owner = owners.get(taskId);
    return sides.includes('secretariat') || owner === 'joint' || sides.some((side) => side === owner);
  };
  const dates = [
    ...difference.moved.map(({ taskId, from, to }) => ({ task: taskId, from, to })),
    ...difference.undated.map(({ taskId, from }) => ({ task: taskId, from, to: null })),
    ...difference.dated.map(({ taskId, to }) => ({ task: taskId, from: null, to })),
  ];
  return told.map(({ personId, sides }) => ({
    kind: `plan.${change.kind}`,
    subject: `handover:${handoverId}`,
    to: [{ person: personId }],
    urgent: change.kind === 'meeting' || change.kind === 'effect_date',
    facts: {
      revision: plan.revision,
      before: { ...anchors.before },
      after: { ...anchors.after },
      dates: dates.filter(({ task }) => concerns(task, sides)),
    },
  }));
}

/** Tells in the body's account what no handover's account tells: a calendar, or a meeting that nothing hangs on. */
export function tellBodyOfChange(
  em: EntityManager,
  locked: LockedStream,
  { change, reason, personId }: ReplanCause,
): void {
  const subject = 'calendarId' in change ? `calendar:${change.calendarId}` : `meeting:${subjectOf(change)}`;
  const action = 'calendarId' in change ? 'calendar.changed' : 'meeting.moved';
  const happening = { action, subject, facts: { change: { ...change } }, text: reason };
  writeAccount(em, locked, { actorId: personId, happenings: [happening], owed: [] });
}

function subjectOf(change: PlanChange): string {
  return change.kind === 'meeting' ? change.meetingId : '';
}
