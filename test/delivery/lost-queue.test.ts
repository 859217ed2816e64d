import { expect } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { MailProcessor } from '../../src/delivery/mail.processor.js';
import { MailQueue } from '../../src/delivery/mail-queue.js';
import { migrate } from '../../src/storage/migrate.js';
import { onBothQueues } from '../support/both-queues.js';
import { eventually } from '../support/eventually.js';
import { startRedis } from '../support/redis-server.js';
import { addressOf, inMailRoom, type MailRoom } from './mail-room.js';

const PEOPLE = 100;
const TODAY = '2024-01-16T10:00:00.000Z';
const TOMORROW = '2024-01-17T10:00:00.000Z';

/** Every lease of the lost queue has ended by then, in milliseconds; the promise is a minute. */
const BACK = 45_000;

onBothQueues(
  'a queue that is wiped loses nothing, neither what it held nor what is still to come, and sends nothing early or twice',
  async ({ backend }) => {
    // What is wiped is all that a Redis holds, so it is one of this test alone.
    const redis = backend === 'redis' ? await startRedis() : null;
    try {
      await inMailRoom(TODAY, redis?.url ?? null, async (room) => {
        await addPeople(room);
        expect(room.get(MailQueue).backend).toBe(redis === null ? 'PostgresQueueBackend' : 'RedisQueueBackend');
        room.get(MailProcessor).hold();
        await oweEveryone(room, null);
        await oweEveryone(room, '2024-01-17T10:00:00Z');
        await eventually(
          'everyone’s mail is in the queue',
          async () => (await countOf(room, 'queued')) === PEOPLE,
          BACK,
        );

        await (redis === null ? wipePostgres(room.rabat.url) : wipeRedis(redis.url));
        room.get(MailProcessor).letGo();
        await eventually('what was lost is back', () => room.sink.taken.length >= PEOPLE, BACK);
        await eventually('it is all sent', async () => (await countOf(room, 'sent')) === PEOPLE);
        expect(receivedTwice(room)).toEqual([]);

        await (redis === null ? wipePostgres(room.rabat.url) : wipeRedis(redis.url));
        await room.at('2024-01-17T09:59:59.999Z');
        expect(room.sink.taken).toHaveLength(PEOPLE);
        await room.rabat.setClock(TOMORROW);
        await eventually(
          'what was still to come arrives',
          async () => (await countOf(room, 'sent')) === 2 * PEOPLE,
          BACK,
        );
        expect(room.sink.to(addressOf('p1'))).toHaveLength(2);
        expect(receivedTwice(room)).toEqual([]);
      });
    } finally {
      await redis?.stop();
    }
  },
  120_000,
);

async function addPeople(room: MailRoom): Promise<void> {
  await room.change(
    `INSERT INTO person (body_id, id, office_id, name, mail, language)
     SELECT 'rabat-process', 'p' || i, 'pt-office', 'Person ' || i, 'p' || i || '@rabat-process.example', 'en'
     FROM generate_series(1, $1::int) i`,
    [PEOPLE],
  );
}

async function oweEveryone(room: MailRoom, dueAt: string | null): Promise<void> {
  for (let person = 1; person <= PEOPLE; person++) {
    await room.owe({ kind: 'handover.cancelled', recipientId: `p${String(person)}`, urgent: true, dueAt });
  }
}

async function countOf(room: MailRoom, state: string): Promise<number> {
  const [row] = await room.rabat.rows('SELECT count(*)::int AS count FROM delivery WHERE state = $1', [state]);
  return Number(row?.count);
}

function receivedTwice(room: MailRoom): string[] {
  const ids = room.sink.taken.map(({ messageId }) => messageId);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

async function wipeRedis(url: string): Promise<void> {
  const client = new Redis(url);
  await client.flushall();
  client.disconnect();
}

/** A worker that is asking the queue for work this moment can make this fail; then it is done again. */
async function wipePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const drop = () =>
    client.query('DROP SCHEMA bullmq CASCADE').then(
      () => true,
      () => false,
    );
  await eventually('the schema of the queue is dropped', drop);
  await client.end();
  await migrate(url, 'demo');
}
