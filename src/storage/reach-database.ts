import { join } from 'node:path';
import type { InstallationKind } from './migrate.js';

/** The database a process works on, and how to let go of it when the process ends. */
export interface ReachedDatabase {
  readonly url: string;
  /** Stops the server that came with Gavel, unless other processes use it; nothing for a server of one's own. */
  release(): Promise<void>;
}

/**
 * The server that was given, as it is; or the one that comes with Gavel, started and migrated.
 * @param databaseUrl of a server of one's own, migrated by `gavel migrate`; null where there is none.
 * @param dataDirectory where the embedded server keeps its files.
 */
export async function reachDatabase(
  databaseUrl: string | null,
  dataDirectory: string,
  kind: InstallationKind = 'production',
): Promise<ReachedDatabase> {
  if (databaseUrl !== null) return { url: databaseUrl, release: () => Promise.resolve() };
  // Neither is read in where there is a server of one's own: what migrating brings along makes a tenth of a start.
  const [{ startEmbeddedPostgres }, { migrate }] = await Promise.all([
    import('./embedded-postgres.js'),
    import('./migrate.js'),
  ]);
  const server = await startEmbeddedPostgres({ directory: join(dataDirectory, 'postgres') });
  try {
    await migrate(server.url, kind);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: server.url, release: () => server.stop() };
}
