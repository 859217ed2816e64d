import { expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { check } from './check.js';
import { DatabaseServer } from './database-server.js';
import { Dice } from './dice.js';
import { expectEachOnce } from './in-the-account.js';
import { Installation, isReady } from './installation.js';
import { load, within } from './load.js';
import { Movers } from './movers.js';
import { addRemindedTeams, addTeam, BEFORE_REMINDERS, NO_REMINDERS, REMINDED_DAYS } from './team.js';
import { tell } from './tell.js';
import { afterSeconds } from './monkey.js';

const FAULT = 'database stopped';
const CLIENTS = 20;
const MOVES = load(5_000);
const PEOPLE = 50;
const DAYS = REMINDED_DAYS.slice(0, load(REMINDED_DAYS.length));
const TEAMS = 10;
const STOPS = Math.max(3, load(20));
/** A web process is ready again so soon after the database is, in milliseconds. */
const READY = 5_000;

test(
  'moves and reminders outlive a database that is stopped at once again and again, and so do our processes',
  async () => {
    const dice = Dice.cast(FAULT);
    const server = await DatabaseServer.start();
    const gavel = await Installation.open({ at: BEFORE_REMINDERS.planned, database: server.database });
    try {
      await addTeam(gavel.rabat, {
        body: 'clients',
        people: CLIENTS,
        due: -5,
        ladder: NO_REMINDERS,
      });
      await addRemindedTeams(gavel.rabat, TEAMS, PEOPLE);
      await gavel.clock.moveTo(BEFORE_REMINDERS.night);
      const web = await gavel.web();
      const worker = gavel.worker();
      await Promise.all([web.process.start(), worker.start()]);
      const movers = await Movers.of(gavel.rabat, 'clients', CLIENTS, web.url);
      let slowest = 0;
      const stopping = async (over: AbortSignal): Promise<void> => {
        while (server.stops < STOPS) {
          await afterSeconds(dice.between(5, 10));
          over.throwIfAborted();
          await server.stopAtOnce();
          await server.startAgain();
          const up = performance.now();
          await eventually('the web process is ready again', () => isReady(web.url), 60_000);
          slowest = Math.max(slowest, performance.now() - up);
          gavel.stayedAlive();
        }
      };
      const reminding = async (over: AbortSignal): Promise<void> => {
        for (const day of DAYS) {
          over.throwIfAborted();
          await gavel.wakeUpOn(day);
          await gavel.workOn(day);
          await gavel.drained();
        }
      };
      const enough = (begun: number): boolean => begun >= MOVES && server.stops >= STOPS;
      await Promise.all([
        gavel.run(stopping),
        gavel.run(reminding),
        gavel.run((over) => movers.moveUntil(enough, over)),
      ]);
      await gavel.drained();

      const reminders = gavel.mails.reminders();
      expect(reminders).toBe(TEAMS * PEOPLE * DAYS.length);
      await expectEachOnce(gavel.rabat, 'clients', movers.acknowledged);
      await check(gavel);
      expect(slowest).toBeLessThan(READY);
      tell(
        FAULT,
        `${String(movers.acknowledged.length)} moves and ${String(reminders)} reminders, ${String(STOPS)} stops: 0 lost, ` +
          `0 done twice, ${String(gavel.mails.repeated().length)} mails twice; ready at most ${(slowest / 1_000).toFixed(1)} s after`,
      );
    } finally {
      await gavel.close();
    }
  },
  within(180_000, 1_200_000),
);
