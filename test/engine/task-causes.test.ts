import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Actor, Hat } from '../../src/engine/decision.js';
import type { Dependency, TaskCommand, TaskFacts } from '../../src/engine/tasks/task.js';
import { hats } from './cast.js';
import { after, commands, refusedFor, task } from './task-examples.js';

/** Everything that a decision is made from. */
interface Case {
  readonly facts: TaskFacts;
  readonly command: TaskCommand;
  readonly by: Actor;
}

/** Something that stands in the way, and the code under which a refusal must name it. */
interface Cause {
  readonly code: string;
  readonly add: (to: Case) => Case;
}

const withFacts = (code: string, facts: Partial<TaskFacts>): Cause => ({
  code,
  add: (to) => ({ ...to, facts: { ...to.facts, ...facts } }),
});
const withCommand = (code: string, command: TaskCommand): Cause => ({ code, add: (to) => ({ ...to, command }) });
const without = (code: string, side: Hat['side']): Cause => ({
  code,
  add: ({ by, ...to }) => ({ ...to, by: { ...by, hats: by.hats.filter((hat) => hat.side !== side) } }),
});
const wearing = (code: string, ...more: readonly Hat[]): Cause => ({
  code,
  add: ({ by, ...to }) => ({ ...to, by: { ...by, hats: [...by.hats, ...more] } }),
});
const waitingFor = (id: string): Cause => ({
  code: 'task.waits_for',
  add: ({ facts, ...to }) => {
    const dependency: Dependency = { id, state: 'started', owner: 'joint', acceptedBy: 'secretariat' };
    return { ...to, facts: { ...facts, dependencies: [...facts.dependencies, dependency] } };
  },
});

const by = (...worn: readonly Hat[]): Actor => ({
  personId: 'paula',
  hats: worn.map((hat) => ({ ...hat, personId: 'paula' })),
});
const closed = withFacts('task.handover_over', { handoverState: 'closed' });
const submitted = after({ ...task, state: 'started' }, [commands.submit, by(hats.outgoingDelegate)]);
const ofOthers: TaskFacts = { ...submitted, submittedBy: { sides: ['outgoing'], persons: ['rachid'] } };
const toBothChairs: TaskFacts = {
  ...submitted,
  owner: 'secretariat',
  acceptedBy: 'joint',
  submittedBy: { sides: ['secretariat'], persons: ['vera'] },
};

/** An allowed move, and everything that can be wrong with it at the same time. */
const MOVES: Readonly<Record<string, { readonly base: Case; readonly causes: readonly Cause[] }>> = {
  start: {
    base: { facts: task, command: commands.start, by: by(hats.outgoingDelegate) },
    causes: [
      closed,
      withFacts('task.wrong_state', { state: 'submitted' }),
      without('task.not_your_side', 'outgoing'),
      waitingFor('A'),
      waitingFor('B'),
    ],
  },
  submit: {
    base: { facts: { ...task, state: 'started' }, command: commands.submit, by: by(hats.outgoingDelegate) },
    causes: [
      closed,
      withFacts('task.wrong_state', { state: 'open' }),
      withFacts('task.evidence_missing', { evidenceCount: 0 }),
      without('task.not_your_side', 'outgoing'),
      wearing('task.counts_as_acceptor', hats.incomingDelegate),
      waitingFor('A'),
      waitingFor('B'),
      waitingFor('C'),
    ],
  },
  return: {
    base: { facts: ofOthers, command: commands.return, by: by(hats.incomingDelegate) },
    causes: [
      closed,
      withFacts('task.wrong_state', { state: 'started' }),
      without('task.not_your_side', 'incoming'),
      withCommand('reason.missing', { move: 'return', reason: '' }),
    ],
  },
  'accept, jointly': {
    base: {
      facts: { ...toBothChairs, acceptances: ['incoming'], agreedPersons: ['ines'] },
      command: commands.accept,
      by: by(hats.outgoingDelegate),
    },
    causes: [
      closed,
      withFacts('task.wrong_state', { state: 'returned' }),
      wearing('task.own_side_submitted', hats.officer),
      withFacts('task.same_person_agreed', { agreedPersons: ['ines', 'paula'] }),
    ],
  },
  'accept again': {
    base: { facts: toBothChairs, command: commands.accept, by: by(hats.outgoingDelegate) },
    causes: [
      closed,
      withFacts('task.wrong_state', { state: 'returned' }),
      withFacts('task.own_side_submitted', { submittedBy: { sides: ['secretariat'], persons: ['vera', 'paula'] } }),
      withFacts('task.already_agreed', { acceptances: ['outgoing'], agreedPersons: ['salma'] }),
      wearing('task.counts_as_both_chairs', hats.incomingDelegate),
    ],
  },
  waive: {
    base: { facts: task, command: commands.waive, by: by(hats.incomingDelegate, hats.incomingLead) },
    causes: [
      closed,
      withFacts('task.wrong_state', { state: 'committed' }),
      {
        code: 'task.needs_lead',
        add: (to) => ({ ...to, by: { ...to.by, hats: to.by.hats.filter((hat) => hat.role !== 'lead') } }),
      },
      wearing('task.own_side_owes', hats.outgoingDelegate),
      withCommand('reason.missing', { move: 'waive', reason: ' ' }),
    ],
  },
  commit: {
    base: {
      facts: { ...task, termStart: '2024-01-01' },
      command: commands.commit,
      by: by(hats.incomingDelegate, hats.incomingLead),
    },
    causes: [
      closed,
      withFacts('task.wrong_state', { state: 'accepted' }),
      {
        code: 'task.needs_lead',
        add: (to) => ({ ...to, by: { ...to.by, hats: to.by.hats.filter((hat) => hat.role !== 'lead') } }),
      },
      wearing('task.own_side_owes', hats.outgoingLead),
      {
        code: 'task.date_past',
        add: (to) => ({ ...to, command: { ...commands.commit, ...to.command, dueOn: '2024-01-10' } as TaskCommand }),
      },
      withFacts('task.before_new_term', { termStart: '2024-05-01' }),
      { code: 'reason.missing', add: (to) => ({ ...to, command: { ...to.command, reason: '' } as TaskCommand }) },
    ],
  },
  reopen: {
    base: { facts: { ...ofOthers, state: 'accepted' }, command: commands.reopen, by: by(hats.incomingDelegate) },
    causes: [
      withFacts('task.pack_frozen', { handoverState: 'signing' }),
      withFacts('task.wrong_state', { state: 'waived' }),
      without('task.not_your_side', 'incoming'),
      withCommand('reason.missing', { move: 'reopen', reason: '' }),
    ],
  },
  unpin: {
    base: { facts: { ...task, pinned: '2024-01-20' }, command: commands.unpin, by: by(hats.officer) },
    causes: [
      closed,
      withFacts('task.wrong_state', { state: 'accepted' }),
      withFacts('task.not_pinned', { pinned: null }),
      without('task.not_your_side', 'secretariat'),
      withCommand('reason.missing', { move: 'unpin', reason: '' }),
    ],
  },
  'add evidence': {
    base: { facts: { ...ofOthers, state: 'accepted' }, command: commands.addEvidence, by: by(hats.outgoingDelegate) },
    causes: [
      withFacts('task.pack_frozen', { handoverState: 'effected' }),
      withFacts('task.takes_no_evidence', { evidence: 'none' }),
      without('task.not_your_side', 'outgoing'),
    ],
  },
};

test.each(Object.entries(MOVES))(
  '%s: whatever stands in the way is named, all of it, and taking one thing away takes exactly its gate',
  (_, { base, causes }) => {
    expect(refusedFor(base.facts, base.command, base.by)).toEqual([]);
    fc.assert(
      fc.property(fc.subarray([...causes]), (present) => {
        const { facts, command, by: who } = present.reduce((made, cause) => cause.add(made), base);
        expect(refusedFor(facts, command, who)).toEqual(present.map((cause) => cause.code).sort());
      }),
    );
  },
);
