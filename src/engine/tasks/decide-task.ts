import { personsOf, refusalOf, sidesOf, type Actor, type Decision } from '../decision.js';
import { actingSides, leadingHats, sidesOfDesk } from '../desks.js';
import { nextState } from '../machine.js';
import { taskGates } from './task-gates.js';
import { taskHappenings } from './task-happenings.js';
import { taskMessages } from './task-messages.js';
import {
  answeringDesk,
  isReplacement,
  taskMachine,
  type TaskChanges,
  type TaskCommand,
  type TaskFacts,
} from './task.js';
import type { IsoInstant } from '../words.js';

/**
 * Judges one command about one task. The answer is what to write, or every condition that is not met. `at` is only
 * compared with dates that the command carries: a day that is over everywhere is refused for a pin or a commitment.
 *
 * Whether persons, offices and evidence named in the command exist is for the caller to know.
 */
export function decideTask(
  facts: TaskFacts,
  command: TaskCommand,
  actor: Actor,
  at: IsoInstant,
): Decision<TaskChanges> {
  const refusal = refusalOf(taskGates(facts, command, actor, at));
  if (refusal !== null) return refusal;
  const changes = changesOf(facts, command, actor);
  return {
    refused: false,
    changes,
    happenings: taskHappenings(facts, command, actor, changes),
    messages: taskMessages(facts, command, changes),
  };
}

/** No one has submitted, accepted or waived: what a task starts from, again after it came back. */
const UNSPOKEN = { submittedBy: null, acceptances: [], waivers: [], agreedPersons: [] } as const;
const UNANSWERED = { acceptances: [], waivers: [], agreedPersons: [] } as const;

function changesOf(facts: TaskFacts, command: TaskCommand, actor: Actor): TaskChanges {
  const state = nextState(taskMachine, facts.state, command.move) ?? facts.state;
  switch (command.move) {
    case 'start':
    case 'reopen':
      return { state, ...UNSPOKEN };
    case 'submit': {
      const submittedBy = { sides: sidesOf(actor), persons: personsOf(actor) };
      return { state: facts.acceptedBy === null ? 'accepted' : state, ...UNSPOKEN, submittedBy };
    }
    case 'return':
      return { state, ...UNANSWERED };
    case 'accept':
    case 'waive':
      return answered(facts, command.move, actor);
    case 'commit':
      return {
        state,
        ...UNANSWERED,
        committedOn: command.dueOn,
        personId: command.personId ?? leadOf(actor),
      };
    case 'fulfil':
      return { state, fulfilled: true };
    case 'reassign':
      return {
        state,
        ...(command.personId === undefined ? {} : { personId: command.personId }),
        ...(command.officeId === undefined ? {} : { officeId: command.officeId }),
      };
    case 'pin':
      return { state, pinned: command.on };
    case 'unpin':
      return { state, pinned: null };
    case 'addEvidence':
      return { state, evidenceCount: facts.evidenceCount + (isReplacement(command.file) ? 0 : 1) };
    case 'removeEvidence':
      return { state, evidenceCount: facts.evidenceCount - 1 };
    case 'comment':
      return { state };
  }
}

/** The lead who takes something on for the incoming chair answers for it, as long as nobody else is named. */
function leadOf(actor: Actor): string {
  const hats = leadingHats(actor, ['incoming']);
  return hats.find(({ personId }) => personId === actor.personId)?.personId ?? hats[0]?.personId ?? actor.personId;
}

/**
 * Accepting and waiving are two answers to one question, and at a joint desk both chairs must give the same one:
 * the first to give it leaves the task where it is, and takes back a different answer that was waiting.
 */
function answered(facts: TaskFacts, answer: 'accept' | 'waive', actor: Actor): TaskChanges {
  const desk = answeringDesk(facts);
  const before = answer === 'accept' ? facts.acceptances : facts.waivers;
  const sides = [...before, ...actingSides(actor, [desk])];
  const persons = [...new Set([...(before.length > 0 ? facts.agreedPersons : []), ...personsOf(actor)])];
  const complete = sidesOfDesk(desk).every((side) => sides.includes(side));
  const settled = answer === 'accept' ? 'accepted' : 'waived';
  return {
    state: complete ? settled : facts.state,
    acceptances: answer === 'accept' ? sides : [],
    waivers: answer === 'waive' ? sides : [],
    agreedPersons: persons,
  };
}
