import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideTask } from '../../src/engine/tasks/decide-task.js';
import type { Actor, Hat } from '../../src/engine/decision.js';
import type { HandoverState } from '../../src/engine/handovers/handover.js';
import type { TaskCommand, TaskFacts } from '../../src/engine/tasks/task.js';
import type { Fact } from '../../src/engine/words.js';
import { hats } from './cast.js';
import { commands, NOW, STATES, task } from './task-examples.js';

/** Every edge that a task may be seen to take; moves that keep its state are no edges. */
const EDGES = new Set(
  `open-started returned-started started-submitted submitted-returned submitted-accepted accepted-started
   open-waived started-waived submitted-waived returned-waived
   open-committed started-committed submitted-committed returned-committed`.split(/\s+/),
);

interface Step {
  readonly command: TaskCommand;
  readonly by: Actor;
}

interface Played {
  readonly step: Step;
  readonly before: TaskFacts;
  readonly decision: ReturnType<typeof decideTask>;
}

const pool: readonly Hat[] = Object.values(hats);

/**
 * Anyone of six people, at times standing in for up to two others. For whom they stand in changes from step to step,
 * and now and then so does the side they are on themselves: people change post.
 */
const anyone: fc.Arbitrary<Actor> = fc
  .tuple(
    fc.constantFrom(...pool),
    fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...pool)),
    fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.subarray([...pool], { maxLength: 2 })),
  )
  .map(([{ personId, ...post }, newPost, others]) => ({
    personId,
    hats: [{ ...post, ...newPost, personId }, ...others.filter((other) => other.personId !== personId)],
  }));

/** Mostly the moves that bring a task to acceptance and back; the others would end most stories at once. */
const anyStep: fc.Arbitrary<Step> = fc.record({
  command: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(commands.start, commands.submit, commands.accept) },
    { weight: 2, arbitrary: fc.constantFrom(commands.return, commands.reopen) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.values(commands)) },
  ),
  by: anyone,
});

const anyTask: fc.Arbitrary<TaskFacts> = fc
  .record({
    desks: fc.constantFrom(
      ['outgoing', 'incoming'] as const,
      ['incoming', 'outgoing'] as const,
      ['outgoing', 'secretariat'] as const,
      ['joint', 'secretariat'] as const,
      ['joint', 'incoming'] as const,
      ['secretariat', 'joint'] as const,
      ['secretariat', 'outgoing'] as const,
      ['outgoing', null] as const,
    ),
    mandatory: fc.boolean(),
    evidence: fc.constantFrom('required' as const, 'optional' as const, 'none' as const),
    evidenceCount: fc.nat({ max: 2 }),
    handoverState: fc.constantFrom<HandoverState>(
      'planned',
      'preparing',
      'preparing',
      'preparing',
      'signing',
      'effected',
      'closed',
    ),
  })
  .map(({ desks: [owner, acceptedBy], ...rest }) => ({ ...task, ...rest, owner, acceptedBy }));

/** Plays the steps one after the other; what is decided becomes what the next is decided from. */
function play(start: TaskFacts, steps: readonly Step[]): readonly Played[] {
  let facts = start;
  return steps.map((step) => {
    const before = deepFrozen(facts);
    const decision = decideTask(before, deepFrozen(step.command), deepFrozen(step.by), NOW);
    if (!decision.refused) facts = { ...before, ...decision.changes };
    return { step, before, decision };
  });
}

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}

function always(claim: (played: readonly Played[]) => void, given: Partial<TaskFacts> = {}): void {
  fc.assert(
    fc.property(anyTask, fc.array(anyStep, { maxLength: 60, size: 'max' }), (start, steps) => {
      claim(play({ ...start, ...given }, steps));
    }),
    { numRuns: 1500 },
  );
}

const named = (fact: Fact | undefined): string => (typeof fact === 'string' ? fact : 'no state');
const personsOf = (actor: Actor): readonly string[] => [actor.personId, ...actor.hats.map((hat) => hat.personId)];
const sidesOf = (actor: Actor): readonly string[] => actor.hats.map((hat) => hat.side);

test('a refusal names at least one gate and carries no changes, no happenings and no messages', () => {
  always((played) => {
    const refusals = played.flatMap(({ decision }) => (decision.refused ? [decision] : []));
    const shapes = refusals.map(
      (refusal) => `${Object.keys(refusal).sort().join()}: ${refusal.gates.length > 0 ? 'some' : 'none'}`,
    );
    expect(new Set([...shapes, 'gates,refused: some'])).toEqual(new Set(['gates,refused: some']));
  });
});

test('whatever is done to it, a task stays in a known state and takes only edges of its machine', () => {
  always((played) => {
    for (const { before, decision } of played) {
      if (decision.refused) continue;
      expect(STATES).toContain(decision.changes.state);
      const edges = decision.happenings.map(({ facts }) => [named(facts['from']), named(facts['to'])] as const);
      expect(edges[0]?.[0]).toBe(before.state);
      expect(edges.at(-1)?.[1]).toBe(decision.changes.state);
      for (const [from, to] of edges) if (from !== to) expect(EDGES).toContain(`${from}-${to}`);
    }
  });
});

test('no one ever accepts what their own side, or anyone they count as, submitted', () => {
  let acceptances = 0;
  always((played) => {
    let submitter: Actor | null = null;
    for (const { step, decision } of played) {
      if (decision.refused) continue;
      if (step.command.move === 'submit') submitter = step.by;
      if (step.command.move !== 'accept' || submitter === null) continue;
      acceptances += 1;
      expect(shared(sidesOf(step.by), sidesOf(submitter))).toEqual([]);
      expect(shared(personsOf(step.by), personsOf(submitter))).toEqual([]);
    }
  });
  expect(acceptances).toBeGreaterThan(50);
});

test('what both chairs must accept is accepted by one person of each, who count as no one in common', () => {
  let settled = 0;
  always(
    (played) => {
      let answers: readonly Actor[] = [];
      for (const { step, decision } of played) {
        if (decision.refused) continue;
        const { move } = step.command;
        if (move === 'accept') answers = [...answers, step.by];
        if (move === 'waive' || move === 'return' || move === 'start' || move === 'submit') answers = [];
        if (decision.changes.state !== 'accepted' || move !== 'accept') continue;
        settled += 1;
        const [first, second] = answers.slice(-2);
        if (first === undefined || second === undefined) throw new Error('Accepted without two answers');
        expect(shared(personsOf(first), personsOf(second))).toEqual([]);
        const chairs = [first, second].map((each) =>
          [...new Set(sidesOf(each))].filter((side) => side !== 'secretariat'),
        );
        expect(chairs.flat().sort()).toEqual(['incoming', 'outgoing']);
        answers = [];
      }
    },
    { owner: 'secretariat', acceptedBy: 'joint' },
  );
  expect(settled).toBeGreaterThan(20);
});

test('nothing is accepted without the evidence that it requires', () => {
  always((played) => {
    for (const { before, decision } of played) {
      if (!decision.refused && decision.changes.state === 'accepted' && before.evidence === 'required') {
        expect(decision.changes.evidenceCount ?? before.evidenceCount).toBeGreaterThan(0);
      }
    }
  });
});

test('from the signing on nothing that was accepted changes, and once the handover is closed nothing at all', () => {
  always((played) => {
    for (const { before, decision } of played) {
      if (decision.refused) continue;
      expect(before.handoverState).not.toBe('closed');
      if (before.state !== 'accepted' || before.handoverState === 'planned' || before.handoverState === 'preparing')
        continue;
      expect({ ...before, ...decision.changes }).toEqual(before);
    }
  });
});

function shared<Item>(some: readonly Item[], others: readonly Item[]): readonly Item[] {
  return some.filter((item) => others.includes(item));
}
