import { describe, expect, test } from '@jest/globals';
import type { TaskFacts } from '../../src/engine/tasks/task.js';
import { actor, hats, played } from './cast.js';
import { after, allowed, commands, gateOf, refusedFor, task } from './task-examples.js';

const { start, submit, accept, waive, commit, reopen } = commands;
const returned = commands.return;
const rachid = played('outDelegate');
const salma = played('outLead');
const tiago = played('inDelegate');
const ines = played('inLead');
const vera = played('officer');

const started: TaskFacts = { ...task, state: 'started' };
const submitted = after(started, [submit, rachid]);
const forBothChairs = after({ ...started, owner: 'secretariat', acceptedBy: 'joint' }, [submit, vera]);

describe('four eyes', () => {
  test('a submission keeps every side and every person that the submitter counts as', () => {
    const standIn = actor(hats.officer, hats.outgoingLead);
    expect(allowed(started, submit, standIn).changes.submittedBy).toEqual({
      sides: ['secretariat', 'outgoing'],
      persons: ['vera', 'salma'],
    });
  });

  test('someone who changed sides after submitting is still the person who submitted', () => {
    const changedSides = actor({ ...hats.incomingDelegate, personId: 'rachid' });
    expect(gateOf(submitted, accept, changedSides)).toEqual({
      code: 'task.own_side_submitted',
      facts: { sides: [], persons: ['rachid'] },
      whose: 'incoming',
    });
  });

  test('someone who stands in for the submitter does not accept, whatever other hat they wear', () => {
    expect(gateOf(submitted, accept, actor(hats.incomingDelegate, hats.outgoingDelegate))).toMatchObject({
      code: 'task.own_side_submitted',
      facts: { sides: ['outgoing'], persons: ['rachid'] },
    });
  });

  test('nobody submits a task in such a way that nobody is left to accept it', () => {
    expect(gateOf(started, submit, actor(hats.outgoingDelegate, hats.incomingLead))).toEqual({
      code: 'task.counts_as_acceptor',
      facts: { sides: ['incoming'] },
      whose: 'outgoing',
    });
    const coOwned: TaskFacts = { ...started, owner: 'joint' };
    expect(refusedFor(coOwned, submit, tiago)).toEqual(['task.counts_as_acceptor']);
    expect(refusedFor(coOwned, submit, rachid)).toEqual([]);
  });

  test('the side that owes a task is not let off by one of its own, standing in for the accepting side', () => {
    const both = actor(hats.outgoingDelegate, hats.incomingLead);
    expect(refusedFor(task, waive, both)).toEqual(['task.own_side_owes']);
    expect(refusedFor(task, commit, both)).toEqual(['task.own_side_owes']);
    expect(refusedFor(submitted, waive, both)).toEqual(['task.own_side_submitted']);
  });

  test('the incoming chair may take on what it owes itself', () => {
    const own: TaskFacts = { ...task, owner: 'incoming', acceptedBy: 'outgoing' };
    expect(refusedFor(own, commit, ines)).toEqual([]);
    expect(refusedFor(after({ ...own, state: 'started' }, [submit, tiago]), commit, ines)).toEqual([]);
  });
});

describe('where both chairs must answer', () => {
  test('the first acceptance leaves the task submitted, the second settles it', () => {
    const first = allowed(forBothChairs, accept, rachid);
    expect(first.changes).toEqual({
      state: 'submitted',
      acceptances: ['outgoing'],
      waivers: [],
      agreedPersons: ['rachid'],
    });
    expect(first.happenings[0]).toMatchObject({
      action: 'task.acceptance_given',
      facts: { from: 'submitted', to: 'submitted' },
    });
    expect(first.messages).toEqual([]);
    const second = allowed({ ...forBothChairs, ...first.changes }, accept, tiago);
    expect(second.changes).toEqual({
      state: 'accepted',
      acceptances: ['outgoing', 'incoming'],
      waivers: [],
      agreedPersons: ['rachid', 'tiago'],
    });
    expect(second.happenings[0]).toMatchObject({
      action: 'task.accepted',
      facts: { rule: 'task.accept_jointly', sides: ['incoming'] },
    });
  });

  test('a chair accepts once; its colleague cannot accept for the other one', () => {
    const half = after(forBothChairs, [accept, rachid]);
    expect(gateOf(half, accept, salma)).toEqual({
      code: 'task.already_agreed',
      facts: { sides: ['outgoing'] },
      whose: 'incoming',
    });
  });

  test('a person who spoke for one chair cannot come back and speak for the other', () => {
    const forOutgoing = actor({ ...hats.officer, personId: 'karl', side: 'outgoing', role: 'delegate' });
    const forIncoming = actor({ ...hats.officer, personId: 'karl', side: 'incoming', role: 'delegate' });
    const half = after(forBothChairs, [accept, forOutgoing]);
    expect(gateOf(half, accept, forIncoming)).toEqual({
      code: 'task.same_person_agreed',
      facts: { persons: ['karl'] },
      whose: 'incoming',
    });
  });

  test('neither can the person for whom they stood in', () => {
    const half = after(forBothChairs, [accept, actor(hats.outgoingDelegate, { ...hats.outgoingLead })]);
    const salmaForIncoming = actor({ ...hats.incomingLead, personId: 'salma' });
    expect(refusedFor(half, accept, salmaForIncoming)).toEqual(['task.same_person_agreed']);
  });

  test('someone who counts as both chairs speaks for neither', () => {
    expect(refusedFor(forBothChairs, accept, actor(hats.outgoingLead, hats.incomingLead))).toEqual([
      'task.counts_as_both_chairs',
    ]);
  });

  test('one chair may send it back, and then no acceptance counts', () => {
    const back = after(forBothChairs, [accept, rachid], [returned, tiago]);
    expect(back).toMatchObject({ state: 'returned', acceptances: [], agreedPersons: [] });
    const again = after(back, [start, vera], [submit, vera]);
    expect(refusedFor(again, accept, rachid)).toEqual([]);
  });

  test('a waiver needs both chairs too, and the other one is told that it waits', () => {
    const first = allowed(forBothChairs, waive, salma);
    expect(first.changes).toMatchObject({ state: 'submitted', waivers: ['outgoing'] });
    expect(first.messages).toEqual([
      {
        kind: 'task.waiver_given',
        subject: 'task:OPN-01',
        to: ['incoming'],
        urgent: false,
        facts: { task: 'OPN-01', state: 'submitted' },
      },
    ]);
    expect(after(forBothChairs, [waive, salma], [waive, ines])).toMatchObject({
      state: 'waived',
      waivers: ['outgoing', 'incoming'],
      acceptances: [],
    });
  });

  test('one chair accepting and the other waiving settles nothing: the later answer stands alone', () => {
    const divided = after(forBothChairs, [accept, salma], [waive, ines]);
    expect(divided).toMatchObject({
      state: 'submitted',
      acceptances: [],
      waivers: ['incoming'],
      agreedPersons: ['ines'],
    });
    expect(after(divided, [waive, salma]).state).toBe('waived');
    const agreed = after(divided, [accept, salma], [accept, ines]);
    expect(agreed).toMatchObject({ state: 'accepted', waivers: [], agreedPersons: ['salma', 'ines'] });
  });

  test('a half-given waiver lapses when the work goes on', () => {
    const open: TaskFacts = { ...task, owner: 'secretariat', acceptedBy: 'joint' };
    expect(after(open, [waive, salma], [start, vera]).waivers).toEqual([]);
  });
});

describe('a task that nobody has to accept', () => {
  const alone: TaskFacts = { ...started, acceptedBy: null };

  test('is accepted when it is submitted, and the account shows both steps', () => {
    const decision = allowed(alone, submit, rachid);
    expect(decision.changes).toMatchObject({
      state: 'accepted',
      submittedBy: { sides: ['outgoing'], persons: ['rachid'] },
    });
    expect(decision.happenings).toEqual([
      {
        action: 'task.submitted',
        subject: 'task:OPN-01',
        facts: { from: 'started', to: 'submitted', rule: 'task.submit', sides: ['outgoing'] },
        text: 'as agreed on the telephone',
      },
      {
        action: 'task.accepted',
        subject: 'task:OPN-01',
        facts: { from: 'submitted', to: 'accepted', rule: 'task.accepted_without_review', sides: ['outgoing'] },
      },
    ]);
    expect(decision.messages).toEqual([]);
  });

  test('is waived or reopened by the secretariat, which keeps the checklist', () => {
    expect(after(alone, [waive, vera]).state).toBe('waived');
    expect(after(alone, [submit, rachid], [reopen, vera])).toMatchObject({ state: 'started', submittedBy: null });
  });
});
