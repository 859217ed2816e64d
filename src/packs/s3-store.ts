import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { AwsV4Signer } from 'aws4fetch';
import { ContentStore, type ByteRange, type StoredContent } from './content-store.js';
import type { ReceivedContent } from './incoming-files.js';
import { storeOutage } from './store-outage.js';

/** A bucket of a service that speaks S3, and what opens it. */
export interface S3Settings {
  /** Address of the service, without a path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
}

/** Milliseconds without a sign of the service after which it counts as away. */
const SILENCE = 20_000;
/** SHA-256 of nothing: what a request without a body is signed with. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  /** A file to be sent, with its digest and length: both are signed, or checked by the service as it arrives. */
  readonly sends?: ReceivedContent;
}

/** Contents as objects of a bucket, `<body>/<digest>`, each request signed by AWS Signature Version 4. */
export class S3Store extends ContentStore {
  constructor(private readonly settings: S3Settings) {
    super();
  }

  async keep(bodyId: string, received: ReceivedContent): Promise<void> {
    const content = { bodyId, sha256: received.sha256 };
    if (!(await this.has(content))) {
      const answer = await this.ask('PUT', content, { sends: received });
      await expectStatus(answer, [200, 201, 204]);
    }
    await rm(received.path, { force: true });
  }

  async has(content: StoredContent): Promise<boolean> {
    const answer = await this.ask('HEAD', content);
    return (await expectStatus(answer, [200, 404])) === 200;
  }

  async open(content: StoredContent, range?: ByteRange): Promise<Readable | null> {
    const headers: Record<string, string> =
      range === undefined ? {} : { range: `bytes=${String(range.first)}-${String(range.last)}` };
    const answer = await this.ask('GET', content, { headers });
    const wanted = range === undefined ? 200 : 206;
    if (answer.statusCode === wanted) return answer;
    await expectStatus(answer, [404]);
    return null;
  }

  async remove(content: StoredContent): Promise<void> {
    await expectStatus(await this.ask('DELETE', content), [200, 204, 404]);
  }

  private async ask(
    method: string,
    content: StoredContent,
    { headers = {}, sends }: Asked = {},
  ): Promise<IncomingMessage> {
    const { endpoint, bucket, accessKey: accessKeyId, secretKey: secretAccessKey, region } = this.settings;
    const { url, headers: signed } = await new AwsV4Signer({
      method,
      url: `${endpoint}/${bucket}/${content.bodyId}/${content.sha256}`,
      headers: { ...headers, 'x-amz-content-sha256': sends?.sha256 ?? NOTHING },
      accessKeyId,
      secretAccessKey,
      region,
      service: 's3',
    }).sign();
    try {
      return await answerTo(method, url, Object.fromEntries(signed), sends);
    } catch (error) {
      throw storeOutage(error);
    }
  }
}

/** Sends a request and gives the answer as soon as it begins; its content is still to be read. */
async function answerTo(
  method: string,
  url: URL,
  headers: Readonly<Record<string, string>>,
  sends: ReceivedContent | undefined,
): Promise<IncomingMessage> {
  const ask = url.protocol === 'https:' ? tlsRequest : plainRequest;
  const length = sends === undefined ? {} : { 'content-length': String(sends.bytes) };
  const asked = ask(url, { method, headers: { ...headers, ...length } });
  asked.setTimeout(SILENCE, () => asked.destroy(new Error('The service says nothing')));
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve).once('error', reject);
  });
  if (sends === undefined) asked.end();
  // A service may refuse before it has read everything: then its answer tells more than the broken pipe.
  else void pipeline(createReadStream(sends.path), asked).catch((error: unknown) => asked.destroy(error as Error));
  return answered;
}

/** The status where it is one of these; the answer's content is thrown away. */
async function expectStatus(answer: IncomingMessage, expected: readonly number[]): Promise<number> {
  const { statusCode = 0 } = answer;
  await finished(answer.resume());
  if (expected.includes(statusCode)) return statusCode;
  throw storeOutage(new Error(`The store answered with ${String(statusCode)}`));
}
