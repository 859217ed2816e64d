import { describe, expect, test } from '@jest/globals';
import type { HandoverNow, Matter, TaskNow } from '../../src/delivery/matter.js';
import { notToTell } from '../../src/delivery/still-to-tell.js';
import type { HandoverState } from '../../src/engine/handovers/handover.js';
import type { TaskState } from '../../src/engine/tasks/task.js';

function matter(kind: string, facts: Matter['facts'], now: { task?: TaskState; handover?: HandoverState }): Matter {
  const task: TaskNow | null =
    now.task === undefined
      ? null
      : {
          id: 'SOM-01',
          title: { en: 'Invitation' },
          state: now.task,
          owner: 'outgoing',
          acceptedBy: 'incoming',
          compressed: false,
          due: '2024-01-16',
          dueAt: '2024-01-16T22:59:59.999Z',
          personId: null,
          officeId: null,
        };
  const handover: HandoverNow = {
    id: 'h',
    title: 'Morocco to Portugal',
    state: now.handover ?? 'preparing',
    planRevision: 8,
    date: '2024-02-01',
    ladder: { beforeDue: [], afterDue: [] },
    outgoingCalendarId: 'MA',
    incomingCalendarId: 'PT',
    secretariatCalendarId: 'AT',
  };
  return {
    bodyId: 'b',
    id: 'n',
    stream: 'h',
    kind,
    subject: 'task:SOM-01',
    rung: null,
    forDue: null,
    audience: ['owner'],
    recipientId: null,
    urgent: false,
    facts,
    planRevision: null,
    dueAt: '2024-01-15T00:00:00.000Z',
    isDue: true,
    state: 'addressed',
    reason: null,
    told: [],
    task,
    section: null,
    moved: [],
    handover,
    chairs: { outgoing: [], incoming: [] },
  };
}

describe('News of a task', () => {
  test.each([
    ['task.submitted', 'submitted', 'submitted', true],
    ['task.submitted', 'submitted', 'accepted', false],
    ['task.returned', 'returned', 'returned', true],
    ['task.returned', 'returned', 'submitted', false],
    ['task.accepted', 'accepted', 'accepted', true],
    ['task.accepted', 'accepted', 'started', false],
    ['task.reassigned', 'open', 'started', true],
    ['task.reassigned', 'open', 'waived', false],
  ] as const)('%s, told of a task that was %s and is %s: %s', (kind, then, now, told) => {
    expect(notToTell(matter(kind, { state: then }, { task: now })) === null).toBe(told);
  });

  test('is over when the handover is cancelled', () => {
    const news = matter('task.returned', { state: 'returned' }, { task: 'returned', handover: 'cancelled' });
    expect(notToTell(news)).toEqual({ reason: 'handover cancelled', forGood: true });
  });
});

describe('News of a handover', () => {
  test('that call to something are over when the handover has gone on', () => {
    expect(notToTell(matter('handover.frozen', { state: 'signing' }, { handover: 'signing' }))).toBeNull();
    expect(notToTell(matter('handover.frozen', { state: 'signing' }, { handover: 'preparing' }))).toMatchObject({
      forGood: true,
    });
  });

  test('that tell what was done stay true', () => {
    expect(notToTell(matter('handover.effected', { state: 'effected' }, { handover: 'closed' }))).toBeNull();
    expect(notToTell(matter('handover.cancelled', { state: 'cancelled' }, { handover: 'cancelled' }))).toBeNull();
  });
});

describe('News of a plan', () => {
  const plan = (nows: readonly string[]): Matter => ({
    ...matter('plan.meeting', {}, {}),
    moved: nows.map((now) => ({ id: 'SOM-01', title: { en: 'x' }, from: '2024-01-10', to: '2024-01-20', now })),
  });

  test('are told while one of their dates is in force, and superseded after that', () => {
    expect(notToTell(plan(['2024-01-20', '2024-01-25']))).toBeNull();
    expect(notToTell(plan(['2024-01-25']))).toEqual({ reason: 'superseded by revision 8', forGood: true });
  });
});

describe('What is void', () => {
  test('says why it was taken out of the ledger', () => {
    const taken: Matter = {
      ...matter('task.returned', {}, { task: 'open' }),
      state: 'void',
      reason: 'moved by revision 4',
    };
    expect(notToTell(taken)).toEqual({ reason: 'moved by revision 4', forGood: true });
  });
});
