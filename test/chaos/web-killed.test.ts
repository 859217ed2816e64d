import { expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { check } from './check.js';
import { Dice } from './dice.js';
import { expectEachOnce } from './in-the-account.js';
import { Installation } from './installation.js';
import { load, within } from './load.js';
import { Movers } from './movers.js';
import { addTeam, NO_REMINDERS } from './team.js';
import { tell } from './tell.js';

const FAULT = 'web killed';
const CLIENTS = 20;
const MOVES = load(10_000);
const KILLS = load(50);
const BODY = 'clients';
const A_DAY = 86_400;

test(
  'whoever asks again under the same key is told once what was done once, however often the web process is killed',
  async () => {
    const dice = Dice.cast(FAULT);
    const gavel = await Installation.open({ at: '2023-12-04T09:00:00.000Z' });
    try {
      await addTeam(gavel.rabat, { body: BODY, people: CLIENTS, due: -5, ladder: NO_REMINDERS });
      const web = await gavel.web();
      await web.process.start();
      const movers = await Movers.of(gavel.rabat, BODY, CLIENTS, web.url);

      const moving = gavel.run((over) => movers.moveUntil((begun) => begun >= MOVES, over));
      moving.catch(() => undefined);
      const until = (moves: number) =>
        eventually(`${String(moves)} moves are made`, () => movers.acknowledged.length >= moves, 60_000);
      for (let kill = 1; kill <= KILLS; kill++) {
        const share = MOVES / (KILLS + 1);
        await until(Math.floor(share * kill) - dice.between(0, Math.floor(share / 2)));
        await web.process.kill();
        await web.process.start();
      }
      await moving;

      await expectEachOnce(gavel.rabat, BODY, movers.acknowledged);
      expect(movers.acknowledged).toHaveLength(MOVES);
      const again = movers.acknowledged.filter(({ tries }) => tries > 1);
      const replayed = movers.acknowledged.filter((move) => move.replayed);
      // Otherwise nothing was under way when the process was killed, and nothing was tried.
      expect(again.length).toBeGreaterThanOrEqual(KILLS);
      // Nobody works the queue here: what is owed stays owed.
      await check(gavel, A_DAY);
      tell(
        FAULT,
        `${String(MOVES)} moves by ${String(CLIENTS)} clients, ${String(KILLS)} kills: 0 lost, 0 twice; ` +
          `${String(again.length)} asked again, of which ${String(replayed.length)} had been done`,
      );
    } finally {
      await gavel.close();
    }
  },
  within(90_000, 600_000),
);
