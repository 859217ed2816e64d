import { describe, expect, test } from '@jest/globals';
import type { HandoverFacts } from '../../src/engine/handovers/handover-facts.js';
import { EFFECT_WAYS, type EffectWay, type HandoverCommand } from '../../src/engine/handovers/handover.js';
import { played } from './cast.js';
import { allowed, byOutgoing, refusedFor, standing, task } from './handover-examples.js';

type Effect = Extract<HandoverCommand, { move: 'effect' }>;

const officer = played('officer');
const SIGNED = standing('signed');
const DECISION = { reference: 'Decision 4/2024 of the Steering Committee' };

const by = (way: EffectWay, more: Partial<Effect> = {}): Effect => ({ move: 'effect', way, ...more });
const withoutMeeting: HandoverFacts = {
  ...SIGNED,
  anchors: { ...SIGNED.anchors, MEETING_START: null, MEETING_END: null },
};

describe('the ways in which a chair passes', () => {
  test('each is kept as what it was, and ends one term and begins the other', () => {
    for (const way of EFFECT_WAYS) {
      const command = by(way, way === 'decision' ? { decision: DECISION } : {});
      expect(allowed(SIGNED, command, officer).changes.effect).toMatchObject({
        way,
        how: 'signed',
        reference: way === 'decision' ? DECISION.reference : null,
        concludesTermId: '2022-ma',
        startsTermId: '2024-pt',
      });
    }
  });

  test('a meeting is needed for the first of them only', () => {
    expect(refusedFor(withoutMeeting, by('meeting'), officer)).toEqual(['handover.meeting_missing']);
    for (const way of ['date', 'remote'] as const) expect(refusedFor(withoutMeeting, by(way), officer)).toEqual([]);
  });

  test('a decision has a reference that somebody can look up', () => {
    expect(refusedFor(SIGNED, by('decision'), officer)).toEqual(['handover.reference_missing']);
    expect(refusedFor(SIGNED, by('decision', { decision: { reference: '  ' } }), officer)).toEqual([
      'handover.reference_missing',
    ]);
  });

  test('a decision by itself excuses nothing: neither a signature, nor a task, nor the day', () => {
    const early: HandoverFacts = {
      ...standing('signing'),
      signatures: [byOutgoing],
      tasks: [{ ...task, state: 'started' }],
      today: '2024-01-31',
    };
    expect(refusedFor(early, by('decision', { decision: DECISION }), officer)).toEqual([
      'handover.signature_missing',
      'handover.task_unsettled',
      'handover.too_early',
    ]);
    expect(refusedFor(early, by('decision', { withoutSignature: DECISION }), officer)).toEqual(['handover.too_early']);
    expect(refusedFor(early, by('decision', { withoutCeremony: DECISION }), officer)).toEqual([
      'handover.signature_missing',
      'handover.too_early',
    ]);
  });

  test('what was not signed is kept as passed without signature, whatever the way', () => {
    const unsigned = standing('signing');
    const command = by('remote', { withoutSignature: DECISION });
    expect(allowed(unsigned, command, officer).changes.effect).toMatchObject({
      way: 'remote',
      how: 'without_signature',
      reference: DECISION.reference,
    });
  });

  test('none is for a chair to choose', () => {
    for (const lead of ['outLead', 'inLead']) {
      expect(refusedFor(SIGNED, by('date'), played(lead))).toEqual(['handover.not_your_side']);
    }
  });
});
