import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { onBothQueues, type QueueUnderTest } from '../support/both-queues.js';
import { eventually } from '../support/eventually.js';
import { HANDOVER } from '../support/rabat.js';
import { startRedis } from '../support/redis-server.js';
import { check } from './check.js';
import { Dice } from './dice.js';
import { expectDuplicatesOnlyByKills } from './duplicates.js';
import { Installation, type Web } from './installation.js';
import { load, within } from './load.js';
import { textOf } from './mail-log.js';
import { Monkey } from './monkey.js';
import { addTeam, MEETING, tokenFor } from './team.js';
import { tell } from './tell.js';

const FAULT = 'meeting moved';
const ROUNDS = load(20);
/** Rounds that run side by side: most of their time is waiting for what a dead worker had in hand. */
const AT_ONCE = 2;
const TASKS = 40;
const BODY = 'team';
/** Milliseconds that the mail server takes over each mail: so slow that there is something to interrupt. */
const SLOWNESS = 100;

/** Five reminders for each task, all of them for whoever has it. */
const LADDER = {
  beforeDue: [
    { offset: -10, unit: 'working_days', to: ['owner'] },
    { offset: -3, unit: 'working_days', to: ['owner'] },
  ],
  onDue: { to: ['owner'] },
  afterDue: [
    { offset: 1, unit: 'working_days', to: ['owner'] },
    { offset: 3, unit: 'working_days', to: ['owner'] },
  ],
} as const;
/** Five working days of Morocco before the meeting, as it was and as it comes to be. */
const DUE = { before: 'Due on 24 January 2024', after: 'Due on 6 February 2024' };
/** Nine working days after 31 January 2024. */
const MOVED = { kind: 'meeting', meetingId: MEETING.id, startsOn: '2024-02-13', endsOn: '2024-02-14' };

/** Milliseconds after which a worker is killed, once mails go out; and how long the others wait for mails. */
const LONGEST_LIFE = 500;
const IDLE = 1_000;

/** Mails under way at the moment of the move may still arrive so much later, in milliseconds. */
const UNDER_WAY = 5_000;

onBothQueues(
  'nothing stale is sent and nothing due is lost when the meeting moves while reminders go out and workers are killed',
  async (queue) => {
    const what = `${FAULT}, ${queue.backend}`;
    const dice = Dice.cast(what);
    const totals = { kills: 0, mails: 0, duplicates: 0 };
    for (let first = 1; first <= ROUNDS; first += AT_ONCE) {
      const rounds = Array.from({ length: Math.min(AT_ONCE, ROUNDS - first + 1) }, (_, index) => first + index);
      for (const result of await allOf(rounds.map((number) => round(queue, dice.for(`round ${String(number)}`))))) {
        totals.kills += result.kills;
        totals.mails += result.mails;
        totals.duplicates += result.duplicates;
      }
    }
    tell(
      what,
      `${String(ROUNDS)} rounds of ${String(TASKS)} tasks x 5 reminders, ${String(totals.mails)} mails, ` +
        `${String(totals.kills)} kills: 0 stale, 0 lost, ${String(totals.duplicates)} twice`,
    );
  },
  within(240_000, 3_600_000),
);

/** Waits for all, also when one has failed: each has processes to end. */
async function allOf<T>(works: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}

interface Result {
  readonly kills: number;
  readonly mails: number;
  readonly duplicates: number;
}

async function round({ backend }: QueueUnderTest, dice: Dice): Promise<Result> {
  // Rounds side by side are installations of their own, and share no queue.
  const redis = backend === 'redis' ? await startRedis() : null;
  const gavel = await Installation.open({
    at: '2024-01-08T09:00:00.000Z',
    redisUrl: redis?.url ?? null,
    slowness: SLOWNESS,
  });
  try {
    await addTeam(gavel.rabat, { body: BODY, people: TASKS, due: -5, ladder: LADDER });
    const web = await gavel.web();
    const [one, other] = [gavel.worker(), gavel.worker()];
    // All five reminders of all tasks fall due while nobody works.
    await gavel.clock.moveTo('2024-01-30T05:00:00.000Z');
    await Promise.all([web.process.start(), one.start(), other.start()]);
    await gavel.drained();
    await gavel.clock.moveTo('2024-01-30T10:00:00.000Z');
    const monkey = new Monkey(gavel, [one, other], dice, dice.between(2, 4), LONGEST_LIFE, IDLE);
    const before = gavel.mails.count() + dice.between(0, TASKS);
    await eventually('some reminders have gone out', () => gavel.mails.count() >= before, 60_000);
    await moveMeeting(gavel, web);
    const movedAt = Date.now();
    await gavel.drained();

    // All reminders of the new date that had not passed by then.
    await gavel.clock.moveTo('2024-02-12T05:00:00.000Z');
    await gavel.drained();
    await gavel.clock.moveTo('2024-02-12T10:00:00.000Z');
    await monkey.isDone;
    await gavel.drained();

    expect(await remindedOf(gavel, DUE.after, 0)).toBe(TASKS);
    expect(await remindedOf(gavel, DUE.before, movedAt + UNDER_WAY)).toBe(0);
    expect(await sentForNewDate(gavel)).toBe(TASKS * 4);
    await check(gavel);
    const duplicates = expectDuplicatesOnlyByKills(gavel.mails, [one, other]);
    return { kills: one.killedAt.length + other.killedAt.length, mails: gavel.mails.different(), duplicates };
  } finally {
    await gavel.close();
    await redis?.stop();
  }
}

/** As the secretariat does it: looks at what the move would do, and applies just that. */
async function moveMeeting(gavel: Installation, { url }: Web): Promise<void> {
  const token = await tokenFor(gavel.rabat, BODY, 'sec');
  const ask = async (path: string, body: object): Promise<{ token: string }> => {
    const answer = await fetch(`${url}/api/v1/bodies/${BODY}/plan/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${text}`);
    return JSON.parse(text) as { token: string };
  };
  const preview = await ask('preview', { change: MOVED });
  await ask('apply', { change: MOVED, token: preview.token, reason: 'The hall is not free.' });
}

/** How many people got a mail that says so, after a moment of the machine's clock. */
async function remindedOf(gavel: Installation, due: string, after: number): Promise<number> {
  const later = gavel.mails.arrivals().filter(({ at, to }) => at > after && to.startsWith('holder-of-'));
  const texts = await Promise.all(later.map(async (mail) => ({ to: mail.to, text: await textOf(mail) })));
  return new Set(texts.filter(({ text }) => text.includes(due)).map(({ to }) => to)).size;
}

/** Reminders of the new date that somebody has got. */
async function sentForNewDate({ rabat }: Installation): Promise<number> {
  const [row] = await rabat.database.read<{ count: number }[]>(BODY, (em) =>
    em.query(
      `SELECT count(*)::int AS count FROM notification n JOIN delivery_item i ON i.body_id = $1 AND i.notification_id = n.id
       WHERE n.body_id = $1 AND n.stream = $2 AND n.for_due = '2024-02-06' AND i.state = 'sent'`,
      [BODY, HANDOVER],
    ),
  );
  return row?.count ?? 0;
}
