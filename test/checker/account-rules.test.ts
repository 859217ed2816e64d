import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HANDOVER, RABAT } from '../support/rabat.js';
import { broken, entryPlanted, Field, ofTask, set } from './planting.js';

let field: Field;

beforeAll(async () => {
  field = await Field.lay();
});

afterAll(async () => {
  await field.close();
});

const inAccount = (action: string): string => `stream = '${HANDOVER}' AND action = '${action}'`;

const CHAIR = 'one chair at any instant, no undeclared gap';
const EDGES = 'every state edge is one of the machine’s';
const CHAINS = 'accounts are whole chains';
const ROWS = 'rows are as the account tells';
const EYES = 'four eyes on everything accepted';
const DATES = 'tasks carry the dates and reminders of their plan';

describe('a body has one chair at most', () => {
  const letTwo = ['ALTER TABLE term DROP CONSTRAINT term_one_chair_at_any_instant', 'DROP INDEX term_one_is_serving'];

  test('two terms that serve at once are found', async () => {
    const serving = `state = 'serving', effective_start = '2023-11-01', chair_from = '2023-11-01T00:00Z'`;
    const found = broken(await field.after([...letTwo, set('term', serving, `id = '2024-pt'`)]));
    expect(found[CHAIR]).toEqual([
      'term:2024-pt: is in the chair together with term:2022-ma',
      'term:2024-pt: chairs from 2023-11-01T00:00:00.000Z, within term:2022-ma',
    ]);
  });

  test('a time without a chair that nobody declared is found', async () => {
    const ended = `state = 'concluded', effective_end = '2024-01-01', chair_until = '2024-01-01T00:00Z'`;
    const late = `state = 'serving', effective_start = '2024-02-01', chair_from = '2024-02-01T00:00Z'`;
    const found = broken(
      await field.after([
        set('term', ended, `id = '2022-ma'`),
        set('term', late, `id = '2024-pt'`),
        entryPlanted(
          'term:2024-pt',
          'term.started',
          { state: { from: 'confirmed', to: 'serving' } },
          { stream: 'body' },
        ),
      ]),
    );
    expect(found[CHAIR]).toEqual([
      'term:2024-pt: nobody chairs from 2024-01-01T00:00:00.000Z to 2024-02-01T00:00:00.000Z',
    ]);
  });

  test('a handover that ended one term and began none is found', async () => {
    const facts = { from: 'signed', to: 'effected', concludes: '2022-ma', starts: '2024-pt' };
    const found = broken(await field.after([entryPlanted(`handover:${HANDOVER}`, 'handover.effected', facts)]));
    expect(found[CHAIR]).toEqual([
      `handover:${HANDOVER}: term:2022-ma ended at no instant, term:2024-pt began at no instant`,
    ]);
  });
});

describe('things move along their machines only', () => {
  test('a task that was accepted without being submitted is found', async () => {
    const found = broken(
      await field.after([entryPlanted('task:GOV-01', 'task.accepted', { from: 'open', to: 'accepted', sides: [] })]),
    );
    expect(found[EDGES]).toEqual([`task:GOV-01 of ${HANDOVER}: entry 9: task.accepted leads from open to accepted`]);
  });

  test('a move that begins where the one before did not end is found', async () => {
    const facts = { from: 'submitted', to: 'returned', sides: ['secretariat'] };
    const found = broken(await field.after([entryPlanted('task:SOM-01', 'task.returned', facts)]));
    expect(found[EDGES]).toEqual([`task:SOM-01 of ${HANDOVER}: entry 9: begins in submitted, but it was accepted`]);
  });

  test('a row that was changed past the account is found', async () => {
    const changed = set('task', `state = 'started'`, ofTask('GOV-01'));
    expect(broken(await field.after([changed]))[ROWS]).toEqual([
      `task:GOV-01 of ${HANDOVER}: is started, and open in the account`,
    ]);
  });

  test('evidence that was taken away without a word is found', async () => {
    const gone = `DELETE FROM evidence WHERE body_id = '${RABAT}' AND task_id = 'SOM-01'`;
    expect(broken(await field.after([gone]))[ROWS]).toEqual([
      `task:SOM-01 of ${HANDOVER}: pieces of evidence: 1 and 0`,
    ]);
  });
});

describe('the account is one whole chain', () => {
  const free = 'ALTER TABLE account_entry DROP CONSTRAINT entry_hash_follows_from_the_one_before';

  test('an altered entry is found', async () => {
    const altered = set(
      'account_entry',
      `entry = replace(entry, 'ma-delegate', 'ma-lead')`,
      inAccount('task.submitted'),
    );
    expect(broken(await field.after([free, altered]))[CHAINS]?.[0]).toBe(`account:${HANDOVER}: entry 4 is altered`);
  });

  test('an altered entry is found where its own hash was made anew', async () => {
    const altered = set(
      'account_entry',
      `entry = replace(entry, 'ma-delegate', 'ma-lead')`,
      `${inAccount('task.submitted')} AND seq = 4`,
    );
    const rehashed = set(
      'account_entry',
      `hash = encode(sha256(convert_to(prev_hash || entry, 'UTF8')), 'hex')`,
      `${inAccount('task.submitted')} AND seq = 4`,
    );
    expect(broken(await field.after([free, altered, rehashed]))[CHAINS]?.[0]).toBe(
      `account:${HANDOVER}: entry 5 is unlinked`,
    );
  });

  test('a missing end is found', async () => {
    const cut = `DELETE FROM account_entry WHERE body_id = '${RABAT}' AND stream = '${HANDOVER}' AND seq = 8`;
    expect(broken(await field.after([cut]))[CHAINS]).toEqual([`account:${HANDOVER}: entry 8 is truncated`]);
  });

  test('a missing entry in the middle is found', async () => {
    const cut = `DELETE FROM account_entry WHERE body_id = '${RABAT}' AND stream = '${HANDOVER}' AND seq = 3`;
    expect(broken(await field.after([cut]))[CHAINS]).toEqual([`account:${HANDOVER}: entry 3 is missing`]);
  });

  test('words that were put into somebody’s mouth are found', async () => {
    const said = set('account_text', `text = 'No, thank you.'`, `stream = '${HANDOVER}' AND seq = 5`);
    expect(broken(await field.after([said]))[CHAINS]).toEqual([`account:${HANDOVER}: entry 5 is text_differs`]);
  });

  test('words that were erased are no fault', async () => {
    const erased = `DELETE FROM account_text WHERE body_id = '${RABAT}' AND stream = '${HANDOVER}'`;
    expect(broken(await field.after([erased]))).toEqual({});
  });

  test('columns that show something else than was hashed are found', async () => {
    const shown = set('account_entry', `actor = 'pt-lead'`, `stream = '${HANDOVER}' AND seq = 5`);
    expect(broken(await field.after([shown]))[CHAINS]).toEqual([
      `account:${HANDOVER}: entry 5 is not what is shown of it`,
    ]);
  });
});

describe('nobody accepts what their own side submitted', () => {
  const accepted = (actor: string): string =>
    entryPlanted('task:OPN-02', 'task.accepted', { from: 'submitted', to: 'accepted', sides: [] }, { actor });

  test('a colleague of whoever submitted it is found', async () => {
    expect(broken(await field.after([accepted('ma-lead')]))[EYES]).toEqual([
      `task:OPN-02 of ${HANDOVER}: entry 9: outgoing submitted it too`,
    ]);
  });

  test('whoever submitted it is found, also from another side by now', async () => {
    const changedSides = set('person', `office_id = 'pt-office'`, `id = 'ma-delegate'`);
    expect(broken(await field.after([changedSides, accepted('ma-delegate')]))[EYES]).toContain(
      `task:OPN-02 of ${HANDOVER}: entry 9: ma-delegate submitted it too`,
    );
  });

  test('a stand-in counts as both people', async () => {
    const standsIn = `INSERT INTO stand_in (body_id, id, person_id, stand_in_id, from_day, until_day)
      VALUES ('${RABAT}', gen_random_uuid(), 'ma-delegate', 'pt-delegate', '2023-10-05', '2023-10-06')`;
    expect(broken(await field.after([standsIn, accepted('pt-delegate')]))[EYES]).toEqual([
      `task:OPN-02 of ${HANDOVER}: entry 9: ma-delegate submitted it too`,
      `task:OPN-02 of ${HANDOVER}: entry 9: outgoing submitted it too`,
    ]);
    expect(broken(await field.after([accepted('pt-delegate')]))[EYES]).toBeUndefined();
  });

  test('one person who signed for both chairs is found', async () => {
    const signed = (side: string, person: string): string =>
      `INSERT INTO signature (body_id, handover_id, round, side, person_id, signed_for_id, signed_at)
       VALUES ('${RABAT}', '${HANDOVER}', 0, '${side}', '${person}', '${side === 'outgoing' ? 'ma-lead' : 'pt-lead'}', now())`;
    const found = broken(await field.after([signed('outgoing', 'ma-lead'), signed('incoming', 'ma-lead')]));
    expect(found[EYES]).toEqual([`handover:${HANDOVER}: ma-lead signed for both chairs`]);
  });
});

describe('a task has the date of its rule and the reminders of its date', () => {
  test('a date that no rule gives is found', async () => {
    const moved = set('task', `due_on = '2023-11-03', due_at = '2023-11-03T22:59:59.999Z'`, ofTask('GOV-01'));
    const [first] = broken(await field.after([moved]))[DATES] ?? [];
    expect(first).toBe(`task:GOV-01 of ${HANDOVER}: is due 2023-11-03, its rule gives 2023-11-02`);
  });

  test('an instant that does not end the day is found', async () => {
    const off = set('task', `due_at = '2023-11-02T23:59:59.999Z'`, ofTask('GOV-01'));
    expect(broken(await field.after([off]))[DATES]).toEqual([
      `task:GOV-01 of ${HANDOVER}: is due at 2023-11-02T23:59:59.999Z, but 2023-11-02 ends at 2023-11-02T22:59:59.999Z`,
    ]);
  });

  test('a reminder that the ledger lacks is found', async () => {
    const lost = `DELETE FROM notification WHERE body_id = '${RABAT}' AND task_id = 'GOV-01' AND rung = 'before-3'`;
    expect(broken(await field.after([lost]))[DATES]).toEqual([
      `task:GOV-01 of ${HANDOVER}: has no reminder before-3 for 2023-11-02 in the ledger, which comes on 2023-10-27`,
    ]);
  });
});

test('what is so broken that it cannot be looked at does not hold', async () => {
  const free = 'ALTER TABLE account_entry DROP CONSTRAINT entry_hash_follows_from_the_one_before';
  const garbled = set('account_entry', `entry = 'no JSON'`, `stream = '${HANDOVER}' AND seq = 2`);
  const found = broken(await field.after([free, garbled]));
  expect(found[CHAINS]?.[0]).toBe(`account:${HANDOVER}: entry 2 is altered`);
  expect(found[EDGES]).toEqual([expect.stringContaining('cannot be checked')]);
});
