import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decideAsset, type AssetFacts, type AssetMove } from '../../../src/engine/handovers/asset.js';
import type { Hat } from '../../../src/engine/decision.js';
import { OTHER_BODY, TestApp } from '../../support/app.js';
import { HANDOVER, RABAT, type PersonId } from '../../support/rabat.js';
import { plantAsset } from './planted-asset.js';

const LISTED: AssetFacts = { id: 'a', handoverState: 'preparing', step: 'listed', transferredPersons: [] };
const GIVEN: AssetFacts = { ...LISTED, step: 'transferred', transferredPersons: ['ma-lead'] };
const hat = (personId: string, side: Hat['side']): Hat => ({
  personId,
  side,
  role: side === 'secretariat' ? 'secretariat' : 'lead',
});
const ma = { personId: 'ma-lead', hats: [hat('ma-lead', 'outgoing')] };
const pt = { personId: 'pt-lead', hats: [hat('pt-lead', 'incoming')] };
const sec = { personId: 'sec', hats: [hat('sec', 'secretariat')] };
const AT = '2024-01-12T08:00:00.000Z';

function against(facts: AssetFacts, move: AssetMove, actor: typeof ma, reason = ''): string[] {
  const decision = decideAsset(facts, move, actor, AT, reason);
  return decision.refused ? decision.gates.map(({ code }) => code) : [];
}

describe('what changes hands', () => {
  test('is handed over by the outgoing chair or the secretariat, and confirmed by the incoming chair', () => {
    expect(against(LISTED, 'transfer', ma)).toEqual([]);
    expect(against(LISTED, 'transfer', sec)).toEqual([]);
    expect(against(LISTED, 'transfer', pt)).toEqual(['asset.not_your_side']);
    expect(against(GIVEN, 'confirm', pt)).toEqual([]);
    expect(against(GIVEN, 'confirm', ma)).toEqual(['asset.not_your_side', 'asset.same_person']);
    expect(against(GIVEN, 'confirm', sec)).toEqual(['asset.not_your_side']);
  });

  test('is not confirmed by whoever handed it over, also not in the hat of somebody they stand in for', () => {
    const both = { personId: 'ma-lead', hats: [hat('ma-lead', 'outgoing'), hat('pt-lead', 'incoming')] };
    expect(against(GIVEN, 'confirm', both)).toEqual(['asset.same_person']);
    const decision = decideAsset(LISTED, 'transfer', both, AT);
    expect(decision.refused ? null : decision.changes.transferred?.persons).toEqual(['ma-lead', 'pt-lead']);
    expect(against({ ...GIVEN, transferredPersons: ['ma-lead', 'pt-lead'] }, 'confirm', pt)).toEqual([
      'asset.same_person',
    ]);
  });

  test('is not confirmed before it was handed over, nor sent back without a reason', () => {
    expect(against(LISTED, 'confirm', pt)).toEqual(['asset.wrong_step']);
    expect(against(GIVEN, 'sendBack', pt, ' ')).toEqual(['reason.missing']);
    expect(against(GIVEN, 'sendBack', pt, 'The password does not work')).toEqual([]);
  });

  test('is frozen as a list with the pack, and may still change hands until the handover is closed', () => {
    for (const handoverState of ['signing', 'signed', 'effected'] as const) {
      expect(against({ ...LISTED, handoverState }, 'add', ma)).toEqual(['asset.list_frozen']);
      expect(against({ ...LISTED, handoverState }, 'remove', ma)).toEqual(['asset.list_frozen']);
      expect(against({ ...LISTED, handoverState }, 'transfer', ma)).toEqual([]);
      expect(against({ ...GIVEN, handoverState }, 'confirm', pt)).toEqual([]);
    }
    expect(against({ ...LISTED, handoverState: 'closed' }, 'transfer', ma)).toEqual(['asset.handover_over']);
  });
});

describe('the list of what changes hands', () => {
  let app: TestApp;
  let asset: string;
  const at = `/bodies/${RABAT}/handovers/${HANDOVER}/pack/assets`;

  beforeAll(async () => {
    app = await TestApp.start();
    asset = await plantAsset(app, '<script>alert(1)</script> list');
  });
  afterAll(() => app.close());

  const post = async (person: PersonId, move: string, form: Readonly<Record<string, string>>) =>
    (await app.signIn(person)).post(`${at}${move === '' ? '' : `/${asset}/${move}`}`, form);

  test('shows names as text, and is not shown to observers', async () => {
    const page = await (await app.signIn('ma-lead')).get(at);
    expect(page.text).toContain('&lt;script>alert(1)');
    expect(page.text).not.toContain('<script>alert(1)');
    expect((await (await app.signIn('watcher')).get(at)).text).not.toContain('alert(1)');
  });

  test('is not there for another body', async () => {
    const visitor = await app.signIn('ma-lead', OTHER_BODY);
    expect((await visitor.get(at)).status).toBe(404);
    expect((await visitor.post(`${at}/${asset}/transfer`, { version: '1' })).status).toBe(404);
  });

  test('keeps what was typed when it cannot be taken, and adds nothing', async () => {
    const answer = await post('ma-lead', '', { kind: 'nonsense', name: 'treasury@lists.example' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="treasury@lists.example"');
    expect(await app.rabat.rows('SELECT FROM asset')).toHaveLength(1);
  });

  test('goes from one side to the other: handed over, sent back, handed over again, confirmed', async () => {
    expect((await post('ma-lead', 'transfer', { version: '1' })).status).toBe(303);
    const stale = await post('ma-delegate', 'transfer', { version: '1' });
    expect(stale.status).toBe(422);
    expect((await post('pt-delegate', 'send-back', { version: '2', reason: 'It bounces' })).status).toBe(303);
    expect((await post('sec', 'transfer', { version: '3' })).status).toBe(303);
    expect((await post('sec', 'confirm', { version: '4' })).status).toBe(422);
    expect((await post('pt-lead', 'confirm', { version: '4' })).status).toBe(303);
    const told = await app.rabat.rows(
      `SELECT action FROM account_entry WHERE body_id = $1 AND stream = $2 AND subject = $3 ORDER BY seq`,
      [RABAT, HANDOVER, `asset:${asset}`],
    );
    const deeds = ['added', 'transferred', 'sent_back', 'transferred', 'confirmed'];
    expect(told.map(({ action }) => action)).toEqual(deeds.map((deed) => `asset.${deed}`));
    const owed = await app.rabat.rows(`SELECT kind FROM notification WHERE subject = $1 ORDER BY created_at, id`, [
      `asset:${asset}`,
    ]);
    expect(owed.map(({ kind }) => kind)).toEqual(deeds.slice(1).map((deed) => `asset.${deed}`));
  });
});
