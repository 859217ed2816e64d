import 'reflect-metadata';
import type { ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Environment } from '../config/environment.js';
import { describeApi } from './api/open-api.js';
import { furnish, openServer } from './api/server.js';
import { AppModule } from './app.module.js';
import { Metrics } from './health/metrics.js';
import { NestLog, type Logger } from './health/log.js';

/** What the web application is made with. */
export interface AppSettings {
  readonly environment: Environment;
  /** Connection string of a migrated database: the one of the environment, or the embedded one. */
  readonly databaseUrl: string;
  readonly log: Logger;
  /** More modules for the same process, such as the worker where one process does both. */
  readonly modules?: NonNullable<ModuleMetadata['imports']>;
}

/**
 * Builds the web application, ready to listen or to be injected into. Used by the web process, the demo and the
 * tests alike. It does not migrate: the database is brought to the newest schema before.
 */
export async function createApp(settings: AppSettings): Promise<NestFastifyApplication> {
  const { environment, databaseUrl, log, modules = [] } = settings;
  const onIdleError = (error: unknown): void => {
    log.warn({ err: error }, 'An idle database connection broke');
  };
  const storage = { databaseUrl, poolSize: environment.databasePool, onIdleError };
  const root = AppModule.for(environment, storage, modules);
  const app = await NestFactory.create<NestFastifyApplication>(root, openServer(log, environment.trustedProxies), {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
    routeConflictPolicy: { duplicate: 'error', shadow: 'error' },
  });
  try {
    await furnishAndStart(app, environment);
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

async function furnishAndStart(app: NestFastifyApplication, environment: Environment): Promise<void> {
  const { rateLimitPerMinute: requestsPerMinute, publicUrl } = environment;
  const server = app.getHttpAdapter().getInstance();
  await furnish(server, { requestsPerMinute, publicUrl });
  const metrics = app.get(Metrics);
  server.addHook('onResponse', (request, reply, done) => {
    metrics.observe(request, reply);
    done();
  });
  describeApi(app);
  await app.init();
  await server.ready();
}
