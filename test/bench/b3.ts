import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import pg from 'pg';
import { startRedis } from '../support/redis-server.js';
import { contest, type Contestant, type Turn } from './contest.js';
import type { BenchDatabase, Installation } from './installation.js';
import type { PooledMail, PoolJob, PoolTurn } from './mail-job.js';
import { addPeopleWithTasks, WorkDays } from './mails.js';
import { BenchProgram } from './programs.js';
import { ratioGoal, scoreTable, type Effort, type Goal, type Section } from './report.js';

/** Connections to the mail server, for everyone: those of Gavel's own carrier. */
const CONNECTIONS = 5;

/** Mails that warm a contestant up. */
const WARM_UP = 200;

interface MailRoom {
  readonly contestant: Contestant;
  readonly goal: number;
  readonly leave: () => Promise<unknown>;
}

/** Due reminders become mails: through the queue in Redis, through the queue in PostgreSQL, and from nodemailer alone. */
export async function dueReminders(installation: Installation, effort: Effort): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'));
  const sink = BenchProgram.start('test/bench/programs/smtp-sink.ts');
  const port = Number(await sink.nextLine());
  const redis = await startRedis();
  const rooms: MailRoom[] = [];
  try {
    const room = { installation, effort, sink, port, folder };
    if (redis !== null) rooms.push(await openRoom(room, 'Redis', redis.url));
    rooms.push(await openRoom(room, 'PostgreSQL', null));
    for (const { contestant } of rooms) await contestant.warmUp?.();
    const pool = BenchProgram.start('test/bench/programs/mail-pool.ts');
    const job: PoolJob = { port, connections: CONNECTIONS, mail: await lastMail(sink) };
    await pool.ask(JSON.stringify(job));
    const byPool = [poolContestant(pool, sink, effort.mails, false), poolContestant(pool, sink, effort.mails, true)];
    const contestants = [...rooms.map(({ contestant }) => contestant), ...byPool];
    const scores = await contest(contestants, effort.rounds, effort.seconds);
    await pool.stop();
    const goals = rooms.map(({ goal }, index): Goal => {
      const score = scores[index];
      return ratioGoal(`due reminders, ${score?.name ?? ''}, against a nodemailer pool`, goal, score);
    });
    return {
      title: 'Due reminders become mails',
      about: about(effort, redis !== null),
      goals,
      table: scoreTable('mail', scores),
    };
  } finally {
    for (const { leave } of rooms) await leave();
    await redis?.stop();
    await sink.stop();
    await rm(folder, { recursive: true });
  }
}

function about({ mails }: Effort, hasRedis: boolean): string {
  return (
    `${mails} people are owed one reminder each, all due at the same moment. Gavel's worker process addresses them, ` +
    'queues, reads again, composes and sends, and writes down what became of each; the time ends when the ledger has ' +
    'the last of them as sent. The pool sends as many mails of the same text over as many connections, composing each ' +
    'from its parts or, ready-made, as it lies there; it reads nothing and writes nothing down. ' +
    (hasRedis ? 'Redis keeps nothing on disk.' : 'There is no redis-server here, so the queue in Redis was left out.')
  );
}

interface RoomPlan {
  readonly installation: Installation;
  readonly effort: Effort;
  readonly sink: BenchProgram;
  readonly port: number;
  readonly folder: string;
}

async function openRoom(plan: RoomPlan, queue: 'Redis' | 'PostgreSQL', redisUrl: string | null): Promise<MailRoom> {
  const { installation, effort, sink, port, folder } = plan;
  const bench: BenchDatabase = await installation.database(`mails_${queue.toLowerCase()}`);
  await addPeopleWithTasks(bench, effort.mails);
  const client = new pg.Client({ connectionString: bench.url });
  await client.connect();
  const worker = BenchProgram.start('src/worker.ts', {
    DATABASE_URL: bench.url,
    REDIS_URL: redisUrl ?? '',
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    DATA_DIRECTORY: join(folder, queue),
  });
  await worker.untilSaid('Working the queue');
  const days = new WorkDays(bench, client);
  const send = (mails: number) => counted(sink, () => days.sendAll(mails));
  return {
    contestant: {
      name: `Gavel, queue in ${queue}`,
      take: () => send(effort.mails),
      warmUp: () => send(Math.min(WARM_UP, effort.mails)),
      watched: {
        Gavel: { pid: worker.pid },
        PostgreSQL: { pid: installation.pid, withChildren: true },
        sink: { pid: sink.pid },
      },
    },
    goal: queue === 'Redis' ? 0.7 : 0.4,
    leave: async () => {
      await worker.stop();
      await client.end();
      await bench.close();
    },
  };
}

function poolContestant(pool: BenchProgram, sink: BenchProgram, mails: number, composed: boolean): Contestant {
  const send = (count: number) => {
    const turn: PoolTurn = { count, composed };
    return counted(sink, async () => JSON.parse(await pool.ask(JSON.stringify(turn))) as Turn);
  };
  return {
    name: composed ? 'nodemailer pool' : 'nodemailer pool, ready-made mails',
    take: () => send(mails),
    warmUp: () => send(Math.min(WARM_UP, mails)),
    watched: { nodemailer: { pid: pool.pid }, sink: { pid: sink.pid } },
  };
}

/** Fails where the mail server did not get every mail once. */
async function counted(sink: BenchProgram, send: () => Promise<Turn>): Promise<Turn> {
  const before = Number(await sink.ask('count'));
  const turn = await send();
  const got = Number(await sink.ask('count')) - before;
  if (got !== turn.count) throw new Error(`The mail server got ${got} mails and not ${turn.count}`);
  return turn;
}

async function lastMail(sink: BenchProgram): Promise<PooledMail> {
  const raw = JSON.parse(await sink.ask('last')) as string;
  const { from, subject = '', text = '', html } = await simpleParser(raw);
  return { from: from?.text ?? '', subject, text, html: typeof html === 'string' ? html : '', raw };
}
