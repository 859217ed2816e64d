import { expect, test } from '@jest/globals';
import { RecordOutcomes } from '../../src/delivery/record-outcomes.js';
import { onBothQueues } from '../support/both-queues.js';
import { eventually } from '../support/eventually.js';
import { startProgram, type Program } from '../support/programs.js';
import { RABAT } from '../support/rabat.js';
import { addressOf, withoutWorker, type MailRoom } from './mail-room.js';

const AT = '2024-01-16T10:00:00.000Z';
const MAILS = 150;

onBothQueues(
  'workers that are killed in the middle lose no mail, and one is sent twice only with the same Message-ID',
  ({ redisUrl }) =>
    withoutWorker(AT, redisUrl, async (room) => {
      await oweMany(room, MAILS);
      room.sink.behave(() => ({ tarpit: 5 }));
      for (let round = 1; round <= 3; round++) {
        const worker = await startWorkerProcess(room);
        const before = room.sink.taken.length;
        await eventually('some mails are taken', () => room.sink.taken.length >= Math.min(before + 12, MAILS), 30_000);
        await worker.kill('SIGKILL');
        await endLeases(room);
      }
      const last = await startWorkerProcess(room);
      try {
        await eventually('all mails are sent', async () => (await countOf(room, 'sent')) === MAILS, 60_000);
      } finally {
        await last.kill('SIGTERM');
      }
      const received = new Map(room.sink.taken.map(({ to, messageId }) => [to, messageId]));
      expect(received.size).toBe(MAILS);
      expect(new Set(room.sink.taken.map(({ messageId }) => messageId)).size).toBe(MAILS);
      // Five connections to the mail server: no more than these can be on their way at a kill.
      expect(room.sink.taken.length - MAILS).toBeLessThanOrEqual(3 * 5);
    }),
  180_000,
);

onBothQueues(
  'two workers share the mails and send none twice',
  ({ redisUrl }) =>
    withoutWorker(AT, redisUrl, async (room) => {
      const workers = [await startWorkerProcess(room), await startWorkerProcess(room)];
      try {
        await oweMany(room, MAILS);
        await eventually('all mails are sent', async () => (await countOf(room, 'sent')) === MAILS, 60_000);
        expect(room.sink.taken).toHaveLength(MAILS);
      } finally {
        for (const worker of workers) await worker.kill('SIGTERM');
      }
    }),
  120_000,
);

test('a worker that is told to end finishes the mails it has in hand', () =>
  withoutWorker(AT, null, async (room) => {
    room.sink.behave(() => ({ tarpit: 300 }));
    await oweMany(room, 5);
    const worker = await startWorkerProcess(room);
    await eventually('mails are on their way', () => room.sink.tried.size === 5);
    await worker.kill('SIGTERM');
    expect(await countOf(room, 'sent')).toBe(5);
    expect(room.sink.taken).toHaveLength(5);
  }));

test('what was sent is known from the book of a killed worker, also when its database was gone', () =>
  withoutWorker(AT, null, async (room) => {
    await oweMany(room, 1);
    const worker = await startWorkerProcess(room);
    await eventually('the mail is sent', async () => (await countOf(room, 'sent')) === 1);
    await worker.kill('SIGKILL');
    // As if the process had died between the answer of the mail server and the database.
    await room.change(`UPDATE delivery SET state = 'sending', lease_until = clock_timestamp() + interval '10 seconds'`);
    await room.change(`UPDATE delivery_item SET state = 'waiting'`);
    const next = await startWorkerProcess(room);
    try {
      await eventually('the ledger knows', async () => (await countOf(room, 'sent')) === 1, 5_000);
      expect(room.sink.taken).toHaveLength(1);
    } finally {
      await next.kill('SIGTERM');
    }
  }));

test('a worker that slept past its lease is not believed any more: another has taken over', () =>
  withoutWorker(AT, null, async (room) => {
    room.sink.behave((_to, time) => (time === 1 ? { tarpit: 2_000 } : 'take'));
    await oweMany(room, 1);
    const sleeper = await startWorkerProcess(room);
    try {
      await eventually('the mail server has all of the mail', () => room.sink.whole === 1);
      sleeper.process.kill('SIGSTOP');
      await eventually('the mail server has taken it from the sleeper', () => room.sink.taken.length === 1);
      await room.change('UPDATE delivery SET lease_until = clock_timestamp()');
      const other = await startWorkerProcess(room);
      await eventually('the other has sent it', async () => (await countOf(room, 'sent')) === 1, 30_000);
      await other.kill('SIGTERM');
      const [before] = await room.rabat.rows('SELECT attempts, version, xmin::text FROM delivery');
      expect(before).toMatchObject({ attempts: 2 });

      sleeper.process.kill('SIGCONT');
      await sleeper.kill('SIGTERM');
      expect(await room.rabat.rows('SELECT attempts, version, xmin::text FROM delivery')).toEqual([before]);
      expect(new Set(room.sink.taken.map(({ messageId }) => messageId)).size).toBe(1);
    } finally {
      await sleeper.kill('SIGKILL');
    }
  }));

test('only the attempt that is running may say how it went', () =>
  withoutWorker(AT, null, async (room) => {
    await oweMany(room, 1);
    await room.startWork();
    await eventually('the mail is sent', async () => (await countOf(room, 'sent')) === 1);
    await room.stopWork();
    await room.change(`UPDATE delivery SET state = 'sending', attempts = 2`);
    const [row] = await room.rabat.rows('SELECT id FROM delivery');
    const record = new RecordOutcomes(room.rabat.dataSource);
    const told = (attempt: number) =>
      ({ bodyId: RABAT, id: String(row?.id), attempt, kind: 'failed', answer: 'late' }) as const;
    expect(await record.execute(RABAT, [told(1)])).toEqual([]);
    expect(await countOf(room, 'sending')).toBe(1);
    expect(await record.execute(RABAT, [told(2)])).toHaveLength(1);
    expect(await countOf(room, 'failed')).toBe(1);
  }));

test(
  'a mail that ends its worker each time is set aside after three attempts of its own, and all others go out',
  () =>
    withoutWorker(AT, null, async (room) => {
      await oweMany(room, 30);
      const poison = addressOf('p7');
      let deaths = 0;
      for (let isLeft = true; isLeft; isLeft = (await countOf(room, 'sent')) + (await countOf(room, 'failed')) < 30) {
        const worker = startProgram('test/delivery/programs/worker-that-dies.ts', [
          room.rabat.url,
          room.sink.url,
          room.dataDirectory,
          poison,
        ]);
        const ended = await Promise.race([
          worker.ended(),
          eventually(
            'all is over',
            async () => (await countOf(room, 'sent')) + (await countOf(room, 'failed')) === 30,
            40_000,
          ),
        ]);
        if (ended === 'SIGKILL') deaths += 1;
        else await worker.kill('SIGTERM');
        await endLeases(room);
      }
      expect(deaths).toBe(4);
      expect(new Set(room.sink.taken.map(({ to }) => to)).size).toBe(29);
      const [aside] = await room.rabat.rows(
        `SELECT recipient_id, attempts, last_error FROM delivery WHERE state = 'failed'`,
      );
      expect(aside).toMatchObject({ recipient_id: 'p7', attempts: 4, last_error: expect.stringMatching(/^set aside/) });
    }),
  180_000,
);

async function startWorkerProcess(room: MailRoom): Promise<Program> {
  const worker = startProgram('src/worker.ts', [], {
    DATABASE_URL: room.rabat.url,
    REDIS_URL: room.redisUrl ?? '',
    SMTP_URL: room.sink.url,
    DATA_DIRECTORY: room.dataDirectory,
    PUBLIC_URL: 'https://gavel.secretariat.example',
    LOG_LEVEL: 'info',
  });
  for (let line = ''; !line.includes('Working the queue');) line = await worker.nextLine();
  return worker;
}

/** What a dead worker had in hand may be taken up at once: that it may be so later, by itself, is tried elsewhere. */
async function endLeases(room: MailRoom): Promise<void> {
  await room.change('UPDATE delivery SET lease_until = clock_timestamp() WHERE is_open');
}

async function oweMany(room: MailRoom, people: number): Promise<void> {
  await room.change(
    `INSERT INTO person (body_id, id, office_id, name, mail, language)
     SELECT 'rabat-process', 'p' || i, 'pt-office', 'Person ' || i, 'p' || i || '@rabat-process.example', 'en'
     FROM generate_series(1, $1::int) i`,
    [people],
  );
  await room.change(
    `INSERT INTO notification (body_id, id, stream, kind, subject, recipient_id, urgent, facts, due_at, created_at)
     SELECT 'rabat-process', gen_random_uuid(), '2024-pt', 'handover.cancelled', 'handover:2024-pt', 'p' || i, true, '{}',
       gavel_now(), gavel_now() FROM generate_series(1, $1::int) i`,
    [people],
  );
}

async function countOf(room: MailRoom, state: string): Promise<number> {
  const [row] = await room.rabat.rows('SELECT count(*)::int AS count FROM delivery WHERE state = $1', [state]);
  return Number(row?.count);
}
