import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { BODY_STREAM, Database } from '../../src/storage/database.js';
import { prepared, sendAlong } from '../../src/storage/statements.js';
import { HANDOVER, RABAT, RabatHandover } from '../support/rabat.js';

const AT_FIRST = '2023-10-02T08:00:00.000Z';
const LATER = '2023-10-02T09:30:00.000Z';

let rabat: RabatHandover;
let database: Database;

beforeAll(async () => {
  rabat = await RabatHandover.plannedAt(AT_FIRST);
  database = rabat.database;
});

afterAll(() => rabat.close());

const INSERT_MEMBER = `INSERT INTO member (body_id, id, name) VALUES ($1, $2, 'A member') RETURNING id`;

async function members(): Promise<unknown[]> {
  return (await rabat.rows('SELECT id FROM member WHERE body_id = $1 ORDER BY id', [RABAT])).map(({ id }) => id);
}

test('a write that is sent along is there once the change is done', async () => {
  const done = await database.changeInTurn(RABAT, BODY_STREAM, (em) => {
    sendAlong(em, 'insert-member', INSERT_MEMBER, [RABAT, 'SN']);
    return Promise.resolve('done');
  });
  expect(done).toBe('done');
  expect(await members()).toEqual(['ES', 'MA', 'PT', 'SN']);
});

test('what is sent along leaves before the end of its transaction, though it is the last thing that is done', async () => {
  const ways = [
    () => database.change(RABAT, (em) => addMember(em, 'last')),
    () => database.changeInTurn(RABAT, BODY_STREAM, (em) => addMember(em, 'last-in-turn')),
    () => database.changeAllInTurn(RABAT, [BODY_STREAM], (em) => addMember(em, 'last-of-all')),
  ];
  for (const change of ways) await change();
  expect(await members()).toEqual(expect.arrayContaining(['last', 'last-in-turn', 'last-of-all']));
});

function addMember(em: EntityManager, id: string): Promise<string> {
  sendAlong(em, 'insert-member', INSERT_MEMBER, [RABAT, id]);
  return Promise.resolve(id);
}

test('a write that the database refuses is told by its own reason, not by what was sent behind it', async () => {
  const before = await members();
  const answer = await database.changeInTurn(RABAT, BODY_STREAM, async (em) => {
    sendAlong(em, 'insert-member', INSERT_MEMBER, [RABAT, 'GH']);
    sendAlong(em, 'insert-member', INSERT_MEMBER, [RABAT, 'MA']);
    await em.query('SELECT 1');
    return 'done';
  });
  expect(answer).toMatchObject({ refused: true, gates: [{ code: 'member.exists' }] });
  expect(await members()).toEqual(before);
});

test('a write that is sent along and writes nothing is a fault', async () => {
  const change = database.changeInTurn(RABAT, BODY_STREAM, (em) => {
    sendAlong(em, 'rename-nobody', `UPDATE member SET name = 'x' WHERE body_id = $1 AND id = 'XX' RETURNING id`, [
      RABAT,
    ]);
    return Promise.resolve('done');
  });
  await expect(change).rejects.toThrow('rename-nobody wrote nothing');
});

test('a refused change takes back what was sent along', async () => {
  const before = await members();
  await database.changeInTurn(RABAT, BODY_STREAM, (em) => {
    sendAlong(em, 'insert-member', INSERT_MEMBER, [RABAT, 'NG']);
    return Promise.resolve({ refused: true, gates: [{ code: 'no', facts: {}, whose: 'nobody' }] });
  });
  expect(await members()).toEqual(before);
});

test('who waits for a lock reads the rows and the clock as they are once it is theirs', async () => {
  const title = 'SELECT title FROM handover WHERE body_id = $1 AND id = $2';
  const waiting: Promise<unknown>[] = [];
  await database.changeInTurn(RABAT, HANDOVER, async (em) => {
    const other = database.readAndChangeInTurn(
      RABAT,
      HANDOVER,
      (reader): Promise<unknown> => reader.query(title, [RABAT, HANDOVER]),
      (_, { at }, read) => Promise.resolve({ at, read }),
    );
    waiting.push(other);
    await em.query(`UPDATE handover SET title = 'Renamed meanwhile' WHERE body_id = $1 AND id = $2`, [RABAT, HANDOVER]);
    await rabat.setClock(LATER);
    return 'done';
  });
  expect(await Promise.all(waiting)).toEqual([{ at: LATER, read: [{ title: 'Renamed meanwhile' }] }]);
});

test('there is nothing to be had where there is no such account', async () => {
  expect(await database.changeInTurn(RABAT, 'no-such-handover', () => Promise.resolve('done'))).toBeNull();
});

test('the first statement of a read is behind the fence already', async () => {
  await rabat.addBody('other-process');
  const bodies = await database.read('other-process', (em) => em.query('SELECT DISTINCT body_id FROM member'));
  expect(bodies).toEqual([{ body_id: 'other-process' }]);
});

const MEMBERS = 'SELECT id FROM member WHERE body_id = $1 ORDER BY id';

test('what is read at once is read in one snapshot, behind the fence', async () => {
  const [mine, level, theirs] = await database.readAtOnce(RABAT, (em) =>
    Promise.all([
      prepared(em, 'test-members', MEMBERS, [RABAT]),
      prepared(em, 'test-level', `SELECT current_setting('transaction_isolation') AS level`, []),
      prepared(em, 'test-members', MEMBERS, ['other-process']),
    ]),
  );
  expect(mine).toContainEqual({ id: 'MA' });
  expect(level).toEqual([{ level: 'repeatable read' }]);
  expect(theirs).toEqual([]);
});

test('what is asked once the end of a read is on its way is not asked at all', async () => {
  const late = database.readAtOnce(RABAT, async (em) => {
    await prepared(em, 'test-members', MEMBERS, [RABAT]);
    return prepared(em, 'test-members', MEMBERS, [RABAT]);
  });
  await expect(late).rejects.toThrow('behind the end of its transaction');
});

test('a read of which one statement fails is told by its own reason, and its connection serves on', async () => {
  const failed = database.readAtOnce(RABAT, (em) =>
    Promise.all([
      prepared(em, 'test-members', MEMBERS, [RABAT]),
      prepared(em, 'test-nonsense', 'SELECT 1 / (SELECT count(*) - count(*) FROM member)', []),
    ]),
  );
  await expect(failed).rejects.toThrow('division by zero');
  expect(await database.readAtOnce(RABAT, (em) => prepared(em, 'test-members', MEMBERS, [RABAT]))).not.toEqual([]);
});

test('a change that tries to hide in a read is refused by the database', async () => {
  const before = await members();
  const change = database.readAtOnce(RABAT, (em) => prepared(em, 'insert-member', INSERT_MEMBER, [RABAT, 'NG']));
  await expect(change).rejects.toThrow('read-only transaction');
  expect(await members()).toEqual(before);
});
