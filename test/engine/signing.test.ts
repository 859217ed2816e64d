import { describe, expect, test } from '@jest/globals';
import { actor, hats, played } from './cast.js';
import {
  allowed,
  byOutgoing,
  declaration,
  gatesOf,
  handover,
  moves,
  refusedFor,
  standing,
} from './handover-examples.js';

const { sign, reopen } = moves;
const salma = played('outLead');
const ines = played('inLead');
const vera = played('officer');
const signing = standing('signing');
const half = { ...signing, signatures: [byOutgoing] };

describe('signing', () => {
  test('the first signature keeps the handover in signing and calls the other chair, at once', () => {
    const decision = allowed(signing, sign, salma);
    expect(decision.changes).toEqual({ state: 'signing', signature: { ...byOutgoing, declaration } });
    expect(decision.happenings).toEqual([
      {
        action: 'handover.signature_given',
        subject: 'handover:2024-pt',
        facts: {
          from: 'signing',
          to: 'signing',
          rule: 'handover.sign',
          sides: ['outgoing'],
          side: 'outgoing',
          person: 'salma',
          signedFor: 'salma',
          declaration: declaration.text,
          language: 'fr',
        },
        text: 'Director General',
      },
    ]);
    expect(decision.messages).toEqual([
      {
        kind: 'handover.signature_given',
        subject: 'handover:2024-pt',
        to: ['incoming', 'secretariat'],
        urgent: true,
        facts: { handover: '2024-pt', state: 'signing' },
      },
    ]);
  });

  test('the second one signs the handover, and all three hear of it', () => {
    const decision = allowed(half, sign, ines);
    expect(decision.changes.state).toBe('signed');
    expect(decision.happenings[0].action).toBe('handover.signed');
    expect(decision.messages[0]).toMatchObject({ to: ['outgoing', 'incoming', 'secretariat'], urgent: false });
  });

  test('it does not matter which chair signs first', () => {
    const first = allowed(signing, sign, ines);
    expect(first.changes).toMatchObject({ state: 'signing', signature: { side: 'incoming' } });
    const signature = first.changes.signature;
    expect(allowed({ ...signing, signatures: signature ? [signature] : [] }, sign, salma).changes.state).toBe('signed');
  });

  test('a stand-in signs in the name of the lead, and both names are kept', () => {
    expect(allowed(signing, sign, actor(hats.outgoingDelegate, hats.outgoingLead)).changes.signature).toEqual({
      side: 'outgoing',
      personId: 'rachid',
      signedForId: 'salma',
      declaration,
    });
  });

  test('a lead who also stands in for another of their side signs in their own name', () => {
    const deputyLead = { ...hats.outgoingLead, personId: 'deputy' };
    const both = { personId: 'salma', hats: [deputyLead, hats.outgoingLead] };
    expect(allowed(signing, sign, both).changes.signature?.signedForId).toBe('salma');
  });

  test('a chair signs once', () => {
    expect(gatesOf(half, sign, salma)).toEqual([
      { code: 'handover.already_signed', facts: { sides: ['outgoing'] }, whose: 'incoming' },
    ]);
  });

  test('the two signatures are not from the same person, nor in the name of the same person', () => {
    const byStandIn = { side: 'outgoing', personId: 'vera', signedForId: 'salma' } as const;
    const signed = { ...signing, signatures: [byStandIn] };
    expect(gatesOf(signed, sign, actor(hats.officer, hats.incomingLead))).toEqual([
      { code: 'handover.same_person_signed', facts: { persons: ['vera'] }, whose: 'incoming' },
    ]);
    const salmaForIncoming = actor({ ...hats.incomingLead, personId: 'salma' });
    expect(refusedFor(signed, sign, salmaForIncoming)).toEqual(['handover.same_person_signed']);
    expect(refusedFor(signed, sign, ines)).toEqual([]);
  });
});

describe('reopening', () => {
  test('makes the signatures void, and the account names them', () => {
    const decision = allowed(half, reopen, vera);
    expect(decision.changes).toEqual({ state: 'preparing', signaturesVoid: true });
    expect(decision.happenings[0]).toMatchObject({
      action: 'handover.reopened',
      facts: { voided: [{ side: 'outgoing', person: 'salma' }] },
      text: 'an annex changed',
    });
    expect(decision.messages[0]).toMatchObject({ to: ['outgoing', 'incoming'], urgent: true });
  });

  test('and cancelling need a reason', () => {
    expect(refusedFor(standing('signed'), { ...reopen, reason: ' ' }, vera)).toEqual(['reason.missing']);
    expect(refusedFor(handover, { move: 'cancel', reason: '' }, vera)).toEqual(['reason.missing']);
  });
});

describe('whose move it is', () => {
  const whose = (state: Parameters<typeof standing>[0], move: keyof typeof moves, by = vera) =>
    gatesOf(standing(state), moves[move], by).find((gate) => gate.code === 'handover.wrong_state')?.whose;

  test('only the signatures are not the secretariat’s', () => {
    expect(whose('planned', 'freeze')).toBe('secretariat');
    expect(whose('preparing', 'sign', salma)).toBe('secretariat');
    expect(whose('signing', 'close')).toBe('joint');
    expect(gatesOf(half, moves.close, vera)[0]?.whose).toBe('incoming');
    expect(whose('signed', 'freeze')).toBe('secretariat');
  });

  test('what can never be done again is nobody’s', () => {
    expect(whose('signing', 'prepare')).toBe('nobody');
    expect(whose('effected', 'cancel')).toBe('nobody');
    expect(whose('effected', 'reopen')).toBe('nobody');
    expect(whose('closed', 'close')).toBe('nobody');
    expect(whose('cancelled', 'prepare')).toBe('nobody');
  });
});

test.each([
  ['prepare', 'planned', ['outgoing', 'incoming'], false],
  ['freeze', 'preparing', ['outgoing', 'incoming'], true],
  ['effect', 'signed', ['outgoing', 'incoming', 'secretariat'], true],
  ['close', 'effected', ['outgoing', 'incoming', 'secretariat'], false],
  ['cancel', 'signing', ['outgoing', 'incoming', 'secretariat'], true],
] as const)('who is told when the secretariat moves it: %s', (move, state, to, urgent) => {
  expect(allowed(standing(state), moves[move], vera).messages).toMatchObject([{ to, urgent }]);
});
