import { decideTask } from '../../src/engine/tasks/decide-task.js';
import type { Accepted, Actor, UnmetGate } from '../../src/engine/decision.js';
import type { TaskChanges, TaskCommand, TaskFacts, TaskMove, TaskState } from '../../src/engine/tasks/task.js';

export const NOW = '2024-01-12T09:00:00.000Z';

/** A task of the outgoing chair that the incoming one accepts, with nothing in the way of it. */
export const task: TaskFacts = {
  id: 'OPN-01',
  section: 'OPN',
  owner: 'outgoing',
  acceptedBy: 'incoming',
  mandatory: true,
  evidence: 'required',
  blocksHandover: false,
  state: 'open',
  due: '2024-01-10',
  pinned: null,
  fulfilled: false,
  evidenceCount: 1,
  submittedBy: null,
  acceptances: [],
  waivers: [],
  agreedPersons: [],
  personId: 'rachid',
  officeId: 'cabinet',
  dependencies: [],
  handoverId: '2024-pt',
  handoverState: 'preparing',
  termStart: '2024-02-01',
};

/** A command of each move that asks for nothing out of the way. */
export const commands: { readonly [Move in TaskMove]: Extract<TaskCommand, { move: Move }> } = {
  start: { move: 'start' },
  submit: { move: 'submit', note: 'as agreed on the telephone' },
  return: { move: 'return', reason: 'two letters are missing' },
  accept: { move: 'accept' },
  waive: { move: 'waive', reason: 'there was no such event' },
  commit: { move: 'commit', reason: 'we finish it in spring', dueOn: '2024-04-15', personId: 'tiago' },
  fulfil: { move: 'fulfil', reason: 'The letters are answered' },
  reopen: { move: 'reopen', reason: 'a page was found' },
  comment: { move: 'comment', text: 'is the annex coming?' },
  reassign: { move: 'reassign', personId: 'salma' },
  pin: { move: 'pin', on: '2024-01-22', reason: 'the minister travels' },
  unpin: { move: 'unpin', reason: 'the minister stays' },
  addEvidence: { move: 'addEvidence', evidenceId: 'e-2' },
  removeEvidence: { move: 'removeEvidence', evidenceId: 'e-1' },
};

/** The codes of the gates that are not met, in the order of the alphabet; none when it may be done. */
export function refusedFor(facts: TaskFacts, command: TaskCommand, by: Actor): readonly string[] {
  const decision = decideTask(facts, command, by, NOW);
  return decision.refused ? decision.gates.map((gate) => gate.code).sort() : [];
}

/** What is decided of a command that must be allowed. */
export function allowed(facts: TaskFacts, command: TaskCommand, by: Actor): Accepted<TaskChanges> {
  const decision = decideTask(facts, command, by, NOW);
  if (decision.refused) throw new Error(`Refused: ${decision.gates.map((gate) => gate.code).join(', ')}`);
  return decision;
}

/** The task as it stands after commands that must all be allowed. */
export function after(facts: TaskFacts, ...steps: readonly (readonly [TaskCommand, Actor])[]): TaskFacts {
  return steps.reduce<TaskFacts>(
    (before, [command, by]) => ({ ...before, ...allowed(before, command, by).changes }),
    facts,
  );
}

export const STATES: readonly TaskState[] = [
  'open',
  'started',
  'submitted',
  'returned',
  'accepted',
  'waived',
  'committed',
];

/** The one gate for which a command is refused. */
export function gateOf(facts: TaskFacts, command: TaskCommand, by: Actor, at = NOW): UnmetGate {
  const decision = decideTask(facts, command, by, at);
  const [gate, ...others] = decision.refused ? decision.gates : [];
  if (gate === undefined || others.length > 0) throw new Error('Not refused for exactly one reason');
  return gate;
}
