import type { Accepted, Actor, Happening } from '../decision.js';
import { actingSides } from '../desks.js';
import { desksFor } from './task-gates.js';
import { answeringDesk, isReplacement, type TaskChanges, type TaskCommand, type TaskFacts } from './task.js';
import type { Facts } from '../words.js';

/**
 * The lines for the account about one decision: from which state to which, under which rule, speaking for which
 * sides. Every line is one edge of the task's machine, or keeps the state.
 */
export function taskHappenings(
  facts: TaskFacts,
  command: TaskCommand,
  actor: Actor,
  changes: TaskChanges,
): Accepted<TaskChanges>['happenings'] {
  const sides = actingSides(actor, desksFor(facts, command.move));
  const happening = (action: string, told: Facts): Happening => ({ action, subject: `task:${facts.id}`, facts: told });
  const asked = {
    from: facts.state,
    to: changes.state,
    rule: ruleOf(facts, command),
    sides,
    ...detailsOf(facts, command, changes),
  };
  if (command.move === 'submit' && facts.acceptedBy === null) {
    const rule = 'task.accepted_without_review';
    return [
      withText(happening('task.submitted', { ...asked, to: 'submitted' }), command),
      happening('task.accepted', { from: 'submitted', to: 'accepted', rule, sides }),
    ];
  }
  return [withText(happening(actionOf(facts, command, changes), asked), command)];
}

const ACTIONS: Readonly<Record<TaskCommand['move'], string>> = {
  start: 'task.started',
  submit: 'task.submitted',
  return: 'task.returned',
  accept: 'task.accepted',
  waive: 'task.waived',
  commit: 'task.committed',
  reopen: 'task.reopened',
  fulfil: 'task.fulfilled',
  comment: 'task.commented',
  reassign: 'task.reassigned',
  pin: 'task.pinned',
  unpin: 'task.unpinned',
  addEvidence: 'task.evidence_added',
  removeEvidence: 'task.evidence_removed',
};

/** One chair's half of a joint answer is told apart from the answer itself. */
function actionOf(facts: TaskFacts, command: TaskCommand, changes: TaskChanges): string {
  const { move } = command;
  if (move === 'accept' && changes.state === facts.state) return 'task.acceptance_given';
  if (move === 'waive' && changes.state === facts.state) return 'task.waiver_given';
  if (command.move === 'addEvidence' && isReplacement(command.file)) return 'task.evidence_replaced';
  return ACTIONS[move];
}

/** The set of gates that the command passed, by the circumstance that chose it. */
function ruleOf(facts: TaskFacts, { move }: TaskCommand): string {
  if ((move === 'accept' || move === 'waive') && answeringDesk(facts) === 'joint') return `task.${move}_jointly`;
  return move === 'waive' && facts.mandatory ? 'task.waive_mandatory' : `task.${move}`;
}

function detailsOf(facts: TaskFacts, command: TaskCommand, changes: TaskChanges): Facts {
  switch (command.move) {
    case 'commit':
      return { dueOn: command.dueOn, person: changes.personId ?? null };
    case 'reassign':
      return {
        ...(command.personId === undefined ? {} : { person: { from: facts.personId, to: command.personId } }),
        ...(command.officeId === undefined ? {} : { office: { from: facts.officeId, to: command.officeId } }),
      };
    case 'pin':
      return { pinned: { from: facts.pinned, to: command.on } };
    case 'unpin':
      return { pinned: { from: facts.pinned, to: null } };
    case 'addEvidence':
      return { evidence: command.evidenceId, ...(command.file === undefined ? {} : { file: { ...command.file } }) };
    case 'removeEvidence':
      return { evidence: command.evidenceId };
    default:
      return {};
  }
}

function withText(happening: Happening, command: TaskCommand): Happening {
  const text =
    'reason' in command ? command.reason : 'note' in command ? command.note : 'text' in command ? command.text : '';
  return text === undefined || text.trim() === '' ? happening : { ...happening, text };
}
