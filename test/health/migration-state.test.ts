import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrate, migrateBack } from '../../src/storage/migrate.js';
import { TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

test('a process is not ready on a database that lacks a migration, and is once it has run', async () => {
  await migrateBack(app.rabat.url);
  expect(await app.send('get', '/readyz')).toMatchObject({
    status: 503,
    body: { parts: [{ name: 'database', reason: 'is not migrated to this version' }] },
  });
  await migrate(app.rabat.url);
  expect((await app.send('get', '/readyz')).status).toBe(200);
});
