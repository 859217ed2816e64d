import { handoverMachine, type HandoverMove } from '../engine/handovers/handover.js';
import { sectionMachine, type SectionMove } from '../engine/handovers/section.js';
import { nextState, type Machine } from '../engine/machine.js';
import { taskMachine, type TaskMove } from '../engine/tasks/task.js';
import { termMachine } from '../engine/terms/term.js';
import { bySubject, readMoves, type Move } from './moves.js';
import type { Rule } from './rule.js';

/** Which move of its machine an entry tells of; a half of a joint answer keeps the state. */
const TASK_MOVES: Readonly<Record<string, TaskMove>> = {
  'task.started': 'start',
  'task.submitted': 'submit',
  'task.returned': 'return',
  'task.accepted': 'accept',
  'task.acceptance_given': 'accept',
  'task.waived': 'waive',
  'task.waiver_given': 'waive',
  'task.committed': 'commit',
  'task.fulfilled': 'fulfil',
  'task.reopened': 'reopen',
  'task.commented': 'comment',
  'task.reassigned': 'reassign',
  'task.pinned': 'pin',
  'task.unpinned': 'unpin',
  'task.evidence_added': 'addEvidence',
  'task.evidence_replaced': 'addEvidence',
  'task.evidence_removed': 'removeEvidence',
};
const HANDOVER_MOVES: Readonly<Record<string, HandoverMove>> = {
  'handover.prepared': 'prepare',
  'handover.frozen': 'freeze',
  'handover.signed': 'sign',
  'handover.signature_given': 'sign',
  'handover.reopened': 'reopen',
  'handover.effected': 'effect',
  'handover.closed': 'close',
  'handover.cancelled': 'cancel',
};
const SECTION_MOVES: Readonly<Record<string, SectionMove>> = {
  'section.presented': 'present',
  'section.accepted': 'accept',
  'section.accepted_by_silence': 'accept',
  'section.accepted_with_reservation': 'accept_with_reservation',
  'section.returned': 'return',
  'section.reopened': 'change',
};
const HALVES: readonly string[] = ['task.acceptance_given', 'task.waiver_given', 'handover.signature_given'];

/** Each move in the account is an edge of its machine, and each begins where the one before it ended. */
export const legalMoves: Rule = {
  name: 'every state edge is one of the machine’s',
  async check(view) {
    const moves = await readMoves(view);
    const findings = [...bySubject(moves)].flatMap(([about, history]) =>
      history.flatMap((move, at) => {
        const before = at === 0 ? startOf(move) : (history[at - 1]?.to ?? null);
        return [illegal(move), broken(move, before)].flatMap((what) => {
          return what === null ? [] : [{ body: view.id, about, what: `entry ${String(move.seq)}: ${what}` }];
        });
      }),
    );
    return { looked: moves.length, findings };
  },
};

/** A term's first entry may find it in any state: rotations are told from where they stand. */
function startOf({ subject, from }: Move): string | null {
  if (subject.startsWith('term:')) return from;
  if (subject.startsWith('section:')) return sectionMachine.initial;
  return subject.startsWith('task:') ? taskMachine.initial : handoverMachine.initial;
}

function broken({ from }: Move, before: string | null): string | null {
  return from === before ? null : `begins in ${from ?? 'no state'}, but it was ${before ?? 'in none'}`;
}

function illegal(move: Move): string | null {
  const { subject, action, from, to } = move;
  if (subject.startsWith('term:')) return from === null || leads(termMachine, from, to) ? null : edge(move);
  const lands = landingOf(subject, action, from);
  if (lands === null) return edge(move);
  return to === (HALVES.includes(action) ? from : lands) ? null : edge(move);
}

function landingOf(subject: string, action: string, from: string | null): string | null {
  if (subject.startsWith('task:')) return landing(taskMachine, TASK_MOVES[action], from);
  if (subject.startsWith('section:')) return landing(sectionMachine, SECTION_MOVES[action], from);
  return landing(handoverMachine, HANDOVER_MOVES[action], from);
}

function landing<State extends string, Name extends string>(
  machine: Machine<State, Name>,
  name: Name | undefined,
  from: string | null,
): State | null {
  const state = machine.states.find((each) => each === from);
  return state === undefined || name === undefined ? null : nextState(machine, state, name);
}

function leads(machine: Machine<string, string>, from: string, to: string): boolean {
  return machine.transitions.some((row) => row.from.includes(from) && (row.to === 'same' ? from : row.to) === to);
}

function edge({ action, from, to }: Move): string {
  return `${action} leads from ${from ?? 'no state'} to ${to}`;
}
