import { join } from 'node:path';
import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import { HandoversModule } from '../handovers/handovers.module.js';
import { ContentStore } from './content-store.js';
import { DocumentsApi } from './documents.api.js';
import { DocumentsPages } from './documents.pages.js';
import { FolderStore } from './folder-store.js';
import { IncomingFiles } from './incoming-files.js';
import { KeepContent } from './keep-content.js';
import { ReadContent } from './read-content.js';
import { S3Store } from './s3-store.js';
import { SendDocument } from './send-document.js';
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
      useFactory: (environment: Environment) => new IncomingFiles(folderOf(environment, 'incoming')),
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

function storeOf(environment: Environment): ContentStore {
  const { s3Endpoint: endpoint, s3Bucket: bucket, s3AccessKey: accessKey, s3SecretKey: secretKey } = environment;
  if (endpoint === null || bucket === null || accessKey === null || secretKey === null) {
    return new FolderStore(folderOf(environment, 'contents'));
  }
  return new S3Store({ endpoint, bucket, accessKey, secretKey, region: environment.s3Region });
}

/** Files on their way in lie on the same disk as those that stay, so that taking one over is a change of its name. */
function folderOf({ dataDirectory }: Environment, name: string): string {
  return join(dataDirectory, 'documents', name);
}
