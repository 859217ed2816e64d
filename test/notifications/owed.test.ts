import { describe, expect, test } from '@jest/globals';
import { owedFor } from '../../src/notifications/owed.js';

const AT = '2024-01-16T10:00:00.000Z';
const message = (to: Parameters<typeof owedFor>[0][number]['to']) => ({
  kind: 'task.returned',
  subject: 'task:SOM-01',
  to,
  urgent: true,
  facts: { task: 'SOM-01' },
});

describe('What a decision wants told', () => {
  test('is owed once for all desks together, and once for each person who is named', () => {
    const owed = owedFor([message(['owner', 'secretariat', { person: 'a' }, { person: 'b' }])], 'SOM-01', 'c', AT);
    expect(owed.map(({ audience, recipientId }) => [audience, recipientId])).toEqual([
      [['owner', 'secretariat'], null],
      [[], 'a'],
      [[], 'b'],
    ]);
    expect(
      owed.every(({ dueAt, urgent, taskId, rung }) => dueAt === AT && urgent && taskId === 'SOM-01' && rung === null),
    ).toBe(true);
  });

  test('says who brought it about, who is not told of it', () => {
    const owed = owedFor([message([{ person: 'a' }, { person: 'b' }])], null, 'a', AT);
    expect(owed).toMatchObject([{ recipientId: 'b', facts: { task: 'SOM-01', by: 'a' } }]);
  });

  test('has an id of its own each time', () => {
    const owed = owedFor([message(['owner']), message(['owner'])], null, 'a', AT);
    expect(new Set(owed.map(({ id }) => id)).size).toBe(2);
  });
});
