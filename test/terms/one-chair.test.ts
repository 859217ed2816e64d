import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { draft, gatesOf, TermsDatabase } from './body-of-terms.js';

/**
 * The database itself keeps a body from having two chairs at any instant: here it is asked directly, as the owner of
 * every table, past all code.
 */
let terms: TermsDatabase;
let owner: pg.Client;

beforeAll(async () => {
  terms = await TermsDatabase.open('2020-01-01');
  await terms.serveInTurn(['BE', 'BF']);
  owner = new pg.Client({ connectionString: terms.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await terms.close();
});

interface Row {
  readonly state: string;
  readonly start?: string;
  readonly end?: string;
  readonly from?: string;
  readonly until?: string;
  readonly certainty?: string;
  readonly precision?: string;
}

async function insert(row: Row, body = 'dialogue'): Promise<void> {
  const { state, start, end, from, until, certainty = 'confirmed', precision = 'day' } = row;
  await owner.query(
    `INSERT INTO term (body_id, id, kind, state, position, effective_start, effective_end, start_precision, boundary,
       certainty, chair_from, chair_until)
     VALUES ($1, 'rival-' || gen_random_uuid(), 'regular', $2, 9, $3, $4, $5, 'shared_day', $6, $7, $8)`,
    [body, state, start, end, precision, certainty, from, until],
  );
}

function constraint(name: string): object {
  return expect.objectContaining({ constraint: name });
}

describe('while a term serves', () => {
  beforeEach(() => owner.query(`DELETE FROM term WHERE id LIKE 'rival-%'`));

  test('no other can serve or be suspended, on whatever days', async () => {
    const row = { start: '2019-01-01', from: '2019-01-01T00:00Z' };
    await expect(insert({ state: 'serving', ...row })).rejects.toEqual(constraint('term_one_chair_at_any_instant'));
    await expect(insert({ state: 'serving', precision: 'month' })).rejects.toEqual(constraint('term_one_is_serving'));
    await expect(insert({ state: 'suspended', precision: 'month' })).rejects.toEqual(constraint('term_one_is_serving'));
  });

  test('no past chair can be put on a day that it has had, by a second', async () => {
    const past = { state: 'concluded', start: '2019-07-01', end: '2020-01-01', from: '2019-07-01T00:00Z' };
    const late = insert({ ...past, until: '2020-01-01T12:00:01Z' });
    await expect(late).rejects.toEqual(constraint('term_one_chair_at_any_instant'));
    await expect(insert({ ...past, until: '2020-01-01T12:00:00Z' })).resolves.toBeUndefined();
    const inside = { ...past, start: '2019-08-01', from: '2019-08-01T00:00Z', until: '2019-08-02T00:00Z' };
    await expect(insert(inside)).rejects.toEqual(constraint('term_one_chair_at_any_instant'));
  });

  test('nobody hides from that rule by leaving the instants out', async () => {
    const hidden = insert({ state: 'serving', start: '2020-01-01' });
    await expect(hidden).rejects.toEqual(constraint('term_in_the_chair_says_when'));
    const past = insert({ state: 'concluded', start: '2020-02-01', end: '2020-03-01' });
    await expect(past).rejects.toEqual(constraint('term_in_the_chair_says_when'));
    const open = insert({ state: 'concluded', start: '2010-01-01', end: '2010-02-01', from: '2010-01-01T00:00Z' });
    await expect(open).rejects.toEqual(constraint('term_in_the_chair_says_when'));
    const over = insert({
      state: 'serving',
      start: '2010-01-01',
      from: '2010-01-01T00:00Z',
      until: '2010-02-01T00:00Z',
    });
    await expect(over).rejects.toEqual(constraint('term_in_the_chair_says_when'));
  });

  test('the next turn cannot be set to serving beside it', async () => {
    const update = owner.query(
      `UPDATE term SET state = 'serving', effective_start = '2020-07-01', chair_from = '2020-07-01T00:00Z' WHERE id = 't1-bf'`,
    );
    await expect(update).rejects.toEqual(constraint('term_one_chair_at_any_instant'));
  });

  test('rivals may claim the chair, but a claim has no instant at which it is one', async () => {
    await insert({ state: 'serving', start: '2020-01-01', certainty: 'disputed' });
    await insert({ state: 'serving', start: '2020-01-01', certainty: 'disputed' });
    const chair = { state: 'serving', certainty: 'disputed', start: '2020-01-01', from: '2020-01-01T00:00Z' };
    await expect(insert(chair)).rejects.toEqual(constraint('term_in_the_chair_says_when'));
    await expect(owner.query(`UPDATE term SET certainty = 'confirmed' WHERE id LIKE 'rival-%'`)).rejects.toThrow();
  });
});

test('another body has a chair of its own at the same instant', async () => {
  await terms.addBody('neighbour');
  await expect(
    insert({ state: 'serving', start: '2020-01-01', from: '2020-01-01T12:00Z' }, 'neighbour'),
  ).resolves.toBeUndefined();
});

test('what the rules let through and the database does not is a refusal, not a failure', async () => {
  const rival = draft('2020-xx', ['FR'], null, null);
  await terms.propose(rival);
  await owner.query(`UPDATE term SET state = 'concluded', effective_start = '2019-01-01', effective_end = '2020-01-01',
    chair_from = '2019-01-01T00:00Z', chair_until = '2020-01-01T00:00Z' WHERE id = '2020-xx'`);
  const refused = await terms.database.change('dialogue', (em) =>
    em.query(`UPDATE term SET chair_until = '2020-06-01T00:00Z' WHERE body_id = 'dialogue' AND id = '2020-xx'`),
  );
  expect(gatesOf(refused)).toEqual(['term.two_chairs']);
});
