import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whom the server lets in, and to what. */
interface Admission {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
  readonly bucket: string;
}

/**
 * A small service that speaks the part of S3 that a store needs, and checks each request as the real ones do: the
 * signature (AWS Signature Version 4, computed here anew from its description), and the digest of what was sent.
 */
export class S3Server {
  readonly objects = new Map<string, Buffer>();
  readonly asked: { readonly method: string; readonly status: number }[] = [];
  private isBroken = false;

  private constructor(
    private readonly server: Server,
    private readonly admission: Admission,
  ) {}

  static async start(admission: Admission): Promise<S3Server> {
    const server = createServer();
    const store = new S3Server(server, admission);
    server.on('request', (request, response) => void store.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return store;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Breaks the line in the middle of the next content that is sent. */
  breakNext(): void {
    this.isBroken = true;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) {
      parts.push(part as Buffer);
      if (this.isBroken && request.method === 'PUT') {
        this.isBroken = false;
        request.destroy();
        return;
      }
    }
    const [status, content] = this.serve(request, Buffer.concat(parts));
    this.asked.push({ method: request.method ?? '', status });
    response.writeHead(status, { 'content-length': String(content.length) });
    response.end(request.method === 'HEAD' ? undefined : content);
  }

  private serve(request: IncomingMessage, body: Buffer): readonly [status: number, content: Buffer] {
    const none = Buffer.alloc(0);
    const digest = createHash('sha256').update(body).digest('hex');
    if (request.headers['x-amz-content-sha256'] !== digest) return [400, none];
    if (!this.isSigned(request)) return [403, none];
    const [, bucket, ...rest] = (request.url ?? '').split('/');
    if (bucket !== this.admission.bucket) return [403, none];
    return this.carryOut(request, rest.join('/'), body);
  }

  private carryOut({ method, headers }: IncomingMessage, key: string, body: Buffer): readonly [number, Buffer] {
    const none = Buffer.alloc(0);
    if (method === 'PUT') {
      // The real ones take no content of a length that they do not know.
      if (headers['content-length'] === undefined) return [411, none];
      this.objects.set(key, body);
      return [200, none];
    }
    const object = this.objects.get(key);
    if (method === 'DELETE') {
      this.objects.delete(key);
      return [204, none];
    }
    if (object === undefined) return [404, none];
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    return first === undefined ? [200, object] : [206, object.subarray(Number(first), Number(last) + 1)];
  }

  private isSigned(request: IncomingMessage): boolean {
    const { accessKey, region } = this.admission;
    const [, credential = '', signed = '', signature = ''] =
      /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(
        request.headers.authorization ?? '',
      ) ?? [];
    const at = String(request.headers['x-amz-date']);
    const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
    const names = signed.split(';');
    const bound = ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name));
    if (credential !== `${accessKey}/${scope}` || !bound || signature === '') return false;
    const expected = this.signatureOf(request, names, at, scope);
    return timingSafeEqual(Buffer.from(expected, 'hex'), Buffer.from(signature, 'hex'));
  }

  private signatureOf(request: IncomingMessage, names: readonly string[], at: string, scope: string): string {
    const headers = names.map((name) => `${name}:${String(request.headers[name]).trim()}\n`).join('');
    const digest = String(request.headers['x-amz-content-sha256']);
    const canonical = [request.method, request.url, '', headers, names.join(';'), digest].join('\n');
    const hashed = createHash('sha256').update(canonical).digest('hex');
    const [day = '', region = ''] = scope.split('/');
    const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
      (sofar, part) => createHmac('sha256', sofar).update(part).digest(),
      Buffer.from(`AWS4${this.admission.secretKey}`),
    );
    return createHmac('sha256', key).update(['AWS4-HMAC-SHA256', at, scope, hashed].join('\n')).digest('hex');
  }
}
