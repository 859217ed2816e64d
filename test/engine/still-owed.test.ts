import { describe, expect, test } from '@jest/globals';
import { handoverMachine } from '../../src/engine/handovers/handover.js';
import { stillOwed, type PresentState } from '../../src/engine/plan/still-owed.js';
import { taskMachine } from '../../src/engine/tasks/task.js';

const reminder = { rung: 'before-3', due: '2024-01-17' };
const review = { rung: 'review-before-3', due: '2024-01-17' };

function now(parts: Partial<PresentState> = {}, task: Partial<PresentState['task']> = {}): PresentState {
  return {
    handover: 'preparing',
    revision: 7,
    recipientLeft: false,
    ...parts,
    task: { state: 'started', due: '2024-01-17', ...task },
  };
}

describe('before a reminder is sent, the present state is asked again', () => {
  test('and it is sent when nothing has changed, whatever the revision', () => {
    expect(stillOwed(reminder, now())).toEqual({ send: true });
    expect(stillOwed(reminder, now({ revision: 12 }))).toEqual({ send: true });
  });

  const reasons: readonly (readonly [string, PresentState, string])[] = [
    ['the task is done', now({}, { state: 'accepted' }), 'done'],
    ['the task is waived', now({}, { state: 'waived' }), 'waived'],
    ['the incoming chair has taken the task on', now({}, { state: 'committed' }), 'committed'],
    ['the task has moved', now({}, { due: '2024-03-06' }), 'moved by revision 7'],
    ['the task has no date any more', now({}, { due: null }), 'moved by revision 7'],
    ['the handover is cancelled', now({ handover: 'cancelled' }), 'handover cancelled'],
    ['the handover is closed', now({ handover: 'closed' }), 'handover closed'],
    ['the recipient has left', now({ recipientLeft: true }), 'recipient left'],
    ['the task is with the reviewer', now({}, { state: 'submitted' }), 'with the reviewer'],
  ];
  test.each(reasons)('and it is not when %s', (_, present, reason) => {
    expect(stillOwed(reminder, present)).toMatchObject({ send: false, reason });
  });

  test('a reviewer is reminded only of what is submitted', () => {
    expect(stillOwed(review, now({}, { state: 'submitted' }))).toEqual({ send: true });
    expect(stillOwed(review, now({}, { state: 'returned' }))).toMatchObject({ send: false, code: 'with_the_owner' });
  });

  test('of what was taken on, the incoming chair is reminded until it is done, also after the file is closed', () => {
    const taken = { rung: 'commitment-on', due: '2024-01-17' };
    const committed = { state: 'committed' } as const;
    for (const handover of ['preparing', 'signed', 'effected', 'closed'] as const) {
      expect(stillOwed(taken, now({ handover }, committed))).toEqual({ send: true });
      expect(stillOwed(taken, now({ handover }, { ...committed, fulfilled: true }))).toMatchObject({ code: 'done' });
    }
    expect(stillOwed(taken, now({ handover: 'cancelled' }, committed))).toMatchObject({ code: 'handover_cancelled' });
    expect(stillOwed(taken, now({}, { ...committed, due: '2024-03-06' }))).toMatchObject({ code: 'moved' });
  });

  test('in every state of handover and task: sent only for what is open, and for a review only what is submitted', () => {
    for (const handover of handoverMachine.states) {
      for (const state of taskMachine.states) {
        const present = now({ handover }, { state });
        const runs = handover !== 'cancelled' && handover !== 'closed';
        const isOpen = state === 'open' || state === 'started' || state === 'returned';
        expect(stillOwed(reminder, present).send).toBe(runs && isOpen);
        expect(stillOwed(review, present).send).toBe(runs && state === 'submitted');
      }
    }
  });
});
