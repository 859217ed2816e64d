import { describe, expect, test } from '@jest/globals';
import { decideAddendum } from '../../src/engine/handovers/addendum.js';
import type { HandoverFacts } from '../../src/engine/handovers/handover-facts.js';
import { CONDITIONS, passingConditions } from '../../src/engine/handovers/passing.js';
import { played } from './cast.js';
import { byOutgoing, HANDOVER_STATES, moves, refusedFor, standing, task } from './handover-examples.js';

/** The conditions that are not met, in their order. */
function open(facts: HandoverFacts): string[] {
  return passingConditions(facts)
    .filter(({ gates }) => gates.length > 0)
    .map(({ name }) => name);
}

describe('the conditions for the chair to pass', () => {
  test('are all met exactly where the secretariat can let it pass', () => {
    expect(passingConditions(standing('signed')).map(({ name }) => name)).toEqual(CONDITIONS);
    expect(open(standing('signed'))).toEqual([]);
    expect(refusedFor(standing('signed'), moves.effect, played('officer'))).toEqual([]);
  });

  test('say of each stage what is still missing in it', () => {
    const both = ['signed_outgoing', 'signed_incoming'];
    expect(open(standing('planned'))).toEqual(['frozen', ...both]);
    expect(open(standing('preparing'))).toEqual(['frozen', ...both]);
    expect(open(standing('signing'))).toEqual(both);
    expect(open({ ...standing('signing'), signatures: [byOutgoing] })).toEqual(['signed_incoming']);
  });

  test('are kept apart: each thing that is missing opens its own', () => {
    const signed = standing('signed');
    const missing: readonly (readonly [string, Partial<HandoverFacts>])[] = [
      ['blocking', { tasks: [{ ...task, state: 'started', mandatory: false }] }],
      ['sections', { sections: [{ id: 'DOC', state: 'returned' }] }],
      ['terms', { outgoingTerm: { id: '2022-ma', state: 'suspended' } }],
      ['terms', { incomingTerm: { id: '2024-pt', state: 'confirmed', holders: [] } }],
      ['date', { today: '2024-01-31' }],
      ['date', { anchors: { ...signed.anchors, HANDOVER_DATE: null } }],
    ];
    for (const [name, without] of missing) expect(open({ ...signed, ...without })).toEqual([name]);
    const unsettled = { ...signed, tasks: [{ ...task, state: 'started' as const, blocksHandover: false }] };
    expect(open(unsettled)).toEqual(['tasks']);
    expect(passingConditions(unsettled)[0]).toMatchObject({ count: { done: 0, of: 1 } });
  });
});

describe('a late entry', () => {
  const written = { title: 'Contacts', text: 'Two numbers changed.' };
  const facts = { handoverId: '2024-pt', count: 2 };

  test('is added by any of the three sides once both have signed, until the file is closed', () => {
    for (const state of HANDOVER_STATES) {
      const decision = decideAddendum({ ...facts, state }, written, played('inDelegate'));
      expect([state, decision.refused]).toEqual([state, state !== 'signed' && state !== 'effected']);
      if (!decision.refused) continue;
      const isOver = state === 'closed' || state === 'cancelled';
      expect(decision.gates).toEqual([
        { code: 'handover.no_addenda_now', facts: { state }, whose: isOver ? 'nobody' : 'secretariat' },
      ]);
    }
    for (const who of ['outDelegate', 'inLead', 'officer']) {
      expect(decideAddendum({ ...facts, state: 'signed' }, written, played(who))).toMatchObject({
        refused: false,
        changes: { number: 3 },
      });
    }
    expect(decideAddendum({ ...facts, state: 'signed' }, written, played('observer')).refused).toBe(true);
  });

  test('tells all three sides, and names its document by the digest', () => {
    const document = { sha256: 'a'.repeat(64), bytes: 9, mediaType: 'application/pdf' };
    const decision = decideAddendum({ ...facts, state: 'effected' }, { ...written, document }, played('officer'));
    expect(decision).toMatchObject({
      happenings: [{ action: 'handover.addendum_added', facts: { addendum: 3, document } }],
      messages: [{ to: ['outgoing', 'incoming', 'secretariat'] }],
    });
  });
});
