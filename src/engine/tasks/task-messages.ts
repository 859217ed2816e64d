import type { Audience, Message } from '../decision.js';
import { sidesOfDesk } from '../desks.js';
import { answeringDesk, type TaskChanges, type TaskCommand, type TaskFacts } from './task.js';
import type { Desk } from '../words.js';

/** Who is told of what was decided, and whether it can wait for the day's digest: what asks someone to work again cannot. */
export function taskMessages(facts: TaskFacts, command: TaskCommand, changes: TaskChanges): readonly Message[] {
  const tell = (kind: string, urgent: boolean, ...to: readonly Audience[]): readonly Message[] => [
    { kind: `task.${kind}`, subject: `task:${facts.id}`, to, urgent, facts: { task: facts.id, state: changes.state } },
  ];
  switch (command.move) {
    case 'submit':
      return facts.acceptedBy === null ? [] : tell('submitted', false, 'acceptedBy');
    case 'return':
      return tell('returned', true, 'owner');
    case 'accept':
      return changes.state === 'accepted' ? tell('accepted', false, 'owner') : [];
    case 'waive':
      return changes.state === 'waived'
        ? tell('waived', false, 'owner')
        : tell('waiver_given', false, ...sidesLeft(answeringDesk(facts), changes.waivers ?? []));
    case 'commit':
      return tell('committed', false, 'owner', 'secretariat');
    case 'fulfil':
      return tell('fulfilled', false, 'secretariat');
    case 'reopen':
      return tell('reopened', true, 'owner');
    case 'reassign':
      return newPerson(facts, command.personId).flatMap((person) => tell('reassigned', false, person));
    case 'start':
    case 'comment':
    case 'pin':
    case 'unpin':
    case 'addEvidence':
    case 'removeEvidence':
      return [];
  }
}

/** The other chair learns of a waiver that waits for it; an acceptance it expects anyway, since the task was submitted to both. */
function sidesLeft(desk: Desk, given: readonly string[]): readonly Audience[] {
  return sidesOfDesk(desk).filter((side) => !given.includes(side));
}

function newPerson(facts: TaskFacts, personId: string | null | undefined): readonly Audience[] {
  return typeof personId === 'string' && personId !== facts.personId ? [{ person: personId }] : [];
}
