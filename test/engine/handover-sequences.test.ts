import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideHandover } from '../../src/engine/handovers/decide-handover.js';
import type { Actor, Hat } from '../../src/engine/decision.js';
import type { HandoverCommand, HandoverState } from '../../src/engine/handovers/handover.js';
import type { HandoverFacts } from '../../src/engine/handovers/handover-facts.js';
import { actor, hats } from './cast.js';
import {
  AT,
  byIncoming,
  byOutgoing,
  handover,
  HANDOVER_STATES,
  moves,
  refusedFor,
  standing,
  task,
} from './handover-examples.js';

interface Played {
  readonly by: Actor;
  readonly command: HandoverCommand;
  readonly before: HandoverFacts;
  readonly decision: ReturnType<typeof decideHandover>;
}

const pool: readonly Hat[] = Object.values(hats);
const withoutSignature: HandoverCommand = { move: 'effect', withoutSignature: { reference: 'Note 7' } };

/** Anyone of six people, at times in another post, at times standing in for up to two others. */
const anyone: fc.Arbitrary<Actor> = fc
  .tuple(
    fc.constantFrom(...pool),
    fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.constantFrom(...pool)),
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...pool], { maxLength: 2 })),
  )
  .map(([{ personId, ...post }, newPost, others]) => ({
    personId,
    hats: [{ ...post, ...newPost, personId }, ...others.filter((other) => other.personId !== personId)],
  }));

const anyCommand: fc.Arbitrary<HandoverCommand> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(moves.prepare, moves.freeze) },
  { weight: 12, arbitrary: fc.constant(moves.sign) },
  { weight: 2, arbitrary: fc.constant(moves.reopen) },
  { weight: 1, arbitrary: fc.constantFrom(moves.effect, moves.close) },
  { weight: 1, arbitrary: fc.constantFrom(moves.cancel, withoutSignature) },
);

function play(steps: readonly { by: Actor; command: HandoverCommand }[]): readonly Played[] {
  let facts = standing('planned');
  return steps.map(({ by, command }) => {
    const before = facts;
    const decision = decideHandover(before, command, by, AT);
    if (!decision.refused) {
      const { state, signature, signaturesVoid } = decision.changes;
      const kept = signaturesVoid ? [] : before.signatures;
      facts = { ...before, state, signatures: signature ? [...kept, signature] : kept };
    }
    return { by, command, before, decision };
  });
}

function always(claim: (played: readonly Played[]) => void): void {
  const steps = fc.array(fc.record({ by: anyone, command: anyCommand }), { maxLength: 80, size: 'max' });
  fc.assert(
    fc.property(steps, (some) => {
      claim(play(some));
    }),
    { numRuns: 1000 },
  );
}

const personsOf = ({ personId, hats: worn }: Actor): readonly string[] => [
  personId,
  ...worn.map((hat) => hat.personId),
];

test('a handover is signed once for each chair, and the second signer counts as no one by whom or for whom it was signed', () => {
  let signed = 0;
  always((played) => {
    for (const { by, before, decision } of played) {
      if (decision.refused || decision.changes.signature === undefined) continue;
      const names = before.signatures.flatMap(({ personId, signedForId }) => [personId, signedForId]);
      expect(personsOf(by).filter((person) => names.includes(person))).toEqual([]);
      if (decision.changes.state !== 'signed') continue;
      signed += 1;
      const sides = [...before.signatures, decision.changes.signature].map((signature) => signature.side);
      expect(sides.sort()).toEqual(['incoming', 'outgoing']);
    }
  });
  expect(signed).toBeGreaterThan(40);
});

test('whatever is done, a handover stays in known states, and a refusal carries no changes', () => {
  let over = 0;
  always((played) => {
    for (const { before, decision } of played) {
      if (decision.refused) {
        if (Object.keys(decision).length !== 2 || decision.gates.length === 0)
          throw new Error('A refusal is gates alone');
        continue;
      }
      expect(HANDOVER_STATES).toContain(decision.changes.state);
      if (decision.changes.state === 'closed' || decision.changes.state === 'cancelled') over += 1;
      expect(['closed', 'cancelled']).not.toContain(before.state);
    }
  });
  expect(over).toBeGreaterThan(100);
});

test('the chair passes at most once, and always from a serving term to a confirmed one', () => {
  always((played) => {
    const passages = played.flatMap(({ decision }) =>
      !decision.refused && decision.changes.effect ? [decision.changes.effect] : [],
    );
    expect(passages.length).toBeLessThanOrEqual(1);
    for (const passage of passages)
      expect(passage).toMatchObject({ concludesTermId: '2022-ma', startsTermId: '2024-pt' });
  });
});

interface Cause {
  readonly codes: readonly string[];
  readonly add: (facts: HandoverFacts) => HandoverFacts;
}

const unsettled = (id: string): Cause => ({
  codes: ['handover.task_unsettled'],
  add: (facts) => ({ ...facts, tasks: [...facts.tasks, { ...task, id, state: 'started' }] }),
});
const having = (code: string, change: Partial<HandoverFacts>): Cause => ({
  codes: [code],
  add: (facts) => ({ ...facts, ...change }),
});
const inState = (state: HandoverState): Cause => having('handover.wrong_state', { state });
const { incomingTerm } = handover;

const CAUSES: readonly (readonly [string, HandoverFacts, HandoverCommand, readonly Cause[]])[] = [
  ['freeze', handover, moves.freeze, [unsettled('A'), unsettled('B'), unsettled('C'), inState('signed')]],
  ['close', standing('effected'), moves.close, [unsettled('A'), unsettled('B'), inState('preparing')]],
  [
    'effect',
    standing('signed'),
    moves.effect,
    [
      unsettled('A'),
      unsettled('B'),
      having('handover.signature_missing', { signatures: [byOutgoing] }),
      having('handover.too_early', { today: '2024-01-30' }),
      having('handover.term_not_serving', { outgoingTerm: { id: '2022-ma', state: 'suspended' } }),
      {
        codes: ['handover.successor_not_confirmed'],
        add: (facts) => ({ ...facts, incomingTerm: { ...facts.incomingTerm, state: 'proposed' } }),
      },
      {
        codes: ['handover.successor_unknown'],
        add: (facts) => ({ ...facts, incomingTerm: { ...facts.incomingTerm, holders: [] } }),
      },
      inState('cancelled'),
    ],
  ],
  [
    'effect in preparing',
    { ...handover, state: 'signing', signatures: [byOutgoing, byIncoming] },
    moves.effect,
    [
      having('handover.pack_not_frozen', { state: 'preparing' }),
      having('handover.date_missing', { anchors: { ...handover.anchors, HANDOVER_DATE: null } }),
      having('handover.successor_unknown', { incomingTerm: { ...incomingTerm, holders: [] } }),
    ],
  ],
];

test.each(CAUSES)(
  '%s: whatever stands in the way is named, all of it, and taking one thing away takes exactly its gate',
  (_, base, command, causes) => {
    const officer = actor(hats.officer);
    expect(refusedFor(base, command, officer)).toEqual([]);
    fc.assert(
      fc.property(fc.subarray([...causes]), fc.boolean(), (present, outsider) => {
        const facts = present.reduce((made, cause) => cause.add(made), base);
        const by = outsider ? actor(hats.incomingLead) : officer;
        const codes = [...present.flatMap((cause) => cause.codes), ...(outsider ? ['handover.not_your_side'] : [])];
        expect(refusedFor(facts, command, by)).toEqual(codes.sort());
      }),
    );
  },
);
