import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ChangeTerm } from '../../src/terms/change-term.js';
import { findTerm } from '../../src/terms/terms.queries.js';
import { BODY, draft, gatesOf, grounds, TermsDatabase } from './body-of-terms.js';

let terms: TermsDatabase;

beforeAll(async () => {
  terms = await TermsDatabase.open('2020-01-01');
  await terms.addBody('other');
});
afterAll(() => terms.close());

describe('a body without terms', () => {
  test('takes proposals from the secretariat only, for members it knows, and names all that is wrong at once', async () => {
    const wrong = draft('2020-be', ['BE', 'XX', 'BE', 'YY'], '2020-06-01', '2020-01-01');
    const before = await terms.digest();
    expect(gatesOf(await terms.tryToPropose('be-lead', wrong))).toEqual([
      'term.not_your_side',
      'term.holder_repeated',
      'term.end_before_start',
      'member.unknown',
      'member.unknown',
    ]);
    expect(await terms.digest()).toBe(before);
  });

  test('gets its first chair from a day on without a handover, and every later one by a handover only', async () => {
    await terms.propose(draft('2020-be', ['BE'], '2020-01-01', '2021-01-01'));
    await terms.propose(draft('2021-bf', ['BF'], '2021-01-01', '2022-01-01'));
    expect(gatesOf(await terms.tryToMove('sec', '2020-be', { move: 'start', on: '2020-01-01' }))).toEqual([
      'term.wrong_state',
    ]);
    expect(await terms.move('2020-be', { move: 'confirm' })).toMatchObject({ version: 2, state: 'confirmed' });
    expect(await terms.move('2020-be', { move: 'start', on: '2020-01-01' })).toMatchObject({ state: 'serving' });
    await terms.move('2021-bf', { move: 'confirm' });
    await terms.setClock('2021-01-01T12:00:00Z');
    expect(gatesOf(await terms.tryToMove('sec', '2021-bf', { move: 'start', on: '2021-01-01' }))).toEqual([
      'term.only_by_handover',
    ]);
  });
});

describe('a move of a term', () => {
  test('needs the version that is there now', async () => {
    const request = { bodyId: BODY, termId: '2020-be', personId: 'sec', expectedVersion: 2 };
    const stale = await new ChangeTerm(terms.database).execute(request, { move: 'extend', end: null, ...grounds });
    expect(stale).toMatchObject({ gates: [{ code: 'version.stale', facts: { expected: 2, actual: 3 } }] });
  });

  test('that someone decided leaves a revision with old and new values, the reference, and the reason kept apart', async () => {
    await terms.move('2020-be', { move: 'extend', end: null, ...grounds });
    const term = await terms.database.read(BODY, (em) => findTerm(em, BODY, '2020-be'));
    expect(term).toMatchObject({
      version: 4,
      planned: { start: '2020-01-01', end: null },
      precision: { end: 'unknown' },
      holders: [{ id: 'BE', name: 'Republic of BE' }],
      chairFrom: '2020-01-01T12:00:00.000Z',
      chairUntil: null,
    });
    expect(term?.revisions).toEqual([
      {
        version: 4,
        at: '2021-01-01T12:00:00.000Z',
        actorId: 'sec',
        move: 'extend',
        decidedBy: grounds.decidedBy,
        reason: grounds.reason,
        changed: expect.objectContaining({
          planned: { from: { start: '2020-01-01', end: '2021-01-01' }, to: { start: '2020-01-01', end: null } },
        }),
        accountSeq: expect.any(Number),
      },
    ]);
    const [entry] = await terms.rows(
      `SELECT action, subject, entry FROM account_entry WHERE body_id = $1 AND stream = 'body' ORDER BY seq DESC LIMIT 1`,
      [BODY],
    );
    expect(entry).toMatchObject({ action: 'term.extended', subject: 'term:2020-be' });
    expect(String(entry?.entry)).not.toContain(grounds.reason);
  });

  test('to a new end is refused with every reason: no reference, not shorter, in the past', async () => {
    await terms.move('2020-be', { move: 'shorten', end: '2021-01-01', ...grounds });
    const command = { move: 'shorten', end: '2020-12-31', reason: ' ', decidedBy: '' } as const;
    expect(gatesOf(await terms.tryToMove('ma-lead', '2020-be', command))).toEqual([
      'term.not_your_side',
      'term.text_missing',
      'term.text_missing',
      'term.end_in_past',
    ]);
  });

  test('may end a term that began early before the day on which it was to begin', async () => {
    await terms.addBody('early');
    await terms.propose(draft('2022-ma', ['MA'], '2022-01-01', '2023-01-01'), 'early');
    await terms.move('2022-ma', { move: 'confirm' }, 'early');
    await terms.move('2022-ma', { move: 'start', on: '2020-12-01' }, 'early');
    await terms.move('2022-ma', { move: 'shorten', end: '2021-12-01', ...grounds }, 'early');
    expect(await terms.term('2022-ma', 'early')).toMatchObject({
      effective: { start: '2020-12-01', end: null },
      planned: { start: '2022-01-01', end: '2021-12-01' },
    });
  });

  test('pauses the body and takes it up again, and the term stays the legal chair', async () => {
    await terms.move('2020-be', { move: 'suspend', on: '2020-12-01', ...grounds });
    expect(await terms.term('2020-be')).toMatchObject({
      state: 'suspended',
      pauses: [{ from: '2020-12-01', until: null }],
    });
    await terms.move('2020-be', { move: 'resume', on: '2021-01-01', ...grounds });
    expect(await terms.term('2020-be')).toMatchObject({
      state: 'serving',
      pauses: [{ from: '2020-12-01', until: '2021-01-01' }],
    });
    expect(await terms.rows('SELECT chair_until FROM term WHERE state = $1', ['serving'])).toEqual([
      { chair_until: null },
    ]);
  });

  test('changes holders to members that are known, and the co-chairs hold the one term together', async () => {
    const join = { move: 'change-holder', cause: 'agreed', ...grounds } as const;
    expect(gatesOf(await terms.tryToMove('sec', '2020-be', { ...join, holders: ['BE', 'ZZ'] }))).toEqual([
      'member.unknown',
    ]);
    await terms.move('2020-be', { ...join, holders: ['FR', 'BE'] });
    expect((await terms.term('2020-be')).holders).toEqual(['FR', 'BE']);
  });

  test('changes the label and nothing else; the same label again is no change', async () => {
    await terms.move('2020-be', { move: 'relabel', label: 'January 2020 - January 2021', ...grounds });
    const again = await terms.tryToMove('sec', '2020-be', {
      move: 'relabel',
      label: 'January 2020 - January 2021',
      ...grounds,
    });
    expect(gatesOf(again)).toEqual(['term.nothing_changes']);
  });

  test('of a term that another body has is a move of nothing', async () => {
    await terms.propose(draft('hidden', ['BE'], null, null), 'other');
    expect(await terms.tryToMove('sec', 'hidden', { move: 'confirm' })).toBeNull();
    expect(await terms.database.read(BODY, (em) => findTerm(em, BODY, 'hidden'))).toBeNull();
    expect(await terms.database.read(BODY, (em) => findTerm(em, 'other', 'hidden'))).toBeNull();
  });
});

describe('the people who are told', () => {
  let told: TermsDatabase;
  beforeAll(async () => {
    told = await TermsDatabase.open('2020-03-01');
    await told.serveInTurn(['BE', 'BF', 'FR']);
  });
  afterAll(() => told.close());

  test('are the leads and delegates of the members concerned and the secretariat, but not who did it', async () => {
    await told.move('t2-fr', { move: 'lapse', ...grounds });
    expect((await told.told()).filter((line) => line.includes('lapsed'))).toEqual([
      'fr-delegate term.lapsed term:t2-fr',
      'fr-lead term.lapsed term:t2-fr',
      'sec-2 term.lapsed term:t2-fr',
    ]);
  });

  test('of a chair in office are also those of the next turn', async () => {
    await told.move('t0-be', { move: 'suspend', on: '2020-03-01', ...grounds });
    expect((await told.told()).filter((line) => line.includes('suspended')).map((line) => line.split(' ')[0])).toEqual([
      'be-delegate',
      'be-lead',
      'bf-delegate',
      'bf-lead',
      'sec-2',
    ]);
  });

  test('of a change of holder are those who leave and those who come', async () => {
    await told.move('t1-bf', { move: 'change-holder', holders: ['GQ'], cause: 'replaced', ...grounds });
    expect(
      (await told.told()).filter((line) => line.includes('holder_changed')).map((line) => line.split(' ')[0]),
    ).toEqual(['bf-delegate', 'bf-lead', 'gq-delegate', 'gq-lead', 'sec-2']);
  });
});
