import { expect, test } from '@jest/globals';
import { onBothQueues } from '../support/both-queues.js';
import { addressOf, inMailRoom } from './mail-room.js';

const BEFORE = '2024-01-15T08:00:00.000Z';
const DUE = '2024-01-16';
/** The reminder of the day is in people's mails by then, and goes out at the time after it. */
const NIGHT = '2024-01-16T00:30:00.000Z';
const MORNING = '2024-01-16T08:00:00.000Z';

/** What happens between the night, when a reminder of a task is put into mails, and the morning, when they go out. */
const OVER = [
  ['SOM-01', `UPDATE task SET state = 'accepted', submitted_persons = '{}' WHERE id = 'SOM-01'`, 'done'],
  ['SOM-02', `UPDATE task SET state = 'waived' WHERE id = 'SOM-02'`, 'waived'],
  ['SOM-03', `UPDATE task SET state = 'committed', committed_on = '2024-03-01' WHERE id = 'SOM-03'`, 'committed'],
  [
    'SOM-04',
    `WITH plan AS (UPDATE handover SET plan_revision = 7)
     UPDATE task SET due_on = '2024-01-25', due_at = '2024-01-25T22:59:59.999Z' WHERE id = 'SOM-04'`,
    'moved by revision 7',
  ],
  [
    'SOM-05',
    `UPDATE notification SET state = 'void', reason = 'moved by revision 8' WHERE task_id = 'SOM-05' AND state = 'addressed'`,
    'moved by revision 8',
  ],
] as const;

onBothQueues('nobody is reminded of a task that was settled or moved since the mail was made up', (queue) =>
  inMailRoom(BEFORE, queue.redisUrl, async (room) => {
    const reminders = new Map<string, string>();
    for (const [task] of OVER) reminders.set(task, await room.ownerReminder(task, DUE));
    await room.at(NIGHT);
    for (const [, change] of OVER) await room.change(change);
    expect(await room.at(MORNING)).toEqual([]);
    for (const [task, , reason] of OVER) {
      const fate = `skipped: ${reason}`;
      const fates = await room.fatesOf(reminders.get(task) ?? '');
      expect([task, fates]).toEqual([task, { 'ma-delegate': fate, 'ma-lead': fate }]);
    }
    expect(room.sink.taken).toEqual([]);
  }),
);

onBothQueues('nobody hears of the tasks of a handover that was cancelled', (queue) =>
  inMailRoom(BEFORE, queue.redisUrl, async (room) => {
    const reminder = await room.ownerReminder('SOM-01', DUE);
    const news = await room.owe({
      kind: 'task.returned',
      subject: 'task:SOM-01',
      taskId: 'SOM-01',
      audience: ['owner'],
    });
    await room.at(NIGHT);
    await room.change(`UPDATE handover SET state = 'cancelled'`);
    expect(await room.at(MORNING)).toEqual([]);
    for (const message of [reminder, news]) {
      expect(new Set(Object.values(await room.fatesOf(message)))).toEqual(new Set(['skipped: handover cancelled']));
    }
  }),
);

test('a person who has left gets nothing, and the others at the desk are told in their place', () =>
  inMailRoom(BEFORE, null, async (room) => {
    const reminder = await room.ownerReminder('SOM-01', DUE);
    await room.change(`UPDATE task SET person_id = 'ma-delegate' WHERE id = 'SOM-01'`);
    await room.at(NIGHT);
    expect(await room.fatesOf(reminder)).toEqual({ 'ma-delegate': 'waiting' });
    await room.change(`UPDATE person SET left_on = '2024-01-16' WHERE id = 'ma-delegate'`);
    await room.at(MORNING);
    expect(await room.fatesOf(reminder)).toEqual({ 'ma-delegate': 'skipped: recipient left', 'ma-lead': 'sent' });
    expect(room.sink.taken.map(({ to }) => to)).toEqual([addressOf('ma-lead')]);
    expect(await room.stateOf(reminder)).toBe('settled');
  }));

test('a task that was given to somebody else reminds them, and no longer whoever had it', () =>
  inMailRoom(BEFORE, null, async (room) => {
    const reminder = await room.ownerReminder('SOM-01', DUE);
    await room.change(`UPDATE task SET person_id = 'ma-lead' WHERE id = 'SOM-01'`);
    await room.at(NIGHT);
    await room.change(`UPDATE task SET person_id = 'ma-delegate' WHERE id = 'SOM-01'`);
    await room.at(MORNING);
    expect(await room.fatesOf(reminder)).toEqual({
      'ma-lead': 'skipped: no longer responsible',
      'ma-delegate': 'sent',
    });
  }));

test('a role that has ended is no address any more', () =>
  inMailRoom(BEFORE, null, async (room) => {
    const reminder = await room.owe({
      kind: 'handover.effected',
      audience: ['incoming'],
      urgent: true,
      dueAt: '2024-01-15T22:00:00Z',
    });
    await room.at('2024-01-15T22:00:00.000Z');
    await room.change(`UPDATE role_grant SET until_day = '2024-01-16' WHERE person_id = 'pt-delegate'`);
    await room.at('2024-01-16T09:00:00.000Z');
    expect(await room.fatesOf(reminder)).toEqual({
      'pt-lead': 'sent',
      'pt-delegate': 'skipped: no longer responsible',
    });
  }));

test('a task that is being reviewed reminds its reviewers in the place of its owners', () =>
  inMailRoom(BEFORE, null, async (room) => {
    const reminder = await room.ownerReminder('SOM-01', DUE);
    await room.change(
      `UPDATE task SET state = 'submitted', submitted_persons = '{ma-lead}', submitted_sides = '{outgoing}' WHERE id = 'SOM-01'`,
    );
    await room.at(NIGHT);
    const mails = await room.at('2024-01-16T09:00:00.000Z');
    expect(new Set(Object.values(await room.fatesOf(reminder)))).toEqual(new Set(['skipped: with the reviewer']));
    const told = mails.map(({ recipientId, items }) => [recipientId, items.map(({ rung }) => rung)]);
    expect(told).toEqual([
      ['pt-delegate', ['review-on']],
      ['pt-lead', ['review-on']],
    ]);
  }));

test('a digest keeps what is still true and leaves out the rest', () =>
  inMailRoom(BEFORE, null, async (room) => {
    const done = await room.ownerReminder('SOM-01', DUE);
    const open = await room.ownerReminder('SOM-02', DUE);
    await room.at(NIGHT);
    await room.change(`UPDATE task SET state = 'accepted', submitted_persons = '{}' WHERE id = 'SOM-01'`);
    const mails = await room.at(MORNING);
    expect(mails.map(({ recipientId }) => recipientId)).toEqual(['ma-delegate', 'ma-lead']);
    expect(await room.fatesOf(done)).toEqual({ 'ma-lead': 'skipped: done', 'ma-delegate': 'skipped: done' });
    expect(await room.fatesOf(open)).toEqual({ 'ma-lead': 'sent', 'ma-delegate': 'sent' });
    expect(room.sink.taken.every(({ raw }) => raw.includes('SOM-02') && !raw.includes('SOM-01'))).toBe(true);
  }));

test('a reminder that one plan took away and the next brought back goes out once', () =>
  inMailRoom(BEFORE, null, async (room) => {
    const reminder = await room.ownerReminder('SOM-01', DUE);
    await room.at(NIGHT);
    await room.change(`UPDATE notification SET state = 'void', reason = 'moved by revision 2' WHERE id = $1`, [
      reminder,
    ]);
    await room.at('2024-01-16T01:00:00.000Z');
    await room.change(`UPDATE notification SET state = 'owed', reason = NULL WHERE id = $1`, [reminder]);
    await room.at(MORNING);
    await room.at('2024-01-17T08:00:00.000Z');
    expect(room.sink.taken.map(({ to }) => to).sort()).toEqual([addressOf('ma-delegate'), addressOf('ma-lead')]);
  }));

test('an endless step of the ladder owes the next reminder when one has fallen due, and ends with the task', () =>
  inMailRoom(BEFORE, null, async (room) => {
    await room.ownerReminder('SOM-01', '2024-01-08');
    await room.change(
      `UPDATE notification SET rung = 'every-5-1', audience = '{secretariat}', due_at = '2024-01-16T00:00:00Z'
       WHERE task_id = 'SOM-01' AND for_due = '2024-01-08'`,
    );
    const rungs = async () => {
      const rows = await room.rabat.rows(
        `SELECT rung FROM notification WHERE task_id = 'SOM-01' AND for_due = '2024-01-08' ORDER BY due_at`,
      );
      return rows.map(({ rung }) => rung);
    };
    await room.at('2024-01-16T08:00:00.000Z');
    expect(await rungs()).toEqual(['every-5-1', 'every-5-2']);
    await room.at('2024-01-25T09:00:00.000Z');
    expect(await rungs()).toEqual(['every-5-1', 'every-5-2', 'every-5-3']);
    await room.change(`UPDATE task SET state = 'waived' WHERE id = 'SOM-01'`);
    await room.at('2024-03-25T09:00:00.000Z');
    expect((await rungs()).at(-1)).toBe('every-5-3');
  }));
