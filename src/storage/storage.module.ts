import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Database } from './database.js';
import { dataSourceOptions } from './data-source.js';
import { DATABASE_URL, News } from './news.js';
import { NewsSender } from './news-sender.js';

/** A process that starts while its database does waits this long for it, in tries a second apart. */
const TRIES_AT_START = 60;

/** Which database a process works on. */
export interface StorageSettings {
  /** Connection string of a migrated database. */
  readonly databaseUrl: string;
  /** Most connections this process opens. */
  readonly poolSize: number;
  /** Hears of connections that break while nobody uses them. */
  readonly onIdleError: (error: unknown) => void;
}

/** The one data source of a process. Each feature brings its rows with `TypeOrmModule.forFeature`. */
@Global()
@Module({})
export class StorageModule {
  static for({ databaseUrl, poolSize, onIdleError }: StorageSettings): DynamicModule {
    const connection = TypeOrmModule.forRoot({
      ...dataSourceOptions(databaseUrl, [], poolSize, onIdleError),
      autoLoadEntities: true,
      retryAttempts: TRIES_AT_START,
      retryDelay: 1_000,
    });
    return {
      module: StorageModule,
      imports: [connection],
      providers: [{ provide: DATABASE_URL, useValue: databaseUrl }, Database, News, NewsSender],
      exports: [Database, News],
    };
  }
}
