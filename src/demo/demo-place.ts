import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { Environment } from '../../config/environment.js';
import { CommandFailure } from '../commands/failure.js';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../storage/embedded-postgres.js';
import { migrate } from '../storage/migrate.js';

/** Where a demo lives: a database that it made itself, and a folder for its mails. */
export interface DemoPlace {
  /** The environment of this demo: its own database, data and mail folders. */
  readonly environment: Environment;
  readonly databaseUrl: string;
  /** How the command line reaches the same database, as a variable of the environment. */
  readonly variable: string;
  release(): Promise<void>;
}

/** Written on a database of a server of one's own: only one that bears it is ever used, or dropped. */
const MADE_BY_US = 'Made by the demo of Gavel';

/** The same for the directory of an embedded server: a file that says so. */
const MARK = 'made-by-the-demo';

/**
 * Opens the database of a demo, or makes it: with DATABASE_URL one of its own on that server, which the user must be
 * allowed to create; else in an embedded server. Refuses a database that no demo made.
 * @param name of the demo: `demo`, or `play` for the one that plays by itself.
 * @param fresh whether what an earlier demo left is thrown away.
 */
export async function openPlace(environment: Environment, name: 'demo' | 'play', fresh: boolean): Promise<DemoPlace> {
  const dataDirectory = join(environment.dataDirectory, name);
  const mailDirectory = join(dataDirectory, 'mails');
  if (fresh) {
    await rm(mailDirectory, { recursive: true, force: true });
    await rm(join(dataDirectory, 'documents'), { recursive: true, force: true });
  }
  const place =
    environment.databaseUrl === null
      ? await embedded(dataDirectory, fresh, name === 'demo')
      : await ownDatabase(environment.databaseUrl, `gavel_${name}`, fresh);
  try {
    await migrate(place.databaseUrl, 'demo');
    await refuseOthers(place.databaseUrl);
  } catch (error) {
    await place.release();
    throw error;
  }
  // A demo's documents stay with it, whatever store this installation has.
  const store = { s3Endpoint: null, s3Bucket: null, s3AccessKey: null, s3SecretKey: null };
  const own = { dataDirectory, mailDirectory, databaseUrl: place.databaseUrl, ...store };
  return { ...place, environment: Object.freeze(Object.assign(new Environment(), environment, own)) };
}

async function embedded(
  dataDirectory: string,
  fresh: boolean,
  durable: boolean,
): Promise<Omit<DemoPlace, 'environment'>> {
  const directory = join(dataDirectory, 'postgres');
  await markOrRefuse(dataDirectory, directory);
  if (fresh && !(await removeEmbeddedPostgres(directory))) {
    throw new CommandFailure(`The demo in ${dataDirectory} is running; end it before it is begun anew.`);
  }
  const server = await startEmbeddedPostgres({ directory, durable });
  const variable = `DATA_DIRECTORY=${dataDirectory}`;
  return { databaseUrl: server.url, variable, release: () => server.stop() };
}

/** A directory that holds a database without the mark of a demo is somebody's; the mark is made before the database. */
async function markOrRefuse(dataDirectory: string, directory: string): Promise<void> {
  const mark = join(dataDirectory, MARK);
  if (existsSync(directory) && !existsSync(mark)) {
    throw new CommandFailure(`There is a database in ${directory} that no demo of Gavel made; it is left alone.`);
  }
  await mkdir(dataDirectory, { recursive: true });
  await writeFile(mark, `${MADE_BY_US}\n`);
}

async function ownDatabase(serverUrl: string, name: string, fresh: boolean): Promise<Omit<DemoPlace, 'environment'>> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ comment: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
      [name],
    );
    const [found] = rows;
    if (found !== undefined && found.comment !== MADE_BY_US) {
      throw new CommandFailure(`The server has a database ${name} that no demo of Gavel made; it is left alone.`);
    }
    if (found !== undefined && fresh) await client.query(`DROP DATABASE ${name}`);
    if (found === undefined || fresh) {
      await client.query(`CREATE DATABASE ${name}`);
      await client.query(`COMMENT ON DATABASE ${name} IS '${MADE_BY_US}'`);
    }
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const variable = `DATABASE_URL=${withoutPassword(url)}`;
  return { databaseUrl: url.href, variable, release: () => Promise.resolve() };
}

/** What is printed may be seen by others; whoever started the demo knows the password. */
function withoutPassword(url: URL): string {
  const shown = new URL(url);
  if (shown.password !== '') shown.password = '...';
  return shown.href;
}

async function refuseOthers(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ kind: string }>('SELECT kind FROM installation');
    if (rows[0]?.kind !== 'demo') throw new CommandFailure('This database is no demo; it is left alone.');
  } finally {
    await client.end();
  }
}
