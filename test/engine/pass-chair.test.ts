import { describe, expect, test } from '@jest/globals';
import { chairsOn } from '../../src/engine/terms/chairs-on.js';
import { passChair } from '../../src/engine/terms/pass-chair.js';
import { applied } from '../../src/engine/terms/rotation-change.js';
import { changesOf, codesOf, gatesOf, outgoingLead, planned, secretariat, serving, termOf } from '../support/terms.js';

const TODAY = '2024-02-01';
const morocco = serving('2022-ma', 1, '2022-12-14', '2024-01-31');
const portugal = planned('2024-pt', 2, '2024-02-01', '2025-01-30');
const effect = { incoming: '2024-pt', on: TODAY, handover: '2024-pt' };

describe('the passage of the chair', () => {
  test('concludes one term and starts the other as one change', () => {
    const { terms } = changesOf(passChair([morocco, portugal], effect, secretariat, TODAY));
    expect(terms.map((change) => [change.after.id, change.after.state, change.after.effective])).toEqual([
      ['2022-ma', 'concluded', { start: '2022-12-14', end: '2024-02-01' }],
      ['2024-pt', 'serving', { start: '2024-02-01', end: null }],
    ]);
  });

  test('ends an inclusive term on the day before', () => {
    const inclusive = { ...morocco, boundary: 'inclusive' } as const;
    const { terms } = changesOf(passChair([inclusive, portugal], effect, secretariat, TODAY));
    expect(terms[0]?.after.effective.end).toBe('2024-01-31');
  });

  test('leaves the messages of a handover to the handover', () => {
    expect(passChair([morocco, portugal], effect, secretariat, TODAY)).toMatchObject({
      happenings: [{ action: 'term.concluded' }, { action: 'term.started', facts: { handover: '2024-pt' } }],
      messages: [],
    });
  });

  test('takes the chair from a regular chair by a handover only', () => {
    const byDecree = { ...effect, handover: null };
    expect(gatesOf(passChair([morocco, portugal], byDecree, secretariat, TODAY))).toMatchObject([
      { code: 'term.only_by_handover', about: { id: '2022-ma' } },
    ]);
  });

  test('needs no handover for a body’s first chair, and says so to everyone at once', () => {
    const decision = passChair([portugal], { ...effect, handover: null }, secretariat, TODAY);
    expect(decision).toMatchObject({ messages: [{ kind: 'term.started', urgent: true }] });
  });

  test('needs no handover at the end of a vacancy', () => {
    const vacancy = { ...morocco, kind: 'vacancy', holders: [] } as const;
    const { terms } = changesOf(passChair([vacancy, portugal], { ...effect, handover: null }, secretariat, TODAY));
    expect(terms.map((change) => change.after.state)).toEqual(['concluded', 'serving']);
  });

  test('needs no handover into a vacancy that was declared beforehand', () => {
    const vacancy = { ...portugal, kind: 'vacancy', holders: [] } as const;
    const after = applied(
      [morocco],
      changesOf(passChair([morocco, vacancy], { ...effect, handover: null }, secretariat, TODAY)),
    );
    expect(chairsOn(after, '2024-02-02')).toMatchObject([{ as: 'vacancy' }]);
  });

  test('waits for a paused body to resume', () => {
    const paused = { ...morocco, state: 'suspended', pauses: [{ from: '2023-03-03', until: null }] } as const;
    expect(gatesOf(passChair([paused, portugal], effect, secretariat, TODAY))).toMatchObject([
      { code: 'term.wrong_state', about: { id: '2022-ma' }, facts: { move: 'conclude', allowedFrom: ['serving'] } },
    ]);
  });

  test('does not pass over a turn that stands before', () => {
    const skipped = planned('2023-xx', 2, '2023-02-01', '2024-01-31');
    const next = { ...portugal, position: 3 };
    expect(codesOf(passChair([morocco, skipped, next], effect, secretariat, TODAY))).toContain('rotation.turn_before');
  });

  test('is not recorded before it happened, nor before the outgoing term began', () => {
    const pass = (on: string) => codesOf(passChair([morocco, portugal], { ...effect, on }, secretariat, TODAY));
    expect(pass('2024-02-02')).toEqual(['term.date_in_future']);
    expect(pass('2022-12-14')).toEqual(['term.not_begun_by_then']);
    expect(pass('2024-02-30')).toEqual(['term.date_not_real']);
  });

  test('may come later than was planned, even into the planned days of a turn after it', () => {
    const next = planned('2025-ng', 3, '2024-01-15', '2026-01-30');
    const { terms } = changesOf(passChair([morocco, portugal, next], effect, secretariat, TODAY));
    expect(terms).toHaveLength(2);
  });

  test('lists everything that is missing', () => {
    const open = { ...portugal, state: 'proposed', holders: [] } as const;
    const codes = codesOf(passChair([morocco, open], { ...effect, handover: null }, outgoingLead, '2024-01-12'));
    expect(codes).toEqual([
      'term.not_your_side',
      'term.only_by_handover',
      'term.date_in_future',
      'term.wrong_state',
      'term.holder_unknown',
    ]);
  });

  test('goes to no term that is not known, and not to the one in the chair again', () => {
    const to = (incoming: string) =>
      codesOf(passChair([morocco, portugal], { ...effect, incoming }, secretariat, TODAY));
    expect(to('1999-xx')).toEqual(['rotation.term_unknown']);
    expect(to('2022-ma')).toContain('term.wrong_state');
  });

  test('ends the chair of the shared day at the passage', () => {
    const terms = [morocco, portugal];
    const after = applied(terms, changesOf(passChair(terms, effect, secretariat, TODAY)));
    expect(chairsOn(after, TODAY).map((chair) => [chair.term, chair.as])).toEqual([
      ['2024-pt', 'chair'],
      ['2022-ma', 'earlier_that_day'],
    ]);
    expect(termOf(after, '2024-pt').planned).toEqual(portugal.planned);
  });
});
