import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Environment } from '../../config/environment.js';
import { KeepContent } from '../packs/keep-content.js';
import { InstallationKeys } from '../packs/record/installation-keys.js';
import { MakeArchive } from '../packs/record/make-archive.js';
import { MakePdf } from '../packs/record/make-pdf.js';
import { MakeRecord } from '../packs/record/make-record.js';
import { WorkOnFiles } from '../packs/record/work-on-files.js';
import { incomingOf, storeOf } from '../packs/store-of.js';
import { SecretKey } from '../people/sign-in/secret-key.js';
import { Database } from '../storage/database.js';
import { PACK_FILES_QUEUE, PackFilesQueue } from './pack-files-queue.js';
import { PackFilesProcessor } from './pack-files.processor.js';
import { PackWork } from './pack-work.js';

/** Events of the queue that the backend keeps; nobody reads them. */
const EVENTS_KEPT = 100;

/** The work with packs: records that are due, and files that are made in the background. */
@Module({})
export class PackWorkModule {
  static for(environment: Environment): DynamicModule {
    const [store, incoming] = [storeOf(environment), incomingOf(environment)];
    return {
      module: PackWorkModule,
      imports: [BullModule.registerQueue({ name: PACK_FILES_QUEUE, streams: { events: { maxLen: EVENTS_KEPT } } })],
      providers: [
        {
          provide: MakeRecord,
          inject: [DataSource, Database],
          useFactory: (dataSource: DataSource, database: Database) =>
            new MakeRecord(database, new InstallationKeys(dataSource, new SecretKey(environment))),
        },
        {
          provide: WorkOnFiles,
          inject: [Database],
          useFactory: (database: Database) =>
            new WorkOnFiles(
              database,
              new KeepContent(database, store, incoming),
              incoming,
              new MakeArchive(database, store, incoming),
              new MakePdf(database),
            ),
        },
        PackFilesQueue,
        PackFilesProcessor,
        PackWork,
      ],
    };
  }
}
