import { expect, test } from '@jest/globals';
import { onBothQueues } from '../support/both-queues.js';
import { addressOf, inMailRoom } from './mail-room.js';

/** A Monday morning; Rabat is an hour ahead of Lisbon and of UTC. */
const MONDAY = '2024-01-15T08:00:00.000Z';

onBothQueues('a person gets one digest on a day, at nine in their own morning, with everything that waits', (queue) =>
  inMailRoom(MONDAY, queue.redisUrl, async (room) => {
    await room.at('2024-01-15T10:00:00.000Z');
    for (const kind of ['handover.signed', 'handover.closed', 'term.extended']) {
      await room.owe({ kind, recipientId: 'pt-lead' });
      await room.owe({ kind, recipientId: 'ma-lead' });
    }
    expect(await room.at('2024-01-15T16:00:00.000Z')).toEqual([]);
    expect(await room.at('2024-01-16T07:59:59.999Z')).toEqual([]);

    const inRabat = await room.at('2024-01-16T08:00:00.000Z');
    expect(inRabat.map(({ recipientId, items }) => [recipientId, items.length])).toEqual([['ma-lead', 3]]);
    expect(await room.at('2024-01-16T08:59:59.999Z')).toEqual([]);
    const inLisbon = await room.at('2024-01-16T09:00:00.000Z');
    expect(inLisbon.map(({ recipientId, items }) => [recipientId, items.length])).toEqual([['pt-lead', 3]]);
    expect(room.sink.taken.map(({ to }) => to)).toEqual([addressOf('ma-lead'), addressOf('pt-lead')]);
  }),
);

onBothQueues('what is urgent goes by itself as soon as the office is open, and the digest is still to come', (queue) =>
  inMailRoom(MONDAY, queue.redisUrl, async (room) => {
    await room.at('2024-01-15T20:00:00.000Z');
    await room.owe({ kind: 'handover.cancelled', recipientId: 'pt-lead', urgent: true });
    await room.owe({ kind: 'handover.frozen', recipientId: 'pt-lead', urgent: true, facts: { state: 'planned' } });
    await room.owe({ kind: 'handover.signed', recipientId: 'pt-lead' });
    expect(await room.at('2024-01-15T23:00:00.000Z')).toEqual([]);
    const mails = await room.at('2024-01-16T09:00:00.000Z');
    expect(mails.map(({ isDigest, items }) => [isDigest, items.map(({ kind }) => kind)]).sort()).toEqual([
      [false, ['handover.cancelled']],
      [false, ['handover.frozen']],
      [true, ['handover.signed']],
    ]);

    await room.owe({ kind: 'handover.cancelled', recipientId: 'pt-lead', urgent: true });
    const [atOnce] = await room.at('2024-01-16T10:12:00.000Z');
    expect(atOnce).toMatchObject({ isDigest: false, outcome: 'sent' });
  }),
);

test('what belongs to a day whose digest is gone waits for the next working day, and two are never sent on one', () =>
  inMailRoom(MONDAY, null, async (room) => {
    const friday = '2024-01-19T08:00:00.000Z';
    await room.owe({ recipientId: 'ma-lead', dueAt: '2024-01-19T00:00:00Z' });
    expect(await room.at(friday)).toHaveLength(1);
    const late = await room.owe({ recipientId: 'ma-lead', dueAt: '2024-01-19T00:00:00Z' });
    expect(await room.at('2024-01-19T09:30:00.000Z')).toEqual([]);
    expect(await room.at('2024-01-20T10:00:00.000Z')).toEqual([]);
    expect(await room.at('2024-01-22T08:00:00.000Z')).toHaveLength(1);
    expect(await room.stateOf(late)).toBe('settled');
  }));

test('a digest that nobody sent on its day, because nobody worked, becomes part of the next one', () =>
  inMailRoom(MONDAY, null, async (room) => {
    await room.owe({ recipientId: 'ma-lead', dueAt: '2024-01-16T00:00:00Z' });
    await room.at('2024-01-16T00:30:00.000Z');
    await room.owe({ recipientId: 'ma-lead', dueAt: '2024-01-17T00:00:00Z' });
    // The worker comes back on the evening of that day, and again in the night.
    expect(await room.at('2024-01-16T21:00:00.000Z')).toEqual([]);
    expect(await room.at('2024-01-17T00:30:00.000Z')).toEqual([]);
    const mails = await room.at('2024-01-17T08:00:00.000Z');
    expect(mails.map(({ items }) => items.length)).toEqual([2]);
    expect(room.sink.taken).toHaveLength(1);
  }));

test('a digest that is sent late on its own day still goes that day while the office is open', () =>
  inMailRoom(MONDAY, null, async (room) => {
    await room.owe({ recipientId: 'ma-lead', dueAt: '2024-01-16T00:00:00Z' });
    expect(await room.at('2024-01-16T11:40:00.000Z')).toHaveLength(1);
  }));

test('a message that falls due in the future is sent by nobody before, however often the queue is emptied', () =>
  inMailRoom(MONDAY, null, async (room) => {
    const later = await room.owe({ recipientId: 'pt-lead', urgent: true, dueAt: '2024-01-16T10:00:00Z' });
    expect(await room.at('2024-01-16T09:59:59.999Z')).toEqual([]);
    expect(await room.stateOf(later)).toBe('owed');
    expect(await room.at('2024-01-16T10:00:00.000Z')).toHaveLength(1);
  }));
