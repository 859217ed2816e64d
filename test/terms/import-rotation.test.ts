import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemCaller, type Caller } from '../../src/people/caller.js';
import { ImportRotation, type ImportReceipt } from '../../src/terms/import-rotation.js';
import { findChairs, findRotation, findTerm } from '../../src/terms/terms.queries.js';
import { must } from '../support/rabat.js';
import { draft, gatesOf, grounds, readJson, TermsDatabase } from './body-of-terms.js';

const OTHERS = readJson('config/rotations/other-bodies.json');
const RABAT = readJson('config/rotations/rabat-process.json');
const TODAY = '2026-11-23';

let terms: TermsDatabase;

beforeAll(async () => {
  terms = await TermsDatabase.open(TODAY);
  await terms.addBody('rabat-process', 'Africa/Casablanca');
  for (const body of ['coe-cm', 'eu-council', 'asean']) await terms.addBody(body, 'Europe/Brussels', ['BE']);
});
afterAll(() => terms.close());

async function load(body: string, document: unknown): Promise<ImportReceipt> {
  const receipt = must(await new ImportRotation(terms.database).execute(systemCaller(body), document));
  if ('problems' in receipt) throw new Error(`Unreadable: ${JSON.stringify(receipt.problems)}`);
  return receipt;
}

/** What is wrong with a document, each with its path; nothing may have been written. */
async function problems(body: string, document: unknown): Promise<string[]> {
  const before = await terms.digest();
  const result = await new ImportRotation(terms.database).execute(systemCaller(body), document);
  if (result === null || !('problems' in result)) throw new Error(`Not refused: ${JSON.stringify(result)}`);
  expect(await terms.digest()).toBe(before);
  return result.problems.map(({ path, message }) => `${path}: ${message}`);
}

async function chairsOn(body: string, on: string | null): Promise<string[]> {
  const found = await terms.database.read(body, (em) => findChairs(em, body, on));
  return (found?.chairs ?? []).map(({ holders, as }) => `${holders.map(({ id }) => id).join('+')} ${as}`);
}

describe('rotations of real bodies', () => {
  test.each([
    ['coe-cm', OTHERS, 24, 7],
    ['eu-council', OTHERS, 48, 0],
    ['asean', OTHERS, 19, 8],
    ['rabat-process', RABAT, 12, 5],
  ] as const)('all terms of %s load, the uncertain ones marked so', async (body, document, count, uncertain) => {
    const receipt = await load(body, document);
    expect(receipt).toMatchObject({ unchanged: false, known: [] });
    expect(receipt.added).toHaveLength(count);
    expect(receipt.uncertain).toHaveLength(uncertain);
    const rotation = await terms.database.read(body, (em) => findRotation(em, body));
    expect(rotation?.terms.map(({ id }) => id)).toEqual(receipt.added);
    expect(rotation).toMatchObject({ gaps: [], overlaps: [] });
    const doubtful = rotation?.terms.filter(({ certainty }) => certainty !== 'confirmed') ?? [];
    expect(doubtful.map(({ id }) => id)).toEqual(receipt.uncertain);
    for (const term of doubtful) expect(term.certaintyNote).not.toBeNull();
  });

  test('the same document again changes nothing and says so, to the byte', async () => {
    const before = await terms.digest();
    expect(await load('asean', OTHERS)).toMatchObject({ unchanged: true, added: [], members: [] });
    expect(await load('rabat-process', RABAT)).toMatchObject({ unchanged: true });
    expect(await terms.digest()).toBe(before);
  });

  test('a term keeps its dates as printed, how exactly they are known, its doubt, its sources and what else was told', async () => {
    const mali = await terms.database.read('rabat-process', (em) => findTerm(em, 'rabat-process', '2016-ml'));
    expect(mali).toMatchObject({
      state: 'concluded',
      holders: [{ id: 'ML', name: 'Mali' }],
      effective: { start: null, end: '2017-03-21' },
      precision: { start: 'unknown', end: 'day' },
      certainty: 'uncertain',
      certaintyNote: 'end confirmed, start not found',
      boundary: 'shared_day',
      sources: ['https://www.rabat-process.org/en/activities/rabat-process-chair-belgium'],
      remarks: { chair: 'Mali', region: 'Africa' },
      chairFrom: null,
    });
  });

  test('members who were missing come with their name where the document tells it, else with their code', async () => {
    const [mali] = await terms.rows('SELECT name, rotation_group FROM member WHERE id = $1', ['ML'], 'rabat-process');
    expect(mali).toEqual({ name: 'Mali', rotation_group: 'Africa' });
    const [croatia] = await terms.rows('SELECT name, rotation_group FROM member WHERE id = $1', ['HR'], 'eu-council');
    expect(croatia).toEqual({ name: 'HR', rotation_group: null });
    const [belgium] = await terms.rows('SELECT name FROM member WHERE id = $1', ['BE'], 'eu-council');
    expect(belgium).toEqual({ name: 'Republic of BE' });
  });

  test('the account tells of every term, of every member, and of the document by its digest', async () => {
    const entries = await terms.rows(
      `SELECT action, count(*)::int AS count FROM account_entry WHERE body_id = $1 AND actor = 'system'
       GROUP BY action ORDER BY action`,
      ['rabat-process'],
      'rabat-process',
    );
    expect(entries).toEqual([
      { action: 'body.created', count: 1 },
      { action: 'member.added', count: 2 },
      { action: 'rotation.imported', count: 1 },
      { action: 'term.imported', count: 12 },
    ]);
  });

  test('who chairs on a day is answered with what they are: shared days, candidates, nobody', async () => {
    expect(await chairsOn('rabat-process', '2024-01-31')).toEqual(['MA chair']);
    expect(await chairsOn('rabat-process', '2024-02-01')).toEqual(['PT chair', 'MA earlier_that_day']);
    expect(await chairsOn('rabat-process', '2016-06-01')).toEqual(['MA candidate', 'PT candidate', 'ML candidate']);
    expect(await chairsOn('rabat-process', null)).toEqual(['CH chair']);
    expect(await chairsOn('rabat-process', '1999-01-01')).toEqual([]);
    expect(await chairsOn('eu-council', '2016-12-31')).toEqual(['SK chair']);
  });
});

test('imported on a day of the past, a rotation stands as it stood then', async () => {
  const then = await TermsDatabase.open('2024-01-12');
  try {
    await then.addBody('rabat-process', 'Africa/Casablanca', []);
    must(await new ImportRotation(then.database).execute(systemCaller('rabat-process'), RABAT));
    const found = await then.terms('rabat-process');
    expect(found.slice(7).map(({ id, state }) => `${id} ${state}`)).toEqual([
      '2021-es concluded',
      '2022-ma serving',
      '2024-pt confirmed',
      '2025-ng proposed',
      '2026-ch proposed',
    ]);
    const [morocco] = await then.rows(
      `SELECT iso_instant(chair_from) AS "from", chair_until FROM term WHERE id = '2022-ma'`,
      [],
      'rabat-process',
    );
    expect(morocco).toEqual({ from: '2022-12-13T23:00:00.000Z', chair_until: null });
  } finally {
    await then.close();
  }
});

describe('a document that cannot be imported', () => {
  const entry = (chair: string, start: string, end: string | null): object => ({
    chair,
    start,
    end,
    certainty: 'confirmed',
  });
  const of = (...entries: object[]): object => ({
    key: 'dialogue',
    name: 'The dialogue',
    boundary: 'shared_day',
    terms: entries,
  });

  test('names every problem with its path', async () => {
    const wrong = of(
      { ...entry('BE', '2024-02-30', '2024-12-31'), color: 'red' },
      entry('belgium', '2025-01-01', '2024-01-01'),
      entry('FR', '2025-01-01', '2026-01-01'),
      entry('ES', '2025-06-01', '2026-06-01'),
      entry('PT\u202e', '2026-06-01', '2027-06-01'),
    );
    const found = await problems('dialogue', { ...wrong, extra: 1 });
    const paths = found.map((line) => line.split(':')[0]);
    expect(new Set(paths)).toEqual(
      new Set([
        'extra',
        'terms[0].color',
        'terms[0].start',
        'terms[1].chair',
        'terms[1].end',
        'terms[3].start',
        'terms[4].chair',
      ]),
    );
    expect(found).toContain('terms[3].start: 2025-es overlaps with 2025-fr');
  });

  test('of another body is not taken for this one', async () => {
    expect(await problems('dialogue', RABAT)).toEqual(['key: must be dialogue, the body it is imported to']);
    expect(await problems('dialogue', OTHERS)).toEqual(['bodies: must have one with the key dialogue']);
  });

  test('is refused for anyone but the secretariat', async () => {
    const lead: Caller = { bodyId: 'dialogue', personId: 'be-lead', memberId: 'BE', roles: ['lead'] };
    const result = await new ImportRotation(terms.database).execute(lead, of(entry('BE', '2024-01-01', null)));
    expect(gatesOf(result)).toEqual(['term.not_your_side']);
    expect(await new ImportRotation(terms.database).execute(systemCaller('nowhere'), of())).toBeNull();
  });

  test('that goes on where the last one ended adds what is new, in its place', async () => {
    await load('dialogue', of(entry('BE', '2020-01-01', '2021-01-01'), entry('FR', '2022-01-01', '2023-01-01')));
    const more = of(
      entry('BE', '2020-01-01', '2021-01-01'),
      entry('ES', '2021-01-01', '2022-01-01'),
      entry('FR', '2022-01-01', '2023-01-01'),
      entry('MA', '2030-01-01', '2031-01-01'),
    );
    expect(await load('dialogue', more)).toMatchObject({
      added: ['2021-es', '2030-ma'],
      known: ['2020-be', '2022-fr'],
    });
    expect((await terms.terms()).map(({ id, position }) => `${id} ${String(position)}`)).toEqual([
      '2020-be 1',
      '2021-es 2',
      '2022-fr 3',
      '2030-ma 4',
    ]);
  });

  test('that tells otherwise of a term that is here, or overlaps with one, is refused where it does', async () => {
    expect(
      await problems(
        'dialogue',
        of(
          entry('BE', '2020-01-01', '2021-01-01'),
          entry('ES', '2021-01-01', '2021-12-01'),
          entry('NG', '2022-06-01', '2023-06-01'),
        ),
      ),
    ).toEqual([
      'terms[1]: 2021-es is here already and differs in: end; a term is changed by its own moves, not by an import',
      'terms[2].start: 2022-ng overlaps with 2022-fr',
    ]);
  });

  test('is still the same document when its terms have moved on since', async () => {
    const document = of(
      entry('BE', '2020-01-01', '2021-01-01'),
      entry('ES', '2021-01-01', '2022-01-01'),
      entry('FR', '2022-01-01', '2023-01-01'),
      entry('MA', '2030-01-01', '2031-01-01'),
      entry('PT', '2031-01-01', '2032-01-01'),
    );
    expect(await load('dialogue', document)).toMatchObject({ added: ['2031-pt'] });
    await terms.move('2031-pt', { move: 'extend', end: '2033-01-01', ...grounds });
    expect(await load('dialogue', document)).toMatchObject({ unchanged: true });
    expect((await terms.term('2031-pt')).planned.end).toBe('2033-01-01');
  });

  test('that puts somebody else in the chair that is taken is refused', async () => {
    await terms.addBody('taken');
    await terms.propose(draft('2026-be', ['BE'], TODAY, null), 'taken');
    await terms.move('2026-be', { move: 'confirm' }, 'taken');
    await terms.move('2026-be', { move: 'start', on: TODAY }, 'taken');
    const document = { ...of(entry('FR', '2026-01-01', null)), key: 'taken' };
    expect(await problems('taken', document)).toEqual(['terms[0].start: 2026-fr overlaps with 2026-be']);
    const vague = { ...of(entry('FR', '2026-06', null)), key: 'taken' };
    expect(await problems('taken', vague)).toEqual(['terms[0]: 2026-fr would have the chair now, which 2026-be has']);
  });
});
