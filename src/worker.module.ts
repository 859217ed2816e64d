import { Module, type DynamicModule } from '@nestjs/common';
import { MailWorkModule, type MailSettings } from './delivery/mail-work.module.js';
import { HealthModule } from './health/health.module.js';
import { StorageModule, type StorageSettings } from './storage/storage.module.js';

/** The queue process: storage and the work with mail, without any of the edge. */
@Module({})
export class WorkerModule {
  static for(storage: StorageSettings, mail: MailSettings): DynamicModule {
    return { module: WorkerModule, imports: [StorageModule.for(storage), HealthModule, MailWorkModule.for(mail)] };
  }
}
