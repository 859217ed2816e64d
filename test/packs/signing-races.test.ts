import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HandoverCommand } from '../../src/engine/handovers/handover.js';
import { MoveHandover } from '../../src/handovers/move-handover.js';
import { isRefused } from '../../src/storage/database.js';
import { HANDOVER, must, RABAT, RabatHandover, SIGN, type PersonId } from '../support/rabat.js';
import { bringToSigning } from '../support/ready-to-sign.js';

const PAIRS = 20;

let rabat: RabatHandover;
beforeAll(async () => {
  rabat = await RabatHandover.plannedAt('2023-10-02T08:00:00.000Z');
  await bringToSigning(rabat);
});
afterAll(() => rabat.close());

interface Row {
  readonly version: number;
  readonly state: string;
  readonly round: number;
}

async function now(): Promise<Row> {
  const [row] = await rabat.rows('SELECT version, state, signing_round AS round FROM handover WHERE id = $1', [
    HANDOVER,
  ]);
  return row as unknown as Row;
}

async function deeds(): Promise<string[]> {
  const rows = await rabat.rows('SELECT action FROM account_entry WHERE stream = $1 ORDER BY seq', [HANDOVER]);
  return rows.map(({ action }) => String(action)).filter((action) => action.startsWith('handover.'));
}

/** Both ask at the same instant, on the strength of the same version. Gives who was told yes. */
async function atOnce(...asked: readonly (readonly [PersonId, HandoverCommand])[]): Promise<string[]> {
  const { version: expectedVersion } = await now();
  const moving = new MoveHandover(rabat.database);
  const answers = await Promise.all(
    asked.map(async ([personId, command]) => {
      const answer = await moving.execute({ bodyId: RABAT, handoverId: HANDOVER, personId, expectedVersion }, command);
      if (answer === null || !isRefused(answer)) return command.move;
      expect(answer.gates.map(({ code }) => code)).toEqual(['version.stale']);
      return null;
    }),
  );
  return answers.filter((move) => move !== null);
}

async function again(): Promise<void> {
  const { state } = await now();
  if (state !== 'preparing') must(await rabat.tryHandover('sec', { move: 'reopen', reason: 'Once more' }));
  await rabat.acceptSections();
  must(await rabat.tryHandover('sec', { move: 'freeze' }));
}

const REOPEN: HandoverCommand = { move: 'reopen', reason: 'An annex is missing' };
const EFFECT: HandoverCommand = { move: 'effect', way: 'meeting' };

describe('two people at the same instant', () => {
  test(`${String(PAIRS)} times both chairs sign, or one signs while the pack is reopened: one outcome, told once`, async () => {
    for (let pair = 0; pair < PAIRS; pair += 1) {
      await again();
      const before = await deeds();
      const { round } = await now();
      const other = pair % 2 === 0 ? (['pt-lead', SIGN] as const) : (['sec', REOPEN] as const);
      const done = await atOnce(['ma-lead', SIGN], other);
      expect(done).toHaveLength(1);
      const after = await now();
      const [told, ...rest] = (await deeds()).slice(before.length);
      expect(rest).toEqual([]);
      expect(told).toBe(done[0] === 'sign' ? 'handover.signature_given' : 'handover.reopened');
      expect(after.state).toBe(done[0] === 'sign' ? 'signing' : 'preparing');
      expect(after.round).toBe(done[0] === 'sign' ? round : round + 1);
      const given = await rabat.rows('SELECT side FROM signature WHERE round = $1', [round]);
      expect(given).toHaveLength(done[0] === 'sign' ? 1 : 0);
    }
  });

  test('the chair passes, or the pack is reopened: never both, and there is one chair', async () => {
    for (let pair = 0; pair < PAIRS; pair += 1) {
      await again();
      must(await rabat.tryHandover('ma-lead', SIGN));
      must(await rabat.tryHandover('pt-lead', SIGN));
      const before = await deeds();
      const done = await atOnce(['sec', EFFECT], ['sec-2', REOPEN]);
      expect(done).toHaveLength(1);
      expect((await deeds()).slice(before.length)).toEqual([
        done[0] === 'effect' ? 'handover.effected' : 'handover.reopened',
      ]);
      expect(await rabat.rows(`SELECT count(*)::int AS chairs FROM term WHERE state = 'serving'`)).toEqual([
        { chairs: 1 },
      ]);
      if (done[0] === 'effect') {
        expect((await now()).state).toBe('effected');
        return;
      }
      expect((await now()).state).toBe('preparing');
    }
  });
});
