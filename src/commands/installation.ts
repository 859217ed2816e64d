import 'reflect-metadata';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Environment } from '../../config/environment.js';
import { HandoversModule } from '../handovers/handovers.module.js';
import { ContentModule } from '../packs/content/content.module.js';
import { PeopleModule } from '../people/people.module.js';
import { StorageModule, type StorageSettings } from '../storage/storage.module.js';
import { reachDatabase } from '../storage/reach-database.js';
import { TermsModule } from '../terms/terms.module.js';
import { ImportBody } from './import-body.js';

/** The use cases of every feature, for a process without the edge. */
@Module({})
export class CommandsModule {
  static for(storage: StorageSettings): DynamicModule {
    return {
      module: CommandsModule,
      imports: [StorageModule.for(storage), PeopleModule, TermsModule, HandoversModule, ContentModule],
      providers: [ImportBody],
      exports: [ImportBody],
    };
  }
}

/** Runs work on the installation that the environment names, and lets go of it whatever happens. */
export async function withInstallation<T>(
  environment: Environment,
  work: (context: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const database = await reachDatabase(environment.databaseUrl, environment.dataDirectory);
  try {
    const storage = { databaseUrl: database.url, poolSize: 2, onIdleError: () => undefined };
    const context = await NestFactory.createApplicationContext(CommandsModule.for(storage), {
      logger: false,
      abortOnError: false,
    });
    return await work(context).finally(() => context.close());
  } finally {
    await database.release();
  }
}
