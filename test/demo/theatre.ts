import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../../config/environment.js';
import type { DemoPlace } from '../../src/demo/demo-place.js';
import { freshDatabase } from '../support/database.js';

/** A database and a folder for mails of one performance; given up by `release`. */
export async function openTheatre(): Promise<DemoPlace> {
  const database = await freshDatabase('demo');
  const folder = await mkdtemp(join(tmpdir(), 'gavel-theatre-'));
  const environment = readEnvironment({
    DATABASE_URL: database.url,
    DATA_DIRECTORY: folder,
    MAIL_DIRECTORY: join(folder, 'mails'),
    PORT: '0',
    DATABASE_POOL: '4',
  });
  return {
    environment,
    databaseUrl: database.url,
    variable: 'DATABASE_URL=...',
    async release() {
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
