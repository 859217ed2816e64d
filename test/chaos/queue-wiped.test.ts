import { expect } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { migrate } from '../../src/storage/migrate.js';
import { onBothQueues } from '../support/both-queues.js';
import { eventually } from '../support/eventually.js';
import { startRedis } from '../support/redis-server.js';
import { check } from './check.js';
import { Dice } from './dice.js';
import { Installation } from './installation.js';
import { load, within } from './load.js';
import { addRemindedTeams, BEFORE_REMINDERS, REMINDED_DAYS } from './team.js';
import { tell } from './tell.js';

const FAULT = 'queue wiped';
const PEOPLE = 100;
/** More mails than a worker takes in hand at a time, so that some are in the queue. */
const TEAMS = Math.max(3, load(10));
const REMINDERS = TEAMS * PEOPLE;
const SLOWNESS = 50;
const [today, tomorrow] = REMINDED_DAYS;
/** Everything is back within this time, in milliseconds. */
const BACK = 60_000;

onBothQueues(
  'a queue that is wiped loses nothing: what it held and what is still to come goes out, and nothing before its time',
  async ({ backend }) => {
    const what = `${FAULT}, ${backend}`;
    const dice = Dice.cast(what);
    // Wiping takes all that a Redis holds, so it is one of this test alone.
    const redis = backend === 'redis' ? await startRedis() : null;
    const gavel = await Installation.open({
      at: BEFORE_REMINDERS.planned,
      redisUrl: redis?.url ?? null,
      slowness: SLOWNESS,
    });
    try {
      await addRemindedTeams(gavel.rabat, TEAMS, PEOPLE);
      const wipe = () => (redis === null ? wipePostgres(gavel.rabat.url) : wipeRedis(redis.url));
      const untilArrived = async (mails: number) => {
        const began = performance.now();
        await eventually(
          `${String(mails)} reminders have arrived`,
          () => {
            gavel.stayedAlive();
            return gavel.mails.reminders() >= mails;
          },
          BACK,
        );
        return (performance.now() - began) / 1_000;
      };

      await gavel.clock.moveTo(BEFORE_REMINDERS.night);
      await gavel.worker().start();
      await gavel.wakeUpOn(today);

      // Half-way through the reminders of a day, with the others in the queue.
      await gavel.workOn(today);
      await untilArrived(dice.between(1, REMINDERS / 2));
      await wipe();
      const rest = await untilArrived(REMINDERS);
      await gavel.drained();

      // While those of the next day are still to come, addressed already.
      await wipe();
      await gavel.wakeUpOn(tomorrow);
      await wipe();
      expect(gavel.mails.reminders()).toBe(REMINDERS);
      await gavel.workOn(tomorrow);
      const future = await untilArrived(REMINDERS * 2);
      await gavel.drained();

      expect(gavel.mails.repeated()).toEqual([]);
      await check(gavel);
      tell(
        what,
        `${String(REMINDERS)} future reminders, 3 wipes: 0 lost, 0 early, 0 twice; those in the queue were back after ` +
          `${rest.toFixed(1)} s, those to come went out within ${future.toFixed(1)} s of their time`,
      );
    } finally {
      await gavel.close();
      await redis?.stop();
    }
  },
  within(180_000, 900_000),
);

async function wipeRedis(url: string): Promise<void> {
  const client = new Redis(url);
  await client.flushall();
  client.disconnect();
}

/** A worker that is asking the queue for work this moment can make this fail; then it is done again. */
async function wipePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const dropped = () =>
    client.query('DROP SCHEMA bullmq CASCADE').then(
      () => true,
      () => false,
    );
  await eventually('the schema of the queue is dropped', dropped);
  await client.end();
  await migrate(url, 'demo');
}
