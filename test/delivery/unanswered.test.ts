import { expect, test } from '@jest/globals';
import { inMailRoom, type MailRoom } from './mail-room.js';

/** A Monday morning; Rabat is an hour ahead of UTC. */
const MONDAY = '2024-01-15T08:00:00.000Z';
const NIGHT = '2024-01-16T00:30:00.000Z';
const MORNING = '2024-01-16T08:00:00.000Z';
const NOON = '2024-01-16T11:00:00.000Z';
const NEXT_MORNING = '2024-01-17T08:00:00.000Z';

/** As a worker leaves a mail that was killed after it began to send it. */
async function leaveUnanswered(room: MailRoom): Promise<void> {
  await room.change(
    `UPDATE delivery SET state = 'sending', attempts = 1, unanswered = 1, lease_until = clock_timestamp() - interval '1 second'`,
  );
}

async function mails(room: MailRoom): Promise<Record<string, unknown>[]> {
  return room.rabat.rows('SELECT state, attempts, unanswered FROM delivery ORDER BY id');
}

test('a digest that may have gone out, but of which nothing is left to tell, says that it may have', () =>
  inMailRoom(MONDAY, null, async (room) => {
    const overtaken = await room.owe({ recipientId: 'ma-lead', dueAt: '2024-01-16T00:00:00Z' });
    await room.at(NIGHT);
    await leaveUnanswered(room);
    await room.change(`UPDATE notification SET state = 'void', reason = 'moved' WHERE id = $1`, [overtaken]);
    expect(await room.at(MORNING)).toEqual([]);
    expect(await mails(room)).toEqual([{ state: 'skipped', attempts: 2, unanswered: 1 }]);
  }));

test('a digest that may have gone out takes in nothing more: a mailbox that has it would show nobody the rest', () =>
  inMailRoom(MONDAY, null, async (room) => {
    const overtaken = await room.owe({ recipientId: 'ma-lead', dueAt: '2024-01-16T00:00:00Z' });
    await room.at(NIGHT);
    await leaveUnanswered(room);
    await room.change(`UPDATE notification SET state = 'void', reason = 'moved' WHERE id = $1`, [overtaken]);
    await room.at(MORNING);
    await room.owe({ recipientId: 'ma-lead', dueAt: '2024-01-16T00:00:00Z' });
    expect(await room.at(NOON)).toEqual([]);
    const [next] = await room.at(NEXT_MORNING);
    expect(next).toMatchObject({ isDigest: true, outcome: 'sent' });
    expect(room.sink.taken.map(({ messageId }) => messageId)).toEqual([next?.messageId]);
    expect((await mails(room)).map(({ state }) => state)).toEqual(['skipped', 'sent']);
  }));
