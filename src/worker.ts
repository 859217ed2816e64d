import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { EnvironmentError, readEnvironment } from '../config/environment.js';
import { PackWorkModule } from './delivery/pack-work.module.js';
import { NestLog, openLog } from './health/log.js';
import { reachDatabase } from './storage/reach-database.js';
import { WorkerModule } from './worker.module.js';

/** A queue process: sends mail and makes files of packs until it is told to end, then finishes what it has begun. Any number may run. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const log = openLog(environment.logLevel);
  const database = await reachDatabase(environment.databaseUrl, environment.dataDirectory);
  const onIdleError = (error: unknown): void => {
    log.warn({ err: error }, 'An idle database connection broke');
  };
  const storage = { databaseUrl: database.url, poolSize: environment.databasePool, onIdleError };
  const root = WorkerModule.for(storage, { ...environment, databaseUrl: database.url }, [
    PackWorkModule.for(environment),
  ]);
  const worker = await NestFactory.createApplicationContext(root, { logger: new NestLog(log), abortOnError: false });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    log.info({ signal }, 'Ending: no new jobs; mails under way are finished first');
    await worker.close();
    await database.release();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(signal));
  log.info('Working the queue');
}

try {
  await main();
} catch (error) {
  const text = error instanceof EnvironmentError || !(error instanceof Error) ? String(error) : error.stack;
  process.stderr.write(`${text ?? ''}\n`);
  process.exitCode = 1;
}
