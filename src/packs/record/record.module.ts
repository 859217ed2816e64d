import { Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment } from '../../../config/environment.js';
import { SecretKey } from '../../people/sign-in/secret-key.js';
import { WebModule } from '../../web/web.module.js';
import { PacksModule } from '../packs.module.js';
import { AskForFile } from './ask-for-file.js';
import { InstallationKeys } from './installation-keys.js';
import { MakeRecord } from './make-record.js';
import { PackFilesPages } from './pack-files.pages.js';
import { ReadFile } from './read-file.js';
import { RecordApi } from './record.api.js';
import { VerifyPages } from './verify.pages.js';

/** Records of handovers: what they are made of, the key that signs them, their archives. */
@Module({
  imports: [PacksModule, WebModule],
  controllers: [RecordApi, PackFilesPages, VerifyPages],
  providers: [
    {
      provide: InstallationKeys,
      inject: [DataSource, Environment],
      useFactory: (dataSource: DataSource, environment: Environment) =>
        new InstallationKeys(dataSource, new SecretKey(environment)),
    },
    MakeRecord,
    AskForFile,
    ReadFile,
  ],
})
export class RecordModule implements OnApplicationBootstrap {
  constructor(private readonly keys: InstallationKeys) {}

  /** The key is made at the first start, and not when the first record waits for it. */
  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.keys.signing();
    } catch (error) {
      new Logger('Records').error(`No key can sign records: ${String(error)}. \`gavel keys rotate\` makes another.`);
    }
  }
}
