import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { HANDOVER } from '../support/rabat.js';
import { startRedis } from '../support/redis-server.js';
import { check } from './check.js';
import { DatabaseServer } from './database-server.js';
import { Installation, isReady, type Web } from './installation.js';
import { within } from './load.js';
import { addTeam, tokenFor } from './team.js';
import { tell } from './tell.js';

const BODY = 'team';
const PEOPLE = 10;
const LADDER = { beforeDue: [], onDue: { to: ['owner'] }, afterDue: [] } as const;
/** How long until work goes on after what was down is up again, in milliseconds. */
const BACK = 60_000;

test(
  'while the database is down every answer is 503 and says so, and work goes on by itself when it is back',
  async () => {
    const server = await DatabaseServer.start();
    const gavel = await openTeam({ database: server.database });
    try {
      const web = await gavel.web();
      await Promise.all([web.process.start(), gavel.worker().start()]);
      const command = await commandOf(gavel, web);

      await server.stopAtOnce();
      await eventually('readiness names the database', async () => (await redParts(web)).includes('database'));
      const refused = await command();
      expect(refused.status).toBe(503);
      expect(refused.headers.get('content-type')).toMatch('application/problem+json');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused.json()).toMatchObject({ type: 'urn:gavel:problem:outage', status: 503 });

      await server.startAgain();
      await eventually('the web process is ready', () => isReady(web.url), BACK);
      expect((await command()).status).toBe(200);
      await remindAll(gavel, 'database');
    } finally {
      await gavel.close();
    }
  },
  within(120_000, 120_000),
);

const redisIsHere = process.env.GAVEL_TEST_REDIS === undefined ? test.skip : test;

redisIsHere(
  'while Redis is down commands are done and readiness names the queue, and reminders go out when it is back [Redis queue]',
  async () => {
    const redis = await startRedis();
    if (redis === null) throw new Error('There is no Redis here');
    const gavel = await openTeam({ redisUrl: redis.url });
    let back = redis;
    try {
      const web = await gavel.web({ WORK_QUEUE_IN_WEB: 'true' });
      await web.process.start();
      const command = await commandOf(gavel, web);

      await redis.stop();
      await eventually('readiness names the queue', async () => (await redParts(web)).includes('queue'), BACK);
      expect((await command()).status).toBe(200);
      await makeDue(gavel);
      await eventually('the reminders are addressed', async () => (await waiting(gavel)) >= PEOPLE, BACK);

      back = (await startRedis(Number(new URL(redis.url).port))) ?? redis;
      await allReminded(gavel, 'Redis');
      await eventually('the web process is ready', () => isReady(web.url), BACK);
    } finally {
      await gavel.close();
      await back.stop();
    }
  },
  within(120_000, 120_000),
);

test(
  'while the mail server is down commands are done and readiness names the mail, and reminders go out when it is back',
  async () => {
    const gavel = await openTeam({});
    try {
      const web = await gavel.web({ WORK_QUEUE_IN_WEB: 'true' });
      await web.process.start();
      const command = await commandOf(gavel, web);

      await gavel.mailServer.kill();
      await makeDue(gavel);
      await eventually('readiness names the mail', async () => (await redParts(web)).includes('mail'), BACK);
      expect((await command()).status).toBe(200);
      expect(gavel.mails.count()).toBe(0);

      await gavel.mailServer.start();
      await allReminded(gavel, 'mail server');
      await eventually('the web process is ready', () => isReady(web.url), BACK);
    } finally {
      await gavel.close();
    }
  },
  within(120_000, 120_000),
);

async function openTeam(settings: Partial<Parameters<typeof Installation.open>[0]>): Promise<Installation> {
  const gavel = await Installation.open({ at: '2024-01-22T09:00:00.000Z', ...settings });
  await addTeam(gavel.rabat, { body: BODY, people: PEOPLE, due: -5, ladder: LADDER });
  await gavel.clock.moveTo('2024-01-24T05:00:00.000Z');
  return gavel;
}

/** A command that may be sent again: to start a task. */
async function commandOf(gavel: Installation, { url }: Web): Promise<() => Promise<Response>> {
  const token = await tokenFor(gavel.rabat, BODY, 'ma-delegate');
  const key = randomUUID();
  return () =>
    fetch(`${url}/api/v1/bodies/${BODY}/handovers/${HANDOVER}/tasks/T-001/start`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'if-match': '"2"', 'idempotency-key': key },
    });
}

/** The parts that readiness says are not well; none when it does not answer. */
async function redParts({ url }: Web): Promise<readonly string[]> {
  const answer = await fetch(`${url}/readyz`);
  const { parts } = (await answer.json()) as { parts: { name: string; ready: boolean }[] };
  expect(answer.status).toBe(parts.every(({ ready }) => ready) ? 200 : 503);
  return parts.filter(({ ready }) => !ready).map(({ name }) => name);
}

async function remindAll(gavel: Installation, what: string): Promise<void> {
  await makeDue(gavel);
  await allReminded(gavel, what);
}

async function makeDue(gavel: Installation): Promise<void> {
  await gavel.clock.moveTo('2024-01-24T10:00:00.000Z');
}

async function waiting(gavel: Installation): Promise<number> {
  const [row] = await gavel.rabat.rows('SELECT to_send FROM mail_in_hand()');
  return Number(row?.to_send);
}

/** Everyone gets the one reminder of the day, and nobody had to be told to send it. */
async function allReminded(gavel: Installation, what: string): Promise<void> {
  const began = performance.now();
  const reminded = () =>
    new Set(
      gavel.mails
        .arrivals()
        .filter(({ to }) => to.endsWith(`@${BODY}.example`))
        .map(({ to }) => to),
    ).size;
  await eventually(
    'everyone is reminded',
    () => {
      gavel.stayedAlive();
      return reminded() === PEOPLE;
    },
    BACK,
  );
  tell(`${what} back`, `reminders went out within ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  await gavel.drained();
  await check(gavel);
}
