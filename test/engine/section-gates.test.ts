import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideSection, decideSilence } from '../../src/engine/handovers/decide-section.js';
import { commentGates } from '../../src/engine/handovers/section-gates.js';
import { commentMessages } from '../../src/engine/handovers/section-happenings.js';
import type { SectionCommand, SectionFacts } from '../../src/engine/handovers/section.js';
import { actor, hats, played } from './cast.js';
import { task } from './handover-examples.js';
import { allowed, AT, gatesOf, moves, refusedFor, section, SECTION_STATES, standing } from './section-examples.js';

const rachid = played('outDelegate');
const tiago = played('inDelegate');
const ines = played('inLead');

describe('presenting', () => {
  const draft = standing('drafting');

  test('waits for every mandatory task that belongs before the handover, and says whose move each is', () => {
    const tasks = [
      { ...task, id: 'DOC-01', state: 'submitted' as const },
      { ...task, id: 'DOC-02', state: 'started' as const },
      { ...task, id: 'DOC-03', state: 'started' as const, mandatory: false },
      { ...task, id: 'DOC-04', state: 'open' as const, rule: { ...task.rule, offset: 10 }, due: '2024-02-15' },
    ];
    expect(gatesOf({ ...draft, tasks }, moves.present, rachid)).toEqual([
      {
        code: 'section.task_unsettled',
        facts: { task: 'DOC-01', state: 'submitted', due: task.due },
        whose: 'outgoing',
        about: { kind: 'task', id: 'DOC-01' },
      },
      {
        code: 'section.task_unsettled',
        facts: { task: 'DOC-02', state: 'started', due: task.due },
        whose: 'incoming',
        about: { kind: 'task', id: 'DOC-02' },
      },
    ]);
  });

  test('needs a summary; blank space is none', () => {
    expect(refusedFor(draft, { ...moves.present, summary: ' \n' }, rachid)).toEqual(['section.summary_missing']);
  });

  test('keeps every side and every person that whoever presents counts as', () => {
    const vera = actor(hats.officer, hats.outgoingLead);
    const { changes, happenings, messages } = allowed(draft, moves.present, vera);
    expect(changes.presentedBy).toEqual({ sides: ['secretariat', 'outgoing'], persons: ['vera', 'salma'] });
    expect(happenings).toEqual([
      {
        action: 'section.presented',
        subject: 'section:DOC',
        facts: {
          from: 'drafting',
          to: 'in_review',
          rule: 'section.present',
          sides: ['secretariat', 'outgoing'],
          content: section.content,
          dueOn: '2024-01-31',
        },
        text: 'What was kept.',
      },
    ]);
    expect(messages).toMatchObject([{ kind: 'section.presented', to: ['incoming'], urgent: false }]);
  });
});

describe('deciding', () => {
  test('someone who changed sides since they presented is still the person who presented', () => {
    const changedSides = actor({ ...hats.incomingDelegate, personId: 'rachid' });
    expect(gatesOf(section, moves.accept, changedSides)).toEqual([
      { code: 'section.own_side_presented', facts: { sides: [], persons: ['rachid'] }, whose: 'incoming' },
    ]);
  });

  test('someone who stands in for whoever presented does not decide, in whichever hat', () => {
    for (const move of ['accept', 'accept_with_reservation', 'return'] as const) {
      expect(refusedFor(section, moves[move], actor(hats.incomingLead, hats.outgoingDelegate))).toEqual([
        'section.own_side_presented',
      ]);
    }
  });

  test('a section that the secretariat presented is not decided by somebody of the secretariat standing in', () => {
    const byOffice = { ...section, presentedBy: { sides: ['secretariat' as const], persons: ['vera'] } };
    expect(refusedFor(byOffice, moves.accept, actor(hats.clerk, hats.incomingLead))).toEqual([
      'section.own_side_presented',
    ]);
    expect(refusedFor(byOffice, moves.accept, tiago)).toEqual([]);
  });

  test('a section comes back only with a reason, and a reservation has words', () => {
    expect(refusedFor(section, { move: 'return', reason: ' ' }, tiago)).toEqual(['reason.missing']);
    expect(refusedFor(section, { move: 'accept_with_reservation', reservation: '' }, ines)).toEqual(['reason.missing']);
  });

  test('what a reservation asks for lies ahead', () => {
    const by = (dueOn: string): SectionCommand => ({
      ...moves.accept_with_reservation,
      followUp: { owner: 'outgoing', dueOn },
    });
    expect(refusedFor(section, by('2024-01-20'), ines)).toEqual(['section.date_past']);
    expect(allowed(section, by('2024-03-01'), ines).changes.decision).toEqual({
      by: 'ines',
      note: null,
      reservation: 'Without the lists of 2022.',
      followUp: { owner: 'outgoing', dueOn: '2024-03-01' },
    });
  });

  test('what the incoming chair takes upon itself is for its own term; what it asks of the outgoing one need not be', () => {
    const by = (owner: 'incoming' | 'outgoing', dueOn: string): SectionCommand => ({
      ...moves.accept_with_reservation,
      followUp: { owner, dueOn },
    });
    expect(refusedFor(section, by('incoming', '2024-01-31'), ines)).toEqual(['section.before_new_term']);
    expect(refusedFor(section, by('incoming', '2024-02-01'), ines)).toEqual([]);
    expect(refusedFor(section, by('outgoing', '2024-01-31'), ines)).toEqual([]);
    const undated = { ...section, anchors: { ...section.anchors, TERM_START: null } };
    expect(refusedFor(undated, by('incoming', '2024-01-31'), ines)).toEqual([]);
  });

  test('only what is returned cannot wait for the digest: somebody has to work again', () => {
    const urgent = (['accept', 'accept_with_reservation', 'return'] as const).filter((move) =>
      allowed(section, moves[move], ines).messages.some((message) => message.urgent),
    );
    expect(urgent).toEqual(['return']);
  });

  test('every reason is given at once', () => {
    const facts: SectionFacts = { ...section, state: 'accepted', handoverState: 'signing' };
    expect(refusedFor(facts, { move: 'accept_with_reservation', reservation: '' }, rachid)).toEqual(
      [
        'section.pack_not_open',
        'section.wrong_state',
        'section.not_your_side',
        'section.needs_lead',
        'section.own_side_presented',
        'reason.missing',
      ].sort(),
    );
  });
});

describe('silence', () => {
  test('accepts what is in review, in nobody’s name, and tells all three', () => {
    expect(decideSilence(section)).toMatchObject({
      changes: { state: 'accepted', decision: { by: null, reservation: null } },
      happenings: [{ action: 'section.accepted_by_silence', facts: { rule: 'section.silence', sides: [] } }],
      messages: [{ to: ['outgoing', 'incoming', 'secretariat'], urgent: false }],
    });
  });

  test('decides nothing that was decided, taken back, or frozen meanwhile', () => {
    const elsewhere = SECTION_STATES.filter((state) => state !== 'in_review').map(standing);
    for (const facts of [...elsewhere, { ...section, handoverState: 'signing' as const }]) {
      expect(decideSilence(facts)).toMatchObject({ refused: true });
    }
  });
});

test('whatever is done with a section, whoever decides on it counts as nobody who presented it', () => {
  const pool = Object.values(hats);
  const anyone = fc
    .tuple(fc.constantFrom(...pool), fc.subarray([...pool], { maxLength: 2 }))
    .map(([own, others]) => actor(own, ...others.filter(({ personId }) => personId !== own.personId)));
  const step = fc.record({ by: anyone, command: fc.constantFrom<SectionCommand>(...Object.values(moves)) });
  let decided = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      let facts = standing('drafting');
      for (const { by, command } of steps) {
        const decision = decideSection(facts, command, by, AT);
        if (decision.refused) continue;
        const {
          state,
          presentedBy = facts.presentedBy,
          decision: said,
          summary = facts.summary,
          needs = facts.needs,
        } = decision.changes;
        if (said !== undefined) {
          decided += 1;
          const persons = [by.personId, ...by.hats.map(({ personId }) => personId)];
          expect(persons.filter((person) => facts.presentedBy?.persons.includes(person))).toEqual([]);
          expect(by.hats.some(({ side }) => side === 'incoming')).toBe(true);
          expect(by.hats.filter(({ side }) => facts.presentedBy?.sides.includes(side))).toEqual([]);
        }
        facts = { ...facts, state, presentedBy, summary, needs };
      }
    }),
    { numRuns: 500 },
  );
  expect(decided).toBeGreaterThan(100);
});

describe('a comment', () => {
  test('mentions only people who work in the handover, and says of each other one why not', () => {
    expect(commentGates(section, 'Please look.', ['otto', 'nobody'])).toEqual([
      {
        code: 'section.mention_outside',
        facts: { person: 'otto' },
        whose: 'secretariat',
        about: { kind: 'person', id: 'otto' },
      },
      {
        code: 'section.mention_outside',
        facts: { person: 'nobody' },
        whose: 'secretariat',
        about: { kind: 'person', id: 'nobody' },
      },
    ]);
  });

  test('can be made in every state of the section, until the handover is over', () => {
    for (const handoverState of ['planned', 'preparing', 'signing', 'signed', 'effected'] as const)
      expect(commentGates({ ...section, handoverState }, 'Please look.', [])).toEqual([]);
    expect(commentGates({ ...section, handoverState: 'closed' }, ' ', []).map(({ code }) => code)).toEqual([
      'section.handover_over',
      'reason.missing',
    ]);
  });

  test('is told once to each of those it mentions or answers', () => {
    expect(commentMessages(section, ['ines', 'tiago', 'ines'])).toMatchObject([
      { to: [{ person: 'ines' }, { person: 'tiago' }], urgent: false },
    ]);
  });
});
