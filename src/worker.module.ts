import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { MailWorkModule, type MailSettings } from './delivery/mail-work.module.js';
import { HealthModule } from './health/health.module.js';
import { StorageModule, type StorageSettings } from './storage/storage.module.js';

/** The queue process: storage and the work with mail, without any of the edge. */
@Module({})
export class WorkerModule {
  /** @param more other work that this process does. */
  static for(
    storage: StorageSettings,
    mail: MailSettings,
    more: NonNullable<ModuleMetadata['imports']> = [],
  ): DynamicModule {
    const imports = [StorageModule.for(storage), HealthModule, MailWorkModule.for(mail), ...more];
    return { module: WorkerModule, imports };
  }
}
