import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import { HandoversModule } from '../handovers/handovers.module.js';
import { ContentStore } from './content-store.js';
import { DocumentsApi } from './documents.api.js';
import { DocumentsPages } from './documents.pages.js';
import { IncomingFiles } from './incoming-files.js';
import { KeepContent } from './keep-content.js';
import { ReadContent } from './read-content.js';
import { SendDocument } from './send-document.js';
import { incomingOf, storeOf } from './store-of.js';
import { UploadRate } from './upload-rate.js';
import { Uploads } from './uploads.forms.js';

/** Documents: what people send as evidence, its versions, and the store of its content. */
@Module({
  imports: [HandoversModule],
  controllers: [DocumentsApi, DocumentsPages],
  providers: [
    { provide: ContentStore, useFactory: storeOf, inject: [Environment] },
    {
      provide: IncomingFiles,
      useFactory: incomingOf,
      inject: [Environment],
    },
    KeepContent,
    ReadContent,
    SendDocument,
    UploadRate,
    Uploads,
  ],
  exports: [ContentStore, KeepContent, Uploads],
})
export class PacksModule implements OnApplicationBootstrap {
  constructor(private readonly incoming: IncomingFiles) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.incoming.sweep();
  }
}
