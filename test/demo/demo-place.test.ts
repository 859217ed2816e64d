import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { readEnvironment, type Environment } from '../../config/environment.js';
import { openPlace } from '../../src/demo/demo-place.js';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/storage/embedded-postgres.js';
import { scratchDirectory } from '../support/scratch.js';

let folder: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  folder = await scratchDirectory();
  server = await startEmbeddedPostgres({ directory: join(folder, 'server'), durable: false });
});

afterAll(async () => {
  await server.stop();
  await removeEmbeddedPostgres(join(folder, 'server'));
  await rm(folder, { recursive: true, force: true });
});

/** A server of one's own, as DATABASE_URL would name it. */
function ownServer(): Environment {
  return readEnvironment({ DATABASE_URL: server.url, DATA_DIRECTORY: folder });
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('on a server of one’s own', () => {
  test('the demo makes a database of its own, and leaves the one that was named alone', async () => {
    const place = await openPlace(ownServer(), 'demo', false);
    expect(new URL(place.databaseUrl).pathname).toBe('/gavel_demo');
    expect(await ask(place.databaseUrl, 'SELECT kind FROM installation')).toEqual([{ kind: 'demo' }]);
    expect(await ask(server.url, `SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'`)).toEqual([
      { tables: 0 },
    ]);
    expect(place.variable).not.toContain(new URL(server.url).password);
  });

  test('it goes on in its own database, and throws it away only when it is asked to', async () => {
    const { databaseUrl } = await openPlace(ownServer(), 'demo', false);
    await ask(databaseUrl, 'CREATE TABLE left_behind ()');
    await openPlace(ownServer(), 'demo', false);
    expect(await ask(databaseUrl, `SELECT to_regclass('left_behind') IS NOT NULL AS there`)).toEqual([{ there: true }]);
    await openPlace(ownServer(), 'demo', true);
    expect(await ask(databaseUrl, `SELECT to_regclass('left_behind') IS NOT NULL AS there`)).toEqual([
      { there: false },
    ]);
  });

  test('a database of that name that no demo made is refused, also when all is to begin anew', async () => {
    await ask(server.url, 'CREATE DATABASE gavel_play');
    await expect(openPlace(ownServer(), 'play', false)).rejects.toThrow('that no demo of Gavel made; it is left alone');
    await expect(openPlace(ownServer(), 'play', true)).rejects.toThrow('that no demo of Gavel made; it is left alone');
    await ask(server.url, 'DROP DATABASE gavel_play');
  });
});

describe('with the server that comes with Gavel', () => {
  test('a directory that holds a database which no demo made is refused, also when all is to begin anew', async () => {
    const directory = join(folder, 'real', 'demo', 'postgres');
    const real = await startEmbeddedPostgres({ directory, durable: false });
    await real.stop();
    try {
      const environment = readEnvironment({ DATA_DIRECTORY: join(folder, 'real') });
      for (const fresh of [false, true]) {
        await expect(openPlace(environment, 'demo', fresh)).rejects.toThrow(
          'that no demo of Gavel made; it is left alone',
        );
      }
      expect(existsSync(directory)).toBe(true);
    } finally {
      await removeEmbeddedPostgres(directory);
    }
  });

  test('a demo that runs is not begun anew, and one that was ended is', async () => {
    const environment = readEnvironment({ DATA_DIRECTORY: join(folder, 'own') });
    const place = await openPlace(environment, 'play', true);
    await expect(openPlace(environment, 'play', true)).rejects.toThrow('is running; end it before it is begun anew');
    await ask(place.databaseUrl, 'CREATE TABLE left_behind ()');
    await place.release();
    const anew = await openPlace(environment, 'play', true);
    expect(await ask(anew.databaseUrl, `SELECT to_regclass('left_behind') IS NOT NULL AS there`)).toEqual([
      { there: false },
    ]);
    await anew.release();
    await removeEmbeddedPostgres(join(folder, 'own', 'play', 'postgres'));
  });
});
