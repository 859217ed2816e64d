import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HandoverCommand } from '../../src/engine/handovers/handover.js';
import { MoveHandover } from '../../src/handovers/move-handover.js';
import { isRefused } from '../../src/storage/database.js';
import { HANDOVER, must, RABAT, RabatHandover, SIGN, type PersonId } from '../support/rabat.js';
import { bringToSigning, takeChairBack } from '../support/ready-to-sign.js';

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
/** The second signature may be missing: so each of the three can be done when they ask. */
const EFFECT: HandoverCommand = { move: 'effect', way: 'decision', withoutSignature: { reference: 'Decision 4/2024' } };

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

  test(`${String(PAIRS)} times one signs, one reopens and one lets the chair pass: one outcome, told once, and one chair`, async () => {
    const outcomes: Readonly<Record<string, readonly [told: string, state: string]>> = {
      sign: ['handover.signed', 'signed'],
      reopen: ['handover.reopened', 'preparing'],
      effect: ['handover.effected', 'effected'],
    };
    let passed = 0;
    for (let turn = 0; turn < PAIRS; turn += 1) {
      await again();
      must(await rabat.tryHandover('ma-lead', SIGN));
      const before = await deeds();
      const all = [
        ['pt-lead', SIGN],
        ['sec-2', REOPEN],
        ['sec', EFFECT],
      ] as const;
      // Who asks first has the better chance; each of them is first in turn.
      const [done, ...others] = await atOnce(...all.slice(turn % 3), ...all.slice(0, turn % 3));
      expect(others).toEqual([]);
      const [told, state] = outcomes[done ?? ''] ?? [];
      expect((await deeds()).slice(before.length)).toEqual([told]);
      expect((await now()).state).toBe(state);
      const chairs = await rabat.rows(`SELECT id FROM term WHERE state = 'serving'`);
      expect(chairs).toEqual([{ id: done === 'effect' ? '2024-pt' : '2022-ma' }]);
      const ofBody = await rabat.rows(
        `SELECT action FROM account_entry WHERE stream = 'body' AND action LIKE 'term.%'`,
      );
      expect(ofBody).toHaveLength(2 * passed + (done === 'effect' ? 2 : 0));
      if (done !== 'effect') continue;
      passed += 1;
      await takeChairBack(rabat);
    }
  });

  test('twenty pairs at once, who sign, reopen and let it pass on the strength of the same page: one of forty is told yes', async () => {
    await again();
    must(await rabat.tryHandover('ma-lead', SIGN));
    const before = await deeds();
    const deed = (index: number) =>
      (
        [
          ['pt-lead', SIGN],
          ['sec', REOPEN],
          ['sec-2', EFFECT],
        ] as const
      )[index % 3];
    const asked = Array.from({ length: 2 * PAIRS }, (_, index) => deed(index)).filter((one) => one !== undefined);
    expect(await atOnce(...asked)).toHaveLength(1);
    expect((await deeds()).slice(before.length)).toHaveLength(1);
    expect(await rabat.rows(`SELECT count(*)::int AS chairs FROM term WHERE state = 'serving'`)).toEqual([
      { chairs: 1 },
    ]);
  });
});
