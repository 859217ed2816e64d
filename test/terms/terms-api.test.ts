import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { databaseDigest } from '../support/database-digest.js';
import { OTHER_BODY, TestApp, type Answer } from '../support/app.js';
import { HANDOVER } from '../support/rabat.js';

/** On 2 October 2023 Morocco serves, Portugal is confirmed, and their handover is planned. */
let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

const GROUNDS = { reason: 'Agreed in the committee', decidedBy: 'Minutes 12, item 4' };
const SPAIN = {
  id: '2025-es',
  holders: ['ES'],
  plannedStart: '2025-01-31',
  plannedEnd: '2026-01-30',
  boundary: 'shared_day',
};

function ids({ body }: Answer): string[] {
  return (body.items as { id: string }[]).map(({ id }) => id);
}

function fields({ body }: Answer): string[] {
  return (body.errors as { field: string }[]).map(({ field }) => field).sort();
}

function codes({ body }: Answer): string[] {
  return (body.gates as { code: string }[]).map(({ code }) => code);
}

describe('terms', () => {
  test('are proposed by the secretariat and listed in the order of the rotation, page by page', async () => {
    const added = await app.as('sec', 'post', '/terms', SPAIN);
    expect(added).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { id: '2025-es', state: 'proposed' } });
    const first = await app.as('watcher', 'get', '/terms?limit=2');
    expect(ids(first)).toEqual(['2022-ma', '2024-pt']);
    const second = await app.as('watcher', 'get', `/terms?limit=2&cursor=${String(first.body.next)}`);
    expect(ids(second)).toEqual(['2025-es']);
    expect(second.body.next).toBeNull();
    expect((await app.as('watcher', 'get', '/terms?cursor=bm8')).status).toBe(422);
  });

  test('are refused with every field that is wrong, by its name', async () => {
    const wrong = {
      ...SPAIN,
      id: 'a b',
      holders: ['ES', '../x'],
      plannedStart: '2024-02-30',
      color: 'red',
      label: 'a\u202eb',
    };
    const refused = await app.as('sec', 'post', '/terms', wrong);
    expect(refused.status).toBe(422);
    expect(fields(refused)).toEqual(['color', 'holders', 'id', 'label', 'plannedStart']);
    const backwards = { ...SPAIN, id: 'x', plannedStart: '2026-01-01', plannedEnd: '2025-01-01' };
    expect(fields(await app.as('sec', 'post', '/terms', backwards))).toEqual(['plannedEnd']);
    const overlapping = { ...SPAIN, id: 'x', plannedStart: '2024-06-01', plannedEnd: '2024-12-01' };
    const conflict = await app.as('sec', 'post', '/terms', overlapping);
    expect(conflict.status).toBe(409);
    expect(codes(conflict)).toEqual(['term.overlaps']);
  });

  test('are moved with the version that was read, and read again with what was decided', async () => {
    const extend = { end: '2024-03-01', ...GROUNDS };
    expect((await app.as('sec', 'post', '/terms/2022-ma/extend', extend)).status).toBe(428);
    const stale = await app.as('sec', 'post', '/terms/2022-ma/extend', extend, { 'if-match': '"7"' });
    expect(stale.status).toBe(412);
    const overlapping = await app.as('sec', 'post', '/terms/2022-ma/extend', extend, { 'if-match': '"1"' });
    expect(codes(overlapping)).toEqual(['term.overlaps']);
    const label = { label: 'December 2022 - January 2024', ...GROUNDS };
    const relabelled = await app.as('sec', 'post', '/terms/2022-ma/relabel', label, { 'if-match': '"1"' });
    expect(relabelled).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    const read = await app.as('es-delegate', 'get', '/terms/2022-ma');
    expect(read).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: {
        holders: [{ id: 'MA', name: 'Morocco' }],
        label: label.label,
        revisions: [{ version: 2, actorId: 'sec', move: 'relabel', ...GROUNDS }],
      },
    });
    const cached = await app.as('es-delegate', 'get', '/terms/2022-ma', undefined, { 'if-none-match': '"2"' });
    expect(cached.status).toBe(304);
  });

  test('of every kind of move say what they need', async () => {
    const needs = {
      start: ['on'],
      conclude: ['decidedBy', 'on', 'reason'],
      lapse: ['decidedBy', 'reason'],
      suspend: ['decidedBy', 'on', 'reason'],
      resume: ['decidedBy', 'on', 'reason'],
      extend: ['decidedBy', 'end', 'reason'],
      shorten: ['decidedBy', 'end', 'reason'],
      'change-holder': ['cause', 'decidedBy', 'holders', 'reason'],
      relabel: ['decidedBy', 'label', 'reason'],
    };
    for (const [move, missing] of Object.entries(needs)) {
      const refused = await app.as('sec', 'post', `/terms/2025-es/${move}`, {}, { 'if-match': '"1"' });
      expect([move, refused.status, fields(refused)]).toEqual([move, 422, missing]);
    }
    const confirmed = await app.as('sec', 'post', '/terms/2025-es/confirm', undefined, { 'if-match': '"1"' });
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'confirmed', version: 2 } });
  });

  test('of another body are not there, whoever asks and whatever for', async () => {
    const path = `/api/v1/bodies/${OTHER_BODY}/terms/2022-ma`;
    expect((await app.send('get', path, { token: app.token('sec') })).status).toBe(404);
    const foreign = { token: app.token('sec'), headers: { 'if-match': '"1"' }, body: { label: 'x', ...GROUNDS } };
    expect((await app.send('post', `${path}/relabel`, foreign)).status).toBe(404);
    expect((await app.as('sec', 'get', '/terms/nobody')).status).toBe(404);
  });
});

describe('the chair', () => {
  test('of a day is told with what each is to it', async () => {
    expect((await app.as('watcher', 'get', '/chair')).body).toEqual({
      on: '2023-10-02',
      chairs: [
        {
          term: '2022-ma',
          holders: [{ id: 'MA', name: 'Morocco' }],
          kind: 'regular',
          as: 'chair',
          certainty: 'confirmed',
          note: null,
        },
      ],
    });
    const later = await app.as('watcher', 'get', '/chair?on=2024-06-01');
    expect(later.body.chairs).toMatchObject([
      { term: '2022-ma', as: 'until_handover' },
      { term: '2024-pt', as: 'planned' },
    ]);
    expect(fields(await app.as('watcher', 'get', '/chair?on=2024-02-30'))).toEqual(['on']);
  });

  test('has a rotation with its gaps', async () => {
    const { body } = await app.as('watcher', 'get', '/rotation');
    expect(body).toMatchObject({
      overlaps: [],
      gaps: [{ kind: 'gap', first: '2022-ma', second: '2024-pt', from: '2024-01-31', until: '2024-02-01', in: 'plan' }],
    });
    expect((body.terms as { id: string }[]).map(({ id }) => id)).toEqual(['2022-ma', '2024-pt', '2025-es']);
  });
});

describe('an operation on the rotation', () => {
  const swap = { first: '2024-pt', second: '2025-es', ...GROUNDS };

  test('is previewed, with the handover that it reaches, and applied with the token of that', async () => {
    const before = await databaseDigest(app.rabat.url);
    const preview = await app.as('sec', 'post', '/rotation/swap/preview', swap);
    expect(preview).toMatchObject({ status: 200, body: { operation: 'swap', handovers: [HANDOVER] } });
    expect(await databaseDigest(app.rabat.url)).toBe(before);
    const { token } = preview.body;
    const applied = await app.as('sec-2', 'post', '/rotation/swap/apply', { ...swap, token });
    expect(applied).toMatchObject({ status: 200, body: { token, operation: 'swap' } });
    const again = await app.as('sec', 'post', '/rotation/swap/apply', { ...swap, token });
    expect(again).toMatchObject({ status: 409, body: { preview: { operation: 'swap' } } });
    expect(codes(again)).toEqual(['rotation.preview_stale']);
    const { token: fresh } = again.body.preview as { token: string };
    expect((await app.as('sec', 'post', '/rotation/swap/apply', { ...swap, token: fresh })).status).toBe(200);
  });

  test('happens once under one Idempotency-Key', async () => {
    const label = { 'idempotency-key': 'skip-once' };
    const skip = { term: '2025-es', later: 'keep_dates', ...GROUNDS };
    const { token } = (await app.as('sec', 'post', '/rotation/skip/preview', skip)).body;
    const first = await app.as('sec', 'post', '/rotation/skip/apply', { ...skip, token }, label);
    const second = await app.as('sec', 'post', '/rotation/skip/apply', { ...skip, token }, label);
    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 200, headers: { 'idempotency-replayed': 'true' }, body: first.body });
  });

  test.each([
    ['insert', ['before', 'decidedBy', 'reason', 'term']],
    ['skip', ['decidedBy', 'later', 'reason', 'term']],
    ['swap', ['decidedBy', 'first', 'reason', 'second']],
    ['shift', ['decidedBy', 'from', 'months', 'reason']],
    ['bridge', ['decidedBy', 'end', 'reason', 'term']],
    ['declare-vacancy', ['boundary', 'decidedBy', 'from', 'id', 'reason']],
    ['appoint-caretaker', ['boundary', 'decidedBy', 'from', 'holders', 'id', 'reason']],
    ['move-passage', ['decidedBy', 'incoming', 'on', 'reason']],
    ['set-successor', ['decidedBy', 'holders', 'reason', 'term']],
    ['withdraw', ['decidedBy', 'reason', 'replacement', 'term']],
  ])('%s says what it needs, and to be applied the token too', async (operation, missing) => {
    const preview = await app.as('sec', 'post', `/rotation/${operation}/preview`, {});
    expect([preview.status, fields(preview)]).toEqual([422, missing]);
    const apply = await app.as('sec', 'post', `/rotation/${operation}/apply`, {});
    expect([apply.status, fields(apply)]).toEqual([422, [...missing, 'token'].sort()]);
  });

  test.each([
    ['insert', { term: { ...SPAIN, id: 'new', plannedStart: null, plannedEnd: null }, before: '2024-pt' }],
    ['skip', { term: '2024-pt', later: 'move_up' }],
    [
      'shift',
      { from: '2024-pt', months: 12, insert: { term: { ...SPAIN, id: 'new', plannedStart: null }, before: null } },
    ],
    ['bridge', { term: '2024-pt', end: '2025-07-31', later: { months: 12, boundary: 'inclusive' } }],
    ['declare-vacancy', { id: 'nobody', from: '2023-10-02', boundary: 'shared_day' }],
    ['appoint-caretaker', { id: 'minder', holders: ['ES'], from: '2023-10-02', end: null, boundary: 'shared_day' }],
    ['move-passage', { incoming: '2024-pt', on: '2024-03-15' }],
    ['withdraw', { term: '2024-pt', replacement: { id: 'open', holders: [] } }],
  ])('%s is understood, and its preview changes nothing', async (operation, command) => {
    const before = await databaseDigest(app.rabat.url);
    const preview = await app.as('sec', 'post', `/rotation/${operation}/preview`, { ...command, ...GROUNDS });
    expect(preview).toMatchObject({ status: 200, body: { operation, token: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect((preview.body.terms as object[]).length).toBeGreaterThan(0);
    expect(await databaseDigest(app.rabat.url)).toBe(before);
  });

  test('names what is wrong inside what it puts in', async () => {
    const insert = { term: { ...SPAIN, id: '?', kind: 'king' }, before: null, laterMonths: 0.5, ...GROUNDS };
    const refused = await app.as('sec', 'post', '/rotation/insert/preview', insert);
    expect(fields(refused)).toEqual(['laterMonths', 'term.id', 'term.kind']);
  });
});

describe('an import', () => {
  const entry = { chair: 'NG', start: '2025-01-31', end: '2026-01-30', certainty: 'confirmed' };
  const document = { key: 'rabat-process', name: 'Rabat Process', boundary: 'shared_day', terms: [entry] };

  test('adds terms and members, and says so when there is nothing to add', async () => {
    const added = await app.as('sec', 'post', '/rotation/import', document);
    expect(added).toMatchObject({ status: 200, body: { unchanged: false, added: ['2025-ng'], members: ['NG'] } });
    const again = await app.as('sec', 'post', '/rotation/import', document);
    expect(again).toMatchObject({ status: 200, body: { unchanged: true, added: [], known: ['2025-ng'] } });
  });

  test('is refused with the path of every problem', async () => {
    const refused = await app.as('sec', 'post', '/rotation/import', {
      ...document,
      terms: [
        { ...entry, start: '2025-13-01', colour: 'red' },
        { ...entry, end: '2027-01-30' },
      ],
    });
    expect(refused.status).toBe(422);
    expect(fields(refused)).toEqual(['terms[0].colour', 'terms[0].start']);
    const overlapping = { ...entry, chair: 'PT', start: '2025-06-01' };
    const overlap = await app.as('sec', 'post', '/rotation/import', { ...document, terms: [overlapping] });
    expect(overlap.body.errors).toEqual([{ field: 'terms[0].start', reason: '2025-pt overlaps with 2025-ng' }]);
  });

  test('may be of two mebibytes, and not more', async () => {
    const padded = (bytes: number): string => JSON.stringify({ ...document, rule: 'x'.repeat(bytes) });
    const large = await app.as('sec', 'post', '/rotation/import', padded(1_900_000));
    expect([large.status, fields(large)]).toEqual([422, ['rule']]);
    expect((await app.as('sec', 'post', '/rotation/import', padded(2_200_000))).status).toBe(413);
  });

  test('kept under an Idempotency-Key is not answered with a refusal’s success', async () => {
    const key = { 'idempotency-key': 'import-once' };
    const wrong = { ...document, terms: [{ ...entry, start: '2025-13-01' }] };
    expect((await app.as('sec', 'post', '/rotation/import', wrong, key)).status).toBe(422);
    expect((await app.as('sec', 'post', '/rotation/import', wrong, key)).status).toBe(422);
  });
});
