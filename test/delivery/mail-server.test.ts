import { expect, test } from '@jest/globals';
import type { QueuedMail } from '../../src/delivery/mail-job.js';
import { MailProcessor } from '../../src/delivery/mail.processor.js';
import { eventually } from '../support/eventually.js';
import { MailSink } from '../support/mail-sink.js';
import { onBothQueues } from '../support/both-queues.js';
import { RABAT } from '../support/rabat.js';
import { addressOf, inMailRoom, type MailRoom } from './mail-room.js';

/** A Tuesday in office hours everywhere. */
const AT = '2024-01-16T10:00:00.000Z';

async function mailOf(room: MailRoom, person: string): Promise<Record<string, unknown>> {
  const [row] = await room.rabat.rows(
    `SELECT state, attempts, put_off, last_error, send_at - gavel_now() = make_interval(mins => 1) AS "inAMinute",
       send_at - gavel_now() = make_interval(mins => 2) AS "inTwo" FROM delivery WHERE recipient_id = $1`,
    [person],
  );
  return row ?? {};
}

function owe(room: MailRoom, recipientId: string): Promise<string> {
  return room.owe({ kind: 'handover.cancelled', recipientId, urgent: true });
}

for (const answer of [421, 450] as const) {
  onBothQueues(
    `a mail that the server answers with ${String(answer)} is tried again later, and then later still`,
    (queue) =>
      inMailRoom(AT, queue.redisUrl, async (room) => {
        room.sink.behave((_to, time) => (time <= 2 ? answer : 'take'));
        await owe(room, 'pt-lead');
        expect((await room.at(AT)).map(({ outcome }) => outcome)).toEqual(['put_off']);
        expect(await mailOf(room, 'pt-lead')).toMatchObject({ state: 'waiting', put_off: 1, inAMinute: true });
        expect(await room.at('2024-01-16T10:00:59.999Z')).toEqual([]);
        expect((await room.at('2024-01-16T10:01:00.000Z')).map(({ outcome }) => outcome)).toEqual(['put_off']);
        expect(await mailOf(room, 'pt-lead')).toMatchObject({ state: 'waiting', put_off: 2, inTwo: true });
        expect((await room.at('2024-01-16T10:03:00.000Z')).map(({ outcome }) => outcome)).toEqual(['sent']);
        expect(room.sink.taken).toHaveLength(1);
      }),
  );
}

onBothQueues('a mail that the server refuses has failed at once, and shows why without the address', (queue) =>
  inMailRoom(AT, queue.redisUrl, async (room) => {
    room.sink.behave(() => 550);
    const message = await owe(room, 'pt-lead');
    expect((await room.at(AT)).map(({ outcome }) => outcome)).toEqual(['failed']);
    expect(await mailOf(room, 'pt-lead')).toMatchObject({
      state: 'failed',
      attempts: 1,
      last_error: expect.stringMatching(/^550 .*\(address\) is not wanted$/),
    });
    expect(await room.fatesOf(message)).toEqual({ 'pt-lead': 'failed' });
    await room.at('2024-01-17T10:00:00.000Z');
    expect(room.sink.tried.get(addressOf('pt-lead'))).toBe(1);
  }),
);

test('a worker that is held sends nothing, not even of a job that it was already waiting for', () =>
  inMailRoom(AT, null, async (room) => {
    const worker = room.get(MailProcessor);
    worker.hold();
    await owe(room, 'pt-lead');
    const queued = async () => (await mailOf(room, 'pt-lead')).state === 'queued';
    await eventually('the mail is in the queue', queued);
    const [mail] = await room.rabat.rows(`SELECT id, attempts FROM delivery WHERE recipient_id = 'pt-lead'`);
    const job = { data: { bodyId: RABAT, mails: [mail as unknown as QueuedMail], alone: false } };
    await worker.process(job);
    expect(room.sink.tried.size).toBe(0);
    expect(await mailOf(room, 'pt-lead')).toMatchObject({ state: 'queued', attempts: 0 });
    worker.letGo();
    await worker.process(job);
    await eventually('it is sent', () => room.sink.taken.length === 1);
  }));

test('a mail that the server keeps putting off fails after eight times, and never goes out of hours', () =>
  inMailRoom(AT, null, async (room) => {
    room.sink.behave(() => 450);
    await owe(room, 'pt-lead');
    for (let hour = 10; hour < 24 * 4; hour++) {
      await room.at(new Date(Date.parse('2024-01-16T00:00:00Z') + hour * 3_600_000).toISOString());
    }
    expect(await mailOf(room, 'pt-lead')).toMatchObject({ state: 'failed', put_off: 7, attempts: 8 });
    const hours = await room.rabat.rows(
      `SELECT extract(hour FROM decided_at AT TIME ZONE 'Europe/Lisbon')::int AS hour FROM delivery`,
    );
    expect(hours.every(({ hour }) => Number(hour) >= 9 && Number(hour) < 18)).toBe(true);
  }));

test('a connection that is dropped before the final dot is no delivery, and the mail is tried again', () =>
  inMailRoom(AT, null, async (room) => {
    room.sink.behave((_to, time) => (time === 1 ? 'drop before the final dot' : 'take'));
    await owe(room, 'pt-lead');
    expect((await room.at(AT)).map(({ outcome }) => outcome)).toEqual(['put_off']);
    expect(room.sink.taken).toEqual([]);
    expect((await room.at('2024-01-16T10:01:00.000Z')).map(({ outcome }) => outcome)).toEqual(['sent']);
    expect(room.sink.taken).toHaveLength(1);
  }));

test('a mail that was taken without an answer is sent again with the same Message-ID', () =>
  inMailRoom(AT, null, async (room) => {
    room.sink.behave((_to, time) => (time === 1 ? 'drop after the final dot' : 'take'));
    await owe(room, 'pt-lead');
    await room.at(AT);
    await room.at('2024-01-16T10:01:00.000Z');
    expect(room.sink.taken).toHaveLength(2);
    expect(new Set(room.sink.taken.map(({ messageId }) => messageId)).size).toBe(1);
  }));

test('a slow mail server holds up nobody but itself, and gets each mail once', () =>
  inMailRoom(AT, null, async (room) => {
    room.sink.behave((to) => (to === addressOf('pt-lead') ? { tarpit: 2_500 } : 'take'));
    for (const person of ['pt-lead', 'pt-delegate', 'ma-lead', 'sec']) await owe(room, person);
    const mails = await room.at(AT);
    expect(mails.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(room.sink.taken.at(-1)?.to).toBe(addressOf('pt-lead'));
    expect(room.sink.taken).toHaveLength(4);
  }));

test('one bad address of fifty blocks none of the others', () =>
  inMailRoom(AT, null, async (room) => {
    await room.change(
      `INSERT INTO person (body_id, id, office_id, name, mail, language)
       SELECT 'rabat-process', 'p' || i, 'pt-office', 'Person ' || i, 'p' || i || '@rabat-process.example', 'en' FROM generate_series(1, 50) i`,
    );
    await room.change(`UPDATE person SET mail = 'nobody@no where.example' WHERE id = 'p25'`);
    room.sink.behave((to) => (to === addressOf('p7') ? 550 : 'take'));
    for (let person = 1; person <= 50; person++) await owe(room, `p${String(person)}`);
    const outcomes = (await room.at(AT)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(48);
    expect(await mailOf(room, 'p7')).toMatchObject({ state: 'failed' });
    expect(await mailOf(room, 'p25')).toMatchObject({ state: 'failed', last_error: 'not a mail address' });
  }));

onBothQueues(
  'while the mail server is away mails wait without being counted, and go by themselves when it is back',
  (queue) =>
    inMailRoom(AT, queue.redisUrl, async (room) => {
      const { port } = room.sink;
      await room.sink.stop();
      for (const person of ['pt-lead', 'ma-lead']) await owe(room, person);
      await room.at(AT);
      await eventually('readiness says so', async () => (await room.troubles()).includes('mail'));
      const back = await MailSink.start(port);
      try {
        await eventually('the mail server is found again', async () => !(await room.troubles()).includes('mail'));
        await room.rabat.setClock('2024-01-16T10:05:00.000Z');
        await eventually('the mails arrive', () => back.taken.length === 2);
        expect(await mailOf(room, 'pt-lead')).toMatchObject({ put_off: 0 });
      } finally {
        await back.stop();
      }
    }),
);
