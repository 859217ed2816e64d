import { describe, expect, test } from '@jest/globals';
import { decideTask } from '../../src/engine/tasks/decide-task.js';
import { whoseMove, type Dependency, type TaskCommand, type TaskFacts } from '../../src/engine/tasks/task.js';
import { played } from './cast.js';
import { after, allowed, commands, gateOf, NOW, refusedFor, task } from './task-examples.js';

const { start, submit, accept, waive, commit, reopen } = commands;
const returned = commands.return;
const rachid = played('outDelegate');
const salma = played('outLead');
const tiago = played('inDelegate');
const ines = played('inLead');
const vera = played('officer');

const started: TaskFacts = { ...task, state: 'started' };
const submitted = after(started, [submit, rachid]);

describe('evidence', () => {
  test('a task that requires evidence is not submitted without a piece of it', () => {
    expect(refusedFor({ ...started, evidenceCount: 0 }, submit, rachid)).toEqual(['task.evidence_missing']);
    expect(refusedFor({ ...started, evidenceCount: 1 }, submit, rachid)).toEqual([]);
  });

  test('where evidence is optional, or none is asked, a task is submitted without', () => {
    expect(refusedFor({ ...started, evidence: 'optional', evidenceCount: 0 }, submit, rachid)).toEqual([]);
    expect(refusedFor({ ...started, evidence: 'none', evidenceCount: 0 }, submit, rachid)).toEqual([]);
  });

  test('pieces are counted as they come and go', () => {
    expect(allowed(started, commands.addEvidence, rachid).changes.evidenceCount).toBe(2);
    expect(allowed(started, commands.removeEvidence, rachid).changes.evidenceCount).toBe(0);
  });

  test('a talk that leaves no paper takes no evidence, and nobody can change that', () => {
    expect(gateOf({ ...started, evidence: 'none' }, commands.addEvidence, rachid)).toMatchObject({
      code: 'task.takes_no_evidence',
      whose: 'nobody',
    });
  });

  test('what is not there cannot be removed', () => {
    expect(refusedFor({ ...started, evidenceCount: 0 }, commands.removeEvidence, rachid)).toEqual([
      'task.no_evidence_yet',
    ]);
  });
});

describe('dependencies', () => {
  const on = (id: string, state: Dependency['state']): Dependency => ({
    id,
    state,
    owner: 'joint',
    acceptedBy: 'secretariat',
  });

  test('a task can be started and submitted once everything it waits for is accepted, waived or committed', () => {
    const dependencies = [on('A', 'accepted'), on('B', 'waived'), on('C', 'committed')];
    expect(refusedFor({ ...task, dependencies }, start, rachid)).toEqual([]);
    expect(refusedFor({ ...started, dependencies }, submit, rachid)).toEqual([]);
  });

  test('there is one gate for each task it waits for, which says whose move that one is', () => {
    const dependencies = [on('A', 'open'), on('B', 'submitted'), on('C', 'accepted'), on('D', 'returned')];
    for (const [facts, command] of [
      [{ ...task, dependencies }, start],
      [{ ...started, dependencies }, submit],
    ] as const) {
      const decision = decideTask(facts, command, rachid, NOW);
      expect(decision.refused && decision.gates).toEqual([
        {
          code: 'task.waits_for',
          facts: { task: 'A', state: 'open' },
          whose: 'joint',
          about: { kind: 'task', id: 'A' },
        },
        {
          code: 'task.waits_for',
          facts: { task: 'B', state: 'submitted' },
          whose: 'secretariat',
          about: { kind: 'task', id: 'B' },
        },
        {
          code: 'task.waits_for',
          facts: { task: 'D', state: 'returned' },
          whose: 'joint',
          about: { kind: 'task', id: 'D' },
        },
      ]);
    }
  });

  test('other moves do not wait', () => {
    const dependencies = [on('A', 'open')];
    expect(refusedFor({ ...task, dependencies }, waive, ines)).toEqual([]);
    expect(refusedFor({ ...task, dependencies }, commit, ines)).toEqual([]);
    expect(refusedFor({ ...submitted, dependencies }, accept, tiago)).toEqual([]);
  });
});

describe('whose move it is', () => {
  test("it is the owner's until the task is submitted, the accepting side's then, and nobody's when it is settled", () => {
    expect(whoseMove(task)).toBe('outgoing');
    expect(whoseMove(started)).toBe('outgoing');
    expect(whoseMove(submitted)).toBe('incoming');
    expect(whoseMove({ ...task, state: 'returned' })).toBe('outgoing');
    expect(whoseMove({ ...task, state: 'accepted' })).toBe('nobody');
  });

  test('a move from the wrong state is refused with the states that have it and with whose move it is', () => {
    expect(gateOf(task, submit, rachid)).toEqual({
      code: 'task.wrong_state',
      facts: { move: 'submit', state: 'open', allowedFrom: ['started'] },
      whose: 'outgoing',
    });
    expect(gateOf(submitted, start, rachid).whose).toBe('incoming');
  });

  test('an accepted task can come back by being reopened: by the accepting side, or once the secretariat has reopened the handover', () => {
    const accepted = after(submitted, [accept, tiago]);
    expect(gateOf(accepted, start, rachid).whose).toBe('incoming');
    expect(gateOf({ ...accepted, handoverState: 'signed' }, start, rachid).whose).toBe('secretariat');
    expect(gateOf({ ...accepted, handoverState: 'effected' }, start, rachid).whose).toBe('nobody');
  });

  test('from a waived task nothing leads back, so it is nobody’s move', () => {
    expect(gateOf({ ...task, state: 'waived' }, start, rachid).whose).toBe('nobody');
  });

  test('a frozen pack is the secretariat’s to reopen until the handover takes effect, and nobody’s after', () => {
    const accepted = after(submitted, [accept, tiago]);
    expect(gateOf({ ...accepted, handoverState: 'signing' }, reopen, tiago)).toEqual({
      code: 'task.pack_frozen',
      facts: { handoverState: 'signing' },
      whose: 'secretariat',
      about: { kind: 'handover', id: '2024-pt' },
    });
    expect(gateOf({ ...accepted, handoverState: 'effected' }, reopen, tiago).whose).toBe('nobody');
  });
});

describe('dates and persons', () => {
  test('a commitment and a pin name a day that is not over everywhere on earth', () => {
    const lateOnTheTwelfth = '2024-01-13T10:59:59.999Z';
    const overEverywhere = '2024-01-13T11:00:00.000Z';
    const pinned: TaskCommand = { ...commands.pin, on: '2024-01-12' };
    expect(decideTask(task, pinned, vera, lateOnTheTwelfth).refused).toBe(false);
    expect(gateOf(task, pinned, vera, overEverywhere)).toEqual({
      code: 'task.date_past',
      facts: { date: '2024-01-12', today: '2024-01-13' },
      whose: 'secretariat',
    });
    const dateless = { ...task, termStart: null };
    expect(gateOf(dateless, { ...commit, dueOn: '2024-01-12' }, ines, overEverywhere).whose).toBe('incoming');
  });

  test('a commitment names a day of the new term', () => {
    expect(gateOf(task, { ...commit, dueOn: '2024-01-31' }, ines)).toEqual({
      code: 'task.before_new_term',
      facts: { date: '2024-01-31', termStart: '2024-02-01' },
      whose: 'incoming',
    });
    expect(refusedFor(task, { ...commit, dueOn: '2024-02-01' }, ines)).toEqual([]);
  });

  test('a commitment keeps the day and the person: whoever is named, else the lead who takes it on', () => {
    expect(allowed(task, commit, ines).changes).toMatchObject({
      state: 'committed',
      committedOn: '2024-04-15',
      personId: 'tiago',
    });
    const withoutPerson = allowed(task, { move: 'commit', reason: 'later', dueOn: '2024-04-15' }, ines);
    expect(withoutPerson.changes.personId).toBe('ines');
    expect(withoutPerson.happenings[0].facts).toMatchObject({ person: 'ines' });
  });

  test('a pin is kept until it is taken off, and there must be one to take off', () => {
    expect(allowed(task, commands.pin, vera).changes).toEqual({ state: 'open', pinned: '2024-01-22' });
    expect(allowed({ ...task, pinned: '2024-01-22' }, commands.unpin, vera).changes).toEqual({
      state: 'open',
      pinned: null,
    });
    expect(refusedFor(task, commands.unpin, vera)).toEqual(['task.not_pinned']);
  });

  test('reassigning changes the person, the office or both, and something must change', () => {
    expect(allowed(task, { move: 'reassign', personId: null }, salma).changes).toEqual({
      state: 'open',
      personId: null,
    });
    expect(allowed(task, { move: 'reassign', officeId: 'agency' }, salma).changes).toEqual({
      state: 'open',
      officeId: 'agency',
    });
    expect(refusedFor(task, { move: 'reassign' }, salma)).toEqual(['task.nothing_to_change']);
    expect(refusedFor(task, { move: 'reassign', personId: 'rachid', officeId: 'cabinet' }, salma)).toEqual([
      'task.nothing_to_change',
    ]);
  });
});

describe('reasons', () => {
  const blank = ' \n\t ';
  const withReason: readonly (readonly [TaskCommand, TaskFacts, typeof vera])[] = [
    [{ ...returned, reason: blank }, submitted, tiago],
    [{ ...waive, reason: blank }, task, ines],
    [{ ...commit, reason: blank }, task, ines],
    [{ ...reopen, reason: blank }, after(submitted, [accept, tiago]), tiago],
    [{ ...commands.pin, reason: blank }, task, vera],
    [{ ...commands.unpin, reason: blank }, { ...task, pinned: '2024-01-22' }, vera],
    [{ ...commands.comment, text: blank }, task, rachid],
  ];

  test.each(withReason.map(([command, facts, by]) => ({ move: command.move, command, facts, by })))(
    '$move is refused when nothing is written',
    ({ command, facts, by }) => {
      expect(refusedFor(facts, command, by)).toEqual(['reason.missing']);
    },
  );
});
