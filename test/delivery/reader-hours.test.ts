import { expect } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { onBothQueues } from '../support/both-queues.js';
import { addressOf, inMailRoom } from './mail-room.js';

onBothQueues('each reader is written to in their language, at nine of their own clock', (queue) =>
  inMailRoom('2024-01-15T18:00:00.000Z', queue.redisUrl, async (room) => {
    for (const recipientId of ['ma-lead', 'pt-lead', 'sec'])
      await room.owe({ recipientId, dueAt: '2024-01-16T00:00:00Z' });
    expect((await room.at('2024-01-16T08:00:00.000Z')).map(({ recipientId }) => recipientId)).toEqual([
      'ma-lead',
      'sec',
    ]);
    expect((await room.at('2024-01-16T09:00:00.000Z')).map(({ recipientId }) => recipientId)).toEqual(['pt-lead']);
    const said = async (person: string) => (await simpleParser(room.sink.to(addressOf(person))[0]?.raw ?? '')).text;
    expect(await said('ma-lead')).toContain('Les deux présidences ont signé');
    expect(await said('pt-lead')).toContain('Ambas as presidências assinaram');
    expect(await said('sec')).toContain('Both chairs have signed');
  }),
);

onBothQueues('in Ramadan urgent mail to Morocco keeps the shorter hours, and on a holiday it waits', (queue) =>
  inMailRoom('2024-03-20T14:30:00.000Z', queue.redisUrl, async (room) => {
    const urgent = { kind: 'handover.cancelled', urgent: true };
    for (const recipientId of ['ma-lead', 'pt-lead']) await room.owe({ ...urgent, recipientId });
    // 15:30 in Lisbon, where offices are open; in Rabat they closed at three.
    const inLisbon = await room.at('2024-03-20T15:30:00.000Z');
    expect(inLisbon.map(({ recipientId }) => recipientId)).toEqual(['pt-lead']);
    expect(await room.at('2024-03-21T08:59:59.999Z')).toEqual([]);
    const inRabat = await room.at('2024-03-21T09:00:00.000Z');
    expect(inRabat.map(({ recipientId }) => recipientId)).toEqual(['ma-lead']);

    // The Manifesto of Independence, 11 January, is a day off in Morocco alone.
    await room.rabat.setClock('2025-01-10T18:30:00.000Z');
    for (const recipientId of ['ma-lead', 'pt-lead'])
      await room.owe({ ...urgent, recipientId, dueAt: '2025-01-13T10:00:00Z' });
    await room.at('2025-01-13T10:00:00.000Z');
    await room.owe({ ...urgent, recipientId: 'ma-lead', dueAt: '2025-01-14T10:00:00Z' });
    expect(await room.at('2025-01-14T10:00:00.000Z')).toEqual([]);
    expect(await room.at('2025-01-15T10:00:00.000Z')).toHaveLength(1);
  }),
);
