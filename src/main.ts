import type { DynamicModule } from '@nestjs/common';
import { EnvironmentError, readEnvironment, type Environment } from '../config/environment.js';
import { createApp } from './create-app.js';
import { openLog } from './health/log.js';
import { reachDatabase } from './storage/reach-database.js';

/** The web process: serves the API, and works the queue where no other does, until it is told to end. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const log = openLog(environment.logLevel);
  const database = await reachDatabase(environment.databaseUrl, environment.dataDirectory);
  const modules = environment.workQueueInWeb ? await queueWork(environment, database.url) : [];
  const app = await createApp({ environment, databaseUrl: database.url, log, modules });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    log.info({ signal }, 'Ending: no new connections; what runs is finished first');
    await app.close();
    await database.release();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(signal));
  await app.listen(environment.port, environment.host);
  log.info({ address: await app.getUrl() }, 'Listening');
}

/** Read in only where it is used: what queue and mail bring along makes a tenth of a start, and ten megabytes. */
async function queueWork(environment: Environment, databaseUrl: string): Promise<DynamicModule[]> {
  const { MailWorkModule } = await import('./delivery/mail-work.module.js');
  const { PackWorkModule } = await import('./delivery/pack-work.module.js');
  return [MailWorkModule.for({ ...environment, databaseUrl }), PackWorkModule.for(environment)];
}

try {
  await main();
} catch (error) {
  const text = error instanceof EnvironmentError || !(error instanceof Error) ? String(error) : error.stack;
  process.stderr.write(`${text ?? ''}\n`);
  process.exitCode = 1;
}
