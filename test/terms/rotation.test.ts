import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApplyRotation } from '../../src/terms/apply-rotation.js';
import { PreviewRotation } from '../../src/terms/preview-rotation.js';
import type { RotationPreview } from '../../src/terms/plan-operation.js';
import type { RotationCommand } from '../../src/engine/terms/rotation.js';
import { must } from '../support/rabat.js';
import { BODY, draft, gatesOf, grounds, TermsDatabase } from './body-of-terms.js';

let terms: TermsDatabase;

beforeAll(async () => {
  terms = await TermsDatabase.open('2020-01-01');
  await terms.serveInTurn(['BE', 'BF', 'FR', 'GQ', 'ES']);
});
afterAll(() => terms.close());

const swap = { operation: 'swap', first: 't1-bf', second: 't3-gq', ...grounds } as const;

async function preview(command: RotationCommand, person = 'sec'): Promise<RotationPreview> {
  return must(await new PreviewRotation(terms.database).execute(BODY, person, command));
}

/** Terms to come on paper. */
async function queue(): Promise<string[]> {
  const all = await terms.terms();
  return all
    .filter(({ state }) => state === 'confirmed' || state === 'proposed')
    .map(({ id, planned }) => `${id} ${String(planned.start)} ${String(planned.end)}`);
}

describe('a preview', () => {
  test('shows every date old and new, the people who would be told, and changes nothing', async () => {
    const before = await terms.digest();
    const shown = await preview(swap);
    expect(shown).toMatchObject({
      operation: 'swap',
      gaps: [],
      handovers: [],
      token: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(shown.dates).toEqual([
      { term: 't3-gq', field: 'planned.start', from: '2021-07-01', to: '2020-07-01' },
      { term: 't3-gq', field: 'planned.end', from: '2022-01-01', to: '2021-01-01' },
      { term: 't1-bf', field: 'planned.start', from: '2020-07-01', to: '2021-07-01' },
      { term: 't1-bf', field: 'planned.end', from: '2021-01-01', to: '2022-01-01' },
    ]);
    expect(shown.told).toEqual(['bf-delegate', 'bf-lead', 'gq-delegate', 'gq-lead', 'sec-2']);
    expect(await terms.digest()).toBe(before);
  });

  test('of what is not possible lists every reason', async () => {
    const wrong = { ...swap, first: 't0-be', second: 'nobody', reason: '' } as const;
    expect(gatesOf(await new PreviewRotation(terms.database).execute(BODY, 'ma-lead', wrong))).toEqual([
      'term.not_your_side',
      'term.text_missing',
      'rotation.term_fixed',
      'rotation.term_unknown',
    ]);
    const unknown = {
      operation: 'withdraw',
      term: 't1-bf',
      replacement: { id: 'new', holders: ['XX'] },
      ...grounds,
    } as const;
    expect(gatesOf(await new PreviewRotation(terms.database).execute(BODY, 'sec', unknown))).toEqual([
      'member.unknown',
    ]);
  });

  test('in a body that there is not is nothing', async () => {
    expect(await new PreviewRotation(terms.database).execute('nowhere', 'sec', swap)).toBeNull();
  });
});

describe('an operation that is applied', () => {
  test('does just what was shown, with a revision for every term and one message for each person', async () => {
    const shown = await preview(swap);
    const done = must(await new ApplyRotation(terms.database).execute(BODY, 'sec', swap, shown.token));
    expect(done).toMatchObject({
      token: shown.token,
      told: shown.told,
      terms: [
        { id: 't3-gq', version: 3, state: 'confirmed' },
        { id: 't1-bf', version: 3, state: 'confirmed' },
      ],
    });
    expect(await queue()).toEqual([
      't3-gq 2020-07-01 2021-01-01',
      't2-fr 2021-01-01 2021-07-01',
      't1-bf 2021-07-01 2022-01-01',
      't4-es 2022-01-01 2022-07-01',
    ]);
    expect((await terms.told()).filter((line) => /redated|rotation/.test(line))).toEqual([
      'sec-2 rotation.changed term:t3-gq',
      'bf-delegate term.redated term:t1-bf',
      'bf-lead term.redated term:t1-bf',
      'gq-delegate term.redated term:t3-gq',
      'gq-lead term.redated term:t3-gq',
    ]);
    const revisions = await terms.rows(
      `SELECT r.term_id, r.move, e.subject, e.action FROM term_revision r
       JOIN account_entry e ON e.body_id = r.body_id AND e.stream = 'body' AND e.seq = r.account_seq
       WHERE r.body_id = $1 AND r.move = 'swap' ORDER BY r.account_seq`,
      [BODY],
    );
    expect(revisions).toEqual([
      { term_id: 't3-gq', move: 'swap', subject: 'term:t3-gq', action: 'term.redated' },
      { term_id: 't1-bf', move: 'swap', subject: 'term:t1-bf', action: 'term.redated' },
    ]);
  });

  test('with a preview that is no longer true is refused, with the new preview, and changes nothing', async () => {
    const skip = { operation: 'skip', term: 't4-es', later: 'keep_dates', ...grounds } as const;
    const shown = await preview(skip);
    await terms.move('t4-es', { move: 'relabel', label: 'Another label', ...grounds });
    const before = await terms.digest();
    const stale = await new ApplyRotation(terms.database).execute(BODY, 'sec', skip, shown.token);
    expect(gatesOf(stale)).toEqual(['rotation.preview_stale']);
    expect(await terms.digest()).toBe(before);
    const fresh = (stale as { preview: RotationPreview }).preview;
    expect(fresh.token).not.toBe(shown.token);
    must(await new ApplyRotation(terms.database).execute(BODY, 'sec', skip, fresh.token));
    expect(await terms.term('t4-es')).toMatchObject({ state: 'lapsed' });
  });

  test('may be worded anew: the reason is no part of what was shown', async () => {
    const back = { ...swap, reason: 'First wording' };
    const { token } = await preview(back);
    must(await new ApplyRotation(terms.database).execute(BODY, 'sec', { ...back, reason: 'Better wording' }, token));
    expect((await queue())[0]).toBe('t1-bf 2020-07-01 2021-01-01');
  });

  test('shifts the queue by half a year and puts a new turn in, by one decision', async () => {
    const shift = {
      operation: 'shift',
      from: 't2-fr',
      months: -6,
      givenUp: ['t1-bf'],
      insert: { term: draft('t9-ma', ['MA'], '2021-07-01', '2022-01-01'), before: null },
      missingDay: 'refuse',
      ...grounds,
    } as const;
    const { terms: changed } = await terms.operate(shift);
    expect(changed.map(({ id, state }) => `${id} ${state}`)).toEqual([
      't1-bf lapsed',
      't2-fr confirmed',
      't3-gq confirmed',
      't9-ma proposed',
    ]);
    expect(await queue()).toEqual([
      't2-fr 2020-07-01 2021-01-01',
      't3-gq 2021-01-01 2021-07-01',
      't9-ma 2021-07-01 2022-01-01',
    ]);
  });

  test('declares a vacancy from today: at this instant the term in the chair is concluded and nobody follows', async () => {
    await terms.setClock('2020-03-10T15:30:00Z');
    const vacancy = {
      operation: 'declare-vacancy',
      id: 'nobody',
      from: '2020-03-10',
      end: null,
      boundary: 'shared_day',
      ...grounds,
    } as const;
    await terms.operate(vacancy);
    const rows = await terms.rows(
      `SELECT id, state, iso_instant(chair_from) AS "from", iso_instant(chair_until) AS "until" FROM term
       WHERE body_id = $1 AND chair_from IS NOT NULL ORDER BY chair_from`,
      [BODY],
    );
    expect(rows).toEqual([
      { id: 't0-be', state: 'concluded', from: '2020-01-01T12:00:00.000Z', until: '2020-03-10T15:30:00.000Z' },
      { id: 'nobody', state: 'serving', from: '2020-03-10T15:30:00.000Z', until: null },
    ]);
  });

  test('appoints a caretaker for the empty chair, and an operation on the queue leaves those instants as they were', async () => {
    await terms.setClock('2020-03-12T09:00:00Z');
    const caretaker = {
      operation: 'appoint-caretaker',
      id: 'minder',
      holders: ['PT'],
      from: '2020-03-12',
      end: null,
      boundary: 'shared_day',
      ...grounds,
    } as const;
    await terms.operate(caretaker);
    await terms.setClock('2020-03-12T18:00:00Z');
    const before = await terms.rows('SELECT id, chair_from, chair_until FROM term WHERE body_id = $1 ORDER BY id', [
      BODY,
    ]);
    const draftBefore = { ...draft('t8-ng', ['NG'], null, null) };
    await terms.operate({ operation: 'insert', term: draftBefore, before: 't2-fr', laterMonths: 0, ...grounds });
    const after = await terms.rows('SELECT id, chair_from, chair_until FROM term WHERE body_id = $1 ORDER BY id', [
      BODY,
    ]);
    expect(after.filter(({ id }) => id !== 't8-ng')).toEqual(before);
  });

  test('names the holder of a turn that had none, moves the passage, bridges and withdraws', async () => {
    await terms.propose(draft('t10', [], '2022-01-01', '2022-07-01'));
    await terms.operate({ operation: 'set-successor', term: 't10', holders: ['NG', 'ES'], ...grounds });
    expect(await terms.term('t10')).toMatchObject({ holders: ['NG', 'ES'] });
    await terms.operate({ operation: 'move-passage', incoming: 't3-gq', on: '2021-02-01', ...grounds });
    expect((await terms.term('t2-fr')).planned.end).toBe('2021-02-01');
    await terms.operate({ operation: 'bridge', term: 't10', end: '2023-07-01', later: null, ...grounds });
    expect(await terms.term('t10')).toMatchObject({ kind: 'bridging', planned: { end: '2023-07-01' } });
    await terms.operate({ operation: 'withdraw', term: 't10', replacement: { id: 't11', holders: [] }, ...grounds });
    expect(await terms.term('t11')).toMatchObject({
      state: 'proposed',
      planned: { start: '2022-01-01', end: '2023-07-01' },
    });
  });
});

describe('two people at once', () => {
  let race: TermsDatabase;
  beforeAll(async () => {
    race = await TermsDatabase.open('2020-01-01');
    await race.serveInTurn(['BE', 'BF', 'FR', 'GQ', 'ES', 'MA']);
  });
  afterAll(() => race.close());

  const swaps = { operation: 'swap', first: 't1-bf', second: 't2-fr', ...grounds } as const;
  const skips = { operation: 'skip', term: 't2-fr', later: 'move_up', ...grounds } as const;

  /** What comes of everyone applying at the same moment what they had looked at before. */
  async function applyAtOnce(people: readonly string[], commands: readonly RotationCommand[]): Promise<unknown[]> {
    const looked = people.map(async (person, at) => {
      const command = commands[at % commands.length] as RotationCommand;
      const { token } = must(await new PreviewRotation(race.database).execute(BODY, person, command));
      return { person, command, token };
    });
    const ready = await Promise.all(looked);
    return Promise.all(
      ready.map(({ person, command, token }) => new ApplyRotation(race.database).execute(BODY, person, command, token)),
    );
  }

  test('doing the same: one wins, the others get a clean refusal, and the account chain is whole', async () => {
    for (let round = 0; round < 20; round++) {
      const results = await applyAtOnce(['sec', 'sec-2', 'sec', 'sec-2', 'sec-2'], [swaps]);
      const refused = results.filter((result) => Object.hasOwn(result as object, 'gates'));
      expect(refused).toHaveLength(4);
      for (const each of refused) expect(gatesOf(each)).toEqual(['rotation.preview_stale']);
    }
    expect(await brokenLinks()).toEqual([]);
  });

  test('doing different things to the same turn: one wins', async () => {
    const results = await applyAtOnce(['sec', 'sec-2'], [swaps, skips]);
    expect(results.filter((result) => Object.hasOwn(result as object, 'gates'))).toHaveLength(1);
    expect(await brokenLinks()).toEqual([]);
  });

  async function brokenLinks(): Promise<object[]> {
    return race.rows(
      `SELECT seq FROM (
         SELECT seq, prev_hash, lag(hash, 1, repeat('0', 64)) OVER w AS before, row_number() OVER w AS place
         FROM account_entry WHERE body_id = $1 AND stream = 'body' WINDOW w AS (ORDER BY seq)) AS chained
       WHERE seq <> place OR prev_hash <> before`,
      [BODY],
    );
  }
});
