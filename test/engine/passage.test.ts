import { describe, expect, test } from '@jest/globals';
import type { HandoverCommand } from '../../src/engine/handovers/handover.js';
import type { HandoverFacts } from '../../src/engine/handovers/handover-facts.js';
import { played } from './cast.js';
import { allowed, AT, byOutgoing, gatesOf, handover, moves, refusedFor, standing, task } from './handover-examples.js';

const vera = played('officer');
const { effect, close } = moves;
const signed = standing('signed');
const remotely: HandoverCommand = {
  move: 'effect',
  withoutCeremony: { reference: 'Steering committee, 7 December 2020' },
};
const unsigned: HandoverCommand = { move: 'effect', withoutSignature: { reference: 'Note of 1 December 2025' } };

describe('the chair passes', () => {
  test('with both signatures, on the day or after it; one term is concluded and the next one starts', () => {
    const decision = allowed(signed, effect, vera);
    expect(decision.changes).toEqual({
      state: 'effected',
      effect: {
        at: AT,
        how: 'signed',
        way: 'date',
        reference: null,
        concludesTermId: '2022-ma',
        startsTermId: '2024-pt',
      },
    });
    expect(decision.happenings).toEqual([
      {
        action: 'handover.effected',
        subject: 'handover:2024-pt',
        facts: {
          from: 'signed',
          to: 'effected',
          rule: 'handover.effect',
          sides: ['secretariat'],
          at: AT,
          how: 'signed',
          way: 'date',
          concludes: '2022-ma',
          starts: '2024-pt',
          unsigned: [],
          unsettled: [],
        },
      },
    ]);
    expect(refusedFor({ ...signed, today: '2024-02-02' }, effect, vera)).toEqual([]);
  });

  test('not before the day', () => {
    expect(gatesOf({ ...signed, today: '2024-01-31' }, effect, vera)).toEqual([
      { code: 'handover.too_early', facts: { handoverDate: '2024-02-01', today: '2024-01-31' }, whose: 'secretariat' },
    ]);
  });

  test('not without a day', () => {
    const undated = { ...signed, anchors: { ...signed.anchors, HANDOVER_DATE: null } };
    expect(refusedFor(undated, effect, vera)).toEqual(['handover.date_missing']);
  });

  test('not to a successor who is unknown, or not confirmed', () => {
    const { incomingTerm } = signed;
    const about = { kind: 'term', id: '2024-pt' };
    expect(gatesOf({ ...signed, incomingTerm: { ...incomingTerm, holders: [] } }, effect, vera)).toEqual([
      { code: 'handover.successor_unknown', facts: { term: '2024-pt' }, whose: 'secretariat', about },
    ]);
    expect(gatesOf({ ...signed, incomingTerm: { ...incomingTerm, state: 'proposed' } }, effect, vera)).toEqual([
      {
        code: 'handover.successor_not_confirmed',
        facts: { term: '2024-pt', state: 'proposed' },
        whose: 'secretariat',
        about,
      },
    ]);
  });

  test('only from a chair that serves: a paused one resumes first', () => {
    for (const state of ['proposed', 'confirmed', 'suspended', 'concluded', 'lapsed'] as const) {
      expect(refusedFor({ ...signed, outgoingTerm: { id: '2022-ma', state } }, effect, vera)).toEqual([
        'handover.term_not_serving',
      ]);
    }
  });

  test('or at the end of a declared vacancy, which is what then ends', () => {
    const vacant: HandoverFacts = {
      ...signed,
      outgoingTerm: { id: '2022-ma', state: 'concluded' },
      vacancyTermId: 'vacancy-2024',
    };
    expect(allowed(vacant, effect, vera).changes.effect?.concludesTermId).toBe('vacancy-2024');
  });

  test('not while a task that the handover waits for is unsettled; other tasks do not hold it up', () => {
    const tasks = [
      { ...task, state: 'submitted' as const },
      { ...task, id: 'PRO-04', state: 'started' as const, owner: 'joint' as const },
      { ...task, id: 'GOV-06', state: 'open' as const, blocksHandover: false },
    ];
    expect(gatesOf({ ...signed, tasks }, effect, vera)).toEqual([
      {
        code: 'handover.task_unsettled',
        facts: { task: 'DOC-05', state: 'submitted', due: '2024-01-29' },
        whose: 'outgoing',
        about: { kind: 'task', id: 'DOC-05' },
      },
      {
        code: 'handover.task_unsettled',
        facts: { task: 'PRO-04', state: 'started', due: '2024-01-29' },
        whose: 'joint',
        about: { kind: 'task', id: 'PRO-04' },
      },
    ]);
  });
});

describe('by written decision of the secretariat', () => {
  const open = { ...task, state: 'open' as const };

  test('the chair passes without ceremony, as in Rabat in 2020; signatures are still needed', () => {
    const decision = allowed({ ...signed, tasks: [open] }, remotely, vera);
    expect(decision.changes.effect).toMatchObject({ how: 'signed', reference: 'Steering committee, 7 December 2020' });
    expect(decision.happenings[0]).toMatchObject({
      facts: { rule: 'handover.effect_without_ceremony', unsigned: [], unsettled: ['DOC-05'] },
      text: 'Steering committee, 7 December 2020',
    });
    expect(gatesOf({ ...standing('signing'), signatures: [byOutgoing], tasks: [open] }, remotely, vera)).toEqual([
      { code: 'handover.signature_missing', facts: { side: 'incoming' }, whose: 'incoming' },
    ]);
  });

  test('the chair passes without signature, as in the G20 in 2025, even if the pack was never frozen', () => {
    for (const state of ['preparing', 'signing', 'signed'] as const) {
      const decision = allowed({ ...standing(state), tasks: [open] }, unsigned, vera);
      expect(decision.changes.effect).toMatchObject({ how: 'without_signature', reference: 'Note of 1 December 2025' });
      expect(decision.happenings[0].facts).toMatchObject({
        rule: 'handover.effect_without_signature',
        unsigned: state === 'signed' ? [] : ['outgoing', 'incoming'],
        unsettled: ['DOC-05'],
      });
    }
  });

  test('but not without a reference', () => {
    for (const reference of ['', ' \t']) {
      expect(refusedFor(signed, { move: 'effect', withoutSignature: { reference } }, vera)).toEqual([
        'handover.reference_missing',
      ]);
      expect(refusedFor(signed, { move: 'effect', withoutCeremony: { reference } }, vera)).toEqual([
        'handover.reference_missing',
      ]);
    }
  });

  test('nor early, nor to nobody, nor from nobody', () => {
    const early = { ...handover, today: '2024-01-01' };
    const toNobody = { ...handover, incomingTerm: { ...handover.incomingTerm, holders: [] } };
    const fromNobody: HandoverFacts = { ...handover, outgoingTerm: { id: '2022-ma', state: 'concluded' } };
    expect(refusedFor(early, unsigned, vera)).toEqual(['handover.too_early']);
    expect(refusedFor(toNobody, unsigned, vera)).toEqual(['handover.successor_unknown']);
    expect(refusedFor(fromNobody, unsigned, vera)).toEqual(['handover.term_not_serving']);
  });

  test('the reference stands in the text of the account entry, not among its facts or in mails', () => {
    for (const command of [remotely, unsigned]) {
      const { happenings, messages } = allowed(signed, command, vera);
      expect(JSON.stringify([happenings[0].facts, messages])).not.toContain('December');
    }
  });
});

describe('closing', () => {
  test('waits for every task, also those that nothing else waited for', () => {
    const tasks = (['open', 'started', 'submitted', 'returned', 'accepted', 'waived', 'committed'] as const).map(
      (state) => ({
        ...task,
        id: state,
        state,
        mandatory: false,
        blocksHandover: false,
      }),
    );
    const unsettled = gatesOf({ ...standing('effected'), tasks }, close, vera).map((gate) => gate.about?.id);
    expect(unsettled).toEqual(['open', 'started', 'submitted', 'returned']);
    expect(refusedFor({ ...standing('effected'), tasks: tasks.slice(4) }, close, vera)).toEqual([]);
  });
});
