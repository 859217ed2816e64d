import { describe, expect, test } from '@jest/globals';
import type { Allowance, Party } from '../../src/engine/desks.js';
import { handoverMoves, type HandoverMove } from '../../src/engine/handovers/handover.js';
import { taskMoves, type TaskMove } from '../../src/engine/tasks/task.js';
import type { Role } from '../../src/engine/words.js';
import { mayAsk, type Action } from '../../src/people/permissions.js';

const AT_DESKS: readonly Role[] = ['delegate', 'lead', 'secretariat'];
const ROLES: readonly Role[] = [...AT_DESKS, 'observer'];

/** Which row of the table of permissions opens each move of a task. */
const TASK_ROWS: Readonly<Record<TaskMove, Action>> = {
  start: 'task.start',
  submit: 'task.submit',
  return: 'task.return',
  accept: 'task.accept',
  waive: 'task.waive',
  commit: 'task.commit',
  reopen: 'task.reopen',
  fulfil: 'task.fulfil',
  comment: 'task.comment',
  reassign: 'task.reassign',
  pin: 'task.pin',
  unpin: 'task.pin',
  addEvidence: 'evidence.add',
  removeEvidence: 'evidence.remove',
};

/** The same for a handover. */
const HANDOVER_ROWS: Partial<Record<HandoverMove, Action>> = { sign: 'handover.sign' };

/** The roles that could make a move at some desk, whatever its task is. */
function rolesOf({ by }: Allowance): Role[] {
  const roles = (party: Party): readonly Role[] => {
    if (party === 'secretariat') return ['secretariat'];
    return party === 'outgoing' || party === 'incoming' ? ['delegate', 'lead'] : AT_DESKS;
  };
  return [...new Set(by.flatMap(roles))];
}

describe('the table of permissions opens the door to', () => {
  test.each(Object.entries(taskMoves) as [TaskMove, Allowance][])(
    'everyone whom the rules may let %s a task',
    (move, allowance) => {
      for (const role of rolesOf(allowance)) expect([role, mayAsk(TASK_ROWS[move], [role])]).toEqual([role, true]);
    },
  );

  test.each(Object.entries(handoverMoves) as [HandoverMove, Allowance][])(
    'everyone whom the rules may let %s a handover',
    (move, allowance) => {
      const row = HANDOVER_ROWS[move] ?? 'handover.move';
      for (const role of rolesOf(allowance)) expect([role, mayAsk(row, [role])]).toEqual([role, true]);
    },
  );

  test('nobody without a desk to any of them', () => {
    const rows = [...Object.values(TASK_ROWS), 'handover.move', 'handover.sign'] as const;
    expect(rows.filter((row) => mayAsk(row, ['observer']) || mayAsk(row, []))).toEqual([]);
    expect(ROLES.filter((role) => mayAsk('task.read', [role]))).toEqual(ROLES);
  });
});
