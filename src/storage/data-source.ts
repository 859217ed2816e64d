import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';

/** Dates have no time and no zone: they stay the text `YYYY-MM-DD` that Postgres gives. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** The role that serves requests: it owns nothing, so row-level security binds it. */
const APP_ROLE = 'gavel_app';

/** Longest a statement may run, a lock may be waited for, and a transaction may stand idle, in milliseconds. */
const LIMITS = { statement_timeout: 15_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 30_000 };

/**
 * How the running processes reach the database: as the role of the application, with limits on every statement.
 * @param url of a migrated database.
 * @param entities every row class of the process.
 * @param poolSize the most connections this process opens.
 * @param onIdleError hears of connections that break while nobody uses them; without it they would end the process.
 */
export function dataSourceOptions(
  url: string,
  entities: NonNullable<DataSourceOptions['entities']>,
  poolSize: number,
  onIdleError: (error: unknown) => void,
): DataSourceOptions {
  // Statements here find a few rows by their keys; compiling them would take a hundred times as long as running them.
  const settings = Object.entries({ role: APP_ROLE, jit: 'off', ...LIMITS }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  return {
    type: 'postgres',
    url,
    entities,
    poolSize,
    connectTimeoutMS: 5_000,
    poolErrorHandler: onIdleError,
    applicationName: 'gavel',
    // Statements are sent behind one another without waiting in between, wherever one need not know the other's answer.
    extra: { options: settings.join(' '), keepAlive: true, pipeline: true },
  };
}
