import type { Accepted, Actor, UnmetGate } from '../engine/decision.js';
import { decideTask } from '../engine/tasks/decide-task.js';
import type { TaskChanges, TaskCommand, TaskFacts, TaskMove, TaskState } from '../engine/tasks/task.js';
import type { IsoInstant } from '../engine/words.js';

/** The moves that have a button on a task's page. */
export type OfferedMove = Exclude<TaskMove, 'comment' | 'addEvidence' | 'removeEvidence'>;

/** A move that lies in the reader's hands, and everything that stands against it now. */
export interface Offer {
  readonly move: OfferedMove;
  /** Empty where it can be made. */
  readonly gates: readonly UnmetGate[];
  /** What it would do; null where it cannot be made. */
  readonly outcome: Accepted<TaskChanges> | null;
}

const OTHERS = ['waive', 'commit', 'reassign', 'pin', 'unpin'] as const satisfies OfferedMove[];

/** What one looks for on the page of a task in this state, the next step first. Which of it may be done the engine says. */
const LOOKED_FOR: Readonly<Record<TaskState, readonly OfferedMove[]>> = {
  open: ['start', 'submit', 'accept', 'return', ...OTHERS],
  started: ['submit', 'accept', 'return', ...OTHERS],
  submitted: ['accept', 'return', ...OTHERS],
  returned: ['start', 'submit', 'accept', 'return', ...OTHERS],
  accepted: ['reopen'],
  waived: [],
  committed: ['fulfil'],
};

/** Words and days in place of those that are still to be written: what is asked is all the rest. */
const SOMETHING = '…';
const SOME_DAY = '9999-12-31';

/** What somebody can do with a task, or could once others have moved. What is for another side to do is left out. */
export function offersFor(facts: TaskFacts, actor: Actor, at: IsoInstant): Offer[] {
  return LOOKED_FOR[facts.state]
    .filter((move) => move !== 'unpin' || facts.pinned !== null)
    .filter((move) => move !== 'fulfil' || !facts.fulfilled)
    .map((move) => offerOf(facts, move, actor, at))
    .filter(({ gates }) => !isForOthers(gates));
}

/** Whether one move can be made, and what stands against it. */
export function offerOf(facts: TaskFacts, move: OfferedMove, actor: Actor, at: IsoInstant): Offer {
  const decision = decideTask(facts, sampleOf(facts, move), actor, at);
  return decision.refused ? { move, gates: decision.gates, outcome: null } : { move, gates: [], outcome: decision };
}

/** What stands against adding or removing evidence, of whichever piece. */
export function evidenceGates(
  facts: TaskFacts,
  move: 'addEvidence' | 'removeEvidence',
  actor: Actor,
  at: IsoInstant,
): readonly UnmetGate[] {
  const decision = decideTask(facts, { move, evidenceId: SOMETHING }, actor, at);
  return decision.refused ? decision.gates : [];
}

/** Whether what was asked for is for another side to do: then it is not even offered. */
export function isForOthers(gates: readonly UnmetGate[]): boolean {
  return gates.some(({ code }) => code === 'task.not_your_side');
}

function sampleOf(facts: TaskFacts, move: OfferedMove): TaskCommand {
  switch (move) {
    case 'start':
    case 'submit':
    case 'accept':
      return { move };
    case 'return':
    case 'waive':
    case 'reopen':
    case 'fulfil':
    case 'unpin':
      return { move, reason: SOMETHING };
    case 'commit':
      return { move, reason: SOMETHING, dueOn: SOME_DAY };
    case 'pin':
      return { move, reason: SOMETHING, on: SOME_DAY };
    case 'reassign':
      return { move, personId: facts.personId === null ? SOMETHING : null };
  }
}
