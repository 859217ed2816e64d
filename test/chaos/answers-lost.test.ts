import { expect, test } from '@jest/globals';
import { check } from './check.js';
import { Dice } from './dice.js';
import { commits, ForgetfulProxy, httpAnswers } from './forgetful-proxy.js';
import { expectEachOnce } from './in-the-account.js';
import { Installation } from './installation.js';
import { load, within } from './load.js';
import { Movers } from './movers.js';
import { addTeam, NO_REMINDERS } from './team.js';
import { tell } from './tell.js';

const FAULT = 'answers lost';
const CLIENTS = 20;
const MOVES = load(10_000);
/** Of a hundred answers five get lost on the way to the client, and five on the way from the database, after COMMIT. */
const LOST = 0.05;
const BODY = 'clients';
const A_DAY = 86_400;

test(
  'a command whose answer was lost after it was done is told as done when it is sent again, and not done again',
  async () => {
    const dice = Dice.cast(FAULT);
    const gavel = await Installation.open({ at: '2023-12-04T09:00:00.000Z' });
    const proxies: ForgetfulProxy[] = [];
    try {
      await addTeam(gavel.rabat, { body: BODY, people: CLIENTS, due: -5, ladder: NO_REMINDERS });
      const database = new URL(gavel.rabat.url);
      const before = await ForgetfulProxy.start(Number(database.port), commits, dice.for('database'), LOST);
      proxies.push(before);
      database.port = String(before.port);
      const web = await gavel.web({ DATABASE_URL: database.href });
      await web.process.start();
      const behind = await ForgetfulProxy.start(Number(new URL(web.url).port), httpAnswers, dice.for('clients'), LOST);
      proxies.push(behind);
      const movers = await Movers.of(gavel.rabat, BODY, CLIENTS, `http://127.0.0.1:${String(behind.port)}`);

      await gavel.run((over) => movers.moveUntil((begun) => begun >= MOVES, over));

      await expectEachOnce(gavel.rabat, BODY, movers.acknowledged);
      expect(movers.acknowledged).toHaveLength(MOVES);
      const replayed = movers.acknowledged.filter((move) => move.replayed);
      // Every other answer that got lost may have been to a question, or to a command that was answered before.
      expect(replayed.length).toBeGreaterThan((MOVES * LOST) / 2);
      // Nobody works the queue here: what is owed stays owed.
      await check(gavel, A_DAY);
      tell(
        FAULT,
        `${String(MOVES)} commands: one entry for each; ${String(before.lost)} answers lost after COMMIT, ` +
          `${String(behind.lost)} on the way to the client, ${String(replayed.length)} answered again with what was done`,
      );
    } finally {
      await gavel.close();
      for (const proxy of proxies) await proxy.stop();
    }
  },
  within(90_000, 600_000),
);
