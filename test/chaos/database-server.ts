import { migrate } from '../../src/storage/migrate.js';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/storage/embedded-postgres.js';
import type { FreshDatabase } from '../support/database.js';
import { scratchDirectory } from '../support/scratch.js';
import { eventually } from '../support/eventually.js';
import { isRunning } from '../support/processes.js';

/** A PostgreSQL server of one test, which keeps what was committed when it is stopped at once. */
export class DatabaseServer {
  /** How often it was stopped. */
  stops = 0;
  private readonly held: EmbeddedPostgres[];

  private constructor(
    private readonly directory: string,
    first: EmbeddedPostgres,
  ) {
    this.held = [first];
  }

  static async start(): Promise<DatabaseServer> {
    const directory = await scratchDirectory();
    const server = await startEmbeddedPostgres({ directory });
    await migrate(server.url, 'demo');
    return new DatabaseServer(directory, server);
  }

  /** The one database of the server; dropping it stops the server. */
  get database(): FreshDatabase {
    return { url: this.newest.url, drop: () => this.remove() };
  }

  /** Stops it as `pg_ctl stop -m immediate` does: all sessions are cut, and the next start recovers. */
  async stopAtOnce(): Promise<void> {
    const { pid } = this.newest;
    process.kill(pid, 'SIGQUIT');
    this.stops += 1;
    await eventually('the server is down', async () => !(await isRunning(pid)));
  }

  /** Starts it where it was, and waits until it takes connections. */
  async startAgain(): Promise<void> {
    const port = Number(new URL(this.newest.url).port);
    this.held.push(await startEmbeddedPostgres({ directory: this.directory, port }));
  }

  private get newest(): EmbeddedPostgres {
    const newest = this.held.at(-1);
    if (newest === undefined) throw new Error('There is no server');
    return newest;
  }

  private async remove(): Promise<void> {
    for (const { stop } of this.held) await stop();
    await removeEmbeddedPostgres(this.directory);
  }
}
