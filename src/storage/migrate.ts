import { readFile, readdir } from 'node:fs/promises';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { projectFolder } from './project-folder.js';

/** Another process may be migrating the same database: the second waits for this lock. */
const ONE_MIGRATION_AT_A_TIME = 7_023_114;

/** What a database is for; it stays what it was made as. Only in a demo does the clock stand until it is moved. */
export type InstallationKind = 'production' | 'demo';

/**
 * Brings a database to the newest schema: first BullMQ's own (in its schema `bullmq`), then ours.
 * Safe to call again, and from several processes at once.
 * @param url of a database whose user may create roles, schemas and extensions.
 * @param kind of a database that is new; one that was there before stays what it is.
 */
export async function migrate(url: string, kind: InstallationKind = 'production'): Promise<void> {
  await withMigrations(url, async (database) => {
    await database.runMigrations({ transaction: 'each' });
    await database.query('INSERT INTO installation (kind) VALUES ($1) ON CONFLICT DO NOTHING', [kind]);
  });
}

/** Takes back the newest of our migrations. */
export async function migrateBack(url: string): Promise<void> {
  await withMigrations(url, (database) => database.undoLastMigration({ transaction: 'each' }));
}

async function withMigrations(url: string, work: (database: DataSource) => Promise<unknown>): Promise<void> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [ONE_MIGRATION_AT_A_TIME]);
    await runMigrations(lock);
    const migrations = await readMigrations();
    const database = new DataSource({ type: 'postgres', url, migrations, migrationsTableName: 'schema_migration' });
    await database.initialize();
    try {
      await work(database);
    } finally {
      await database.destroy();
    }
  } finally {
    await lock.end();
  }
}

type MigrationClass = new () => MigrationInterface;

/** Makes a migration of each pair `<timestamp>-<title>.up.sql`, `.down.sql`. */
async function readMigrations(): Promise<MigrationClass[]> {
  const folder = projectFolder('migrations');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.up.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const [timestamp, title] = file.replace('.up.sql', '').split(/-(.*)/);
      const up = await readFile(new URL(file, folder), 'utf8');
      const down = await readFile(new URL(file.replace('.up.sql', '.down.sql'), folder), 'utf8');
      return migrationOf(`${title ?? ''}${timestamp ?? ''}`, up, down);
    }),
  );
}

function migrationOf(name: string, up: string, down: string): MigrationClass {
  return class implements MigrationInterface {
    readonly name = name;
    async up(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(up);
    }
    async down(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(down);
    }
  };
}
