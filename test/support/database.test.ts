import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from './database.js';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(() => database.drop());

async function connect(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: name });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

test('a fresh database is migrated and empty', async () => {
  const client = await connect(database.url, 'reader');
  expect((await client.query('SELECT kind FROM installation')).rows).toEqual([{ kind: 'production' }]);
  expect((await client.query('SELECT FROM body')).rowCount).toBe(0);
  await client.end();
});

test('the clock can be set in a database made for a demo', async () => {
  const demo = await freshDatabase('demo');
  const client = await connect(demo.url, 'reader');
  expect((await client.query('SELECT kind FROM installation')).rows).toEqual([{ kind: 'demo' }]);
  await client.end();
  await demo.drop();
});

test('a connection that was left open fails the file, by its name', async () => {
  const other = await freshDatabase();
  await connect(other.url, 'forgotten');
  await expect(other.drop()).rejects.toThrow(/Connections to .* that were left open:\n {2}forgotten/);
});
