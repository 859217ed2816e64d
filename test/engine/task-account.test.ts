import { describe, expect, test } from '@jest/globals';
import { decideTask } from '../../src/engine/tasks/decide-task.js';
import type { TaskCommand, TaskFacts } from '../../src/engine/tasks/task.js';
import { played } from './cast.js';
import { after, allowed, commands, task } from './task-examples.js';

const { start, submit, accept, waive, commit, reopen } = commands;
const returned = commands.return;
const rachid = played('outDelegate');
const salma = played('outLead');
const tiago = played('inDelegate');
const ines = played('inLead');
const vera = played('officer');

const started: TaskFacts = { ...task, state: 'started' };
const submitted = after(started, [submit, rachid]);

describe('who is told, and how soon', () => {
  const accepted = after(submitted, [accept, tiago]);
  const told = (facts: TaskFacts, command: TaskCommand, by: typeof vera) =>
    allowed(facts, command, by).messages.map(({ kind, to, urgent }) => [kind, to, urgent ? 'urgent' : 'digest']);

  test.each([
    ['submitted: the accepting desk', started, submit, rachid, [['task.submitted', ['acceptedBy'], 'digest']]],
    ['returned: the owner, at once', submitted, returned, tiago, [['task.returned', ['owner'], 'urgent']]],
    ['accepted: the owner', submitted, accept, tiago, [['task.accepted', ['owner'], 'digest']]],
    ['waived: the owner', task, waive, ines, [['task.waived', ['owner'], 'digest']]],
    ['committed: owner and secretariat', task, commit, ines, [['task.committed', ['owner', 'secretariat'], 'digest']]],
    ['reopened: the owner, at once', accepted, reopen, tiago, [['task.reopened', ['owner'], 'urgent']]],
    [
      'reassigned: the new person',
      task,
      commands.reassign,
      salma,
      [['task.reassigned', [{ person: 'salma' }], 'digest']],
    ],
    ['given to an office only: no one', task, { move: 'reassign', officeId: 'x' }, salma, []],
    ['taken from a person: no one', task, { move: 'reassign', personId: null }, salma, []],
    ['started: no one', task, start, rachid, []],
    ['commented: no one', task, commands.comment, rachid, []],
    ['evidence added: no one', task, commands.addEvidence, rachid, []],
  ] as const)('%s', (_, facts, command, by, expected) => {
    expect(told(facts, command, by)).toEqual(expected);
  });
});

test('the account says from which state to which, under which rule, for which sides', () => {
  expect(allowed(task, waive, ines).happenings).toEqual([
    {
      action: 'task.waived',
      subject: 'task:OPN-01',
      facts: { from: 'open', to: 'waived', rule: 'task.waive_mandatory', sides: ['incoming'] },
      text: 'there was no such event',
    },
  ]);
  expect(allowed({ ...task, mandatory: false }, waive, tiago).happenings[0].facts).toMatchObject({
    rule: 'task.waive',
  });
  expect(allowed(task, commands.reassign, vera).happenings[0].facts).toEqual({
    from: 'open',
    to: 'open',
    rule: 'task.reassign',
    sides: ['secretariat'],
    person: { from: 'rachid', to: 'salma' },
  });
});

describe('what people write', () => {
  const words = 'PRIVATE WORDS';
  const accepted = after(submitted, [accept, tiago]);
  const written: readonly (readonly [TaskCommand, TaskFacts, typeof vera])[] = [
    [{ move: 'submit', note: words }, started, rachid],
    [{ ...returned, reason: words }, submitted, tiago],
    [{ move: 'accept', note: words }, submitted, tiago],
    [{ ...waive, reason: words }, task, ines],
    [{ ...commit, reason: words }, task, ines],
    [{ ...reopen, reason: words }, accepted, tiago],
    [{ move: 'comment', text: words }, task, rachid],
    [{ ...commands.pin, reason: words }, task, vera],
    [{ ...commands.unpin, reason: words }, { ...task, pinned: '2024-01-22' }, vera],
  ];

  test.each(written.map(([command, facts, by]) => ({ move: command.move, command, facts, by })))(
    'with $move stands in the text of the account entry and nowhere else',
    ({ command, facts, by }) => {
      const { happenings, messages, changes } = allowed(facts, command, by);
      expect(happenings[0].text).toBe(words);
      expect(JSON.stringify([happenings.map((happening) => happening.facts), messages, changes])).not.toContain(words);
    },
  );

  test('leaves no text where nothing was written', () => {
    expect(allowed(submitted, { move: 'accept' }, tiago).happenings[0]).not.toHaveProperty('text');
    expect(allowed(submitted, { move: 'accept', note: '  ' }, tiago).happenings[0]).not.toHaveProperty('text');
  });
});

describe('a document that is sent', () => {
  const sent = (version: number): TaskCommand => ({
    move: 'addEvidence',
    evidenceId: 'report',
    file: { version, sha256: 'ab'.repeat(32), bytes: 2048, mediaType: 'application/pdf' },
  });

  test('is one piece of evidence, however many versions of it there are', () => {
    expect(allowed(started, sent(1), rachid).changes.evidenceCount).toBe(started.evidenceCount + 1);
    const holding = { ...started, evidenceCount: 1 };
    expect(allowed(holding, sent(2), rachid).changes.evidenceCount).toBe(1);
  });

  test('is replaced only by those who may take it away, and not while it lies with the reviewer', () => {
    const replaced = (facts: TaskFacts, by: typeof vera) =>
      decideTask({ ...facts, evidenceCount: 1 }, sent(2), by, '2024-01-12T08:00:00.000Z').refused;
    expect(replaced(started, rachid)).toBe(false);
    expect(replaced(started, tiago)).toBe(true);
    expect(decideTask(started, sent(1), tiago, '2024-01-12T08:00:00.000Z').refused).toBe(false);
    expect(replaced(submitted, rachid)).toBe(true);
  });

  test('is held fast in the account by the digest of its content, and a later version is told apart', () => {
    const [first] = allowed(started, sent(1), rachid).happenings;
    expect(first.action).toBe('task.evidence_added');
    expect(first.facts).toMatchObject({ evidence: 'report', file: { version: 1, sha256: 'ab'.repeat(32) } });
    expect(allowed(started, sent(2), rachid).happenings[0].action).toBe('task.evidence_replaced');
  });
});
