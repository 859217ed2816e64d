import { expect } from '@jest/globals';
import { onBothQueues } from '../support/both-queues.js';
import { check } from './check.js';
import { Dice } from './dice.js';
import { expectDuplicatesOnlyByKills } from './duplicates.js';
import { Installation } from './installation.js';
import { load, within } from './load.js';
import { Monkey } from './monkey.js';
import { addRemindedTeams, BEFORE_REMINDERS, REMINDED_DAYS } from './team.js';
import { tell } from './tell.js';

const FAULT = 'worker killed';
const TEAMS = 10;
const PEOPLE = 100;
const DAYS = REMINDED_DAYS.slice(0, load(REMINDED_DAYS.length));
const MAILS = TEAMS * PEOPLE * DAYS.length;
const KILLS_A_DAY = 5;
const KILLS = KILLS_A_DAY * DAYS.length;
/** Milliseconds: enough for some hundred mails. */
const LONGEST_LIFE = 600;
/** A mail server that writes to disk: some two hundred mails a second over the connections that are kept to it. */
const SLOWNESS = 25;

onBothQueues(
  'no mail is lost when workers are killed, and one goes out twice only when it had just been taken',
  async ({ redisUrl, backend }) => {
    const what = `${FAULT}, ${backend}`;
    const dice = Dice.cast(what);
    const gavel = await Installation.open({ at: BEFORE_REMINDERS.planned, redisUrl, slowness: SLOWNESS });
    try {
      await addRemindedTeams(gavel.rabat, TEAMS, PEOPLE);
      await gavel.clock.moveTo(BEFORE_REMINDERS.night);
      const worker = gavel.worker();
      await worker.start();
      for (const day of DAYS) {
        await gavel.wakeUpOn(day);
        const monkey = new Monkey(gavel, [worker], dice, KILLS_A_DAY, LONGEST_LIFE);
        await gavel.workOn(day);
        await monkey.isDone;
        await gavel.drained();
      }

      expect(gavel.mails.reminders()).toBe(MAILS);
      expect(worker.killedAt).toHaveLength(KILLS);
      const duplicates = expectDuplicatesOnlyByKills(gavel.mails, [worker]);
      await check(gavel);
      const perKill = (duplicates / KILLS).toFixed(2);
      tell(
        what,
        `${String(MAILS)} mails, ${String(KILLS)} kills: 0 missing, ${String(duplicates)} twice, ${perKill} per kill`,
      );
    } finally {
      await gavel.close();
    }
  },
  within(180_000, 1_800_000),
);
