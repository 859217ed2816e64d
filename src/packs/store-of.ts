import { join } from 'node:path';
import type { Environment } from '../../config/environment.js';
import { ContentStore } from './content-store.js';
import { FolderStore } from './folder-store.js';
import { IncomingFiles } from './incoming-files.js';
import { S3Store } from './s3-store.js';

/** Where an installation keeps contents. */
export function storeOf(environment: Environment): ContentStore {
  const { s3Endpoint: endpoint, s3Bucket: bucket, s3AccessKey: accessKey, s3SecretKey: secretKey } = environment;
  if (endpoint === null || bucket === null || accessKey === null || secretKey === null) {
    return new FolderStore(folderOf(environment, 'contents'));
  }
  return new S3Store({ endpoint, bucket, accessKey, secretKey, region: environment.s3Region });
}

/** Where files lie on this machine until they are kept. */
export function incomingOf(environment: Environment): IncomingFiles {
  return new IncomingFiles(folderOf(environment, 'incoming'));
}

/** Files on their way in lie on the same disk as those that stay, so that taking one over is a change of its name. */
function folderOf({ dataDirectory }: Environment, name: string): string {
  return join(dataDirectory, 'documents', name);
}
