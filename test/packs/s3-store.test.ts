import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { IncomingFiles } from '../../src/packs/incoming-files.js';
import { S3Store } from '../../src/packs/s3-store.js';
import { Outage } from '../../src/storage/outage.js';
import { pdf } from './files.js';
import { S3Server } from './s3-server.js';
import { SendingApp } from './sending.js';

const KEYS = { accessKey: 'AKIDEXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const REGION = 'eu-west-3';
let server: S3Server;
let folder: string;
let incoming: IncomingFiles;
beforeAll(async () => {
  server = await S3Server.start({ ...KEYS, region: REGION, bucket: 'gavel' });
  folder = await mkdtemp(join(tmpdir(), 'gavel-s3-'));
  incoming = new IncomingFiles(folder);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const settings = () => ({ ...KEYS, endpoint: server.address, bucket: 'gavel', region: REGION });
const content = pdf(300_000);
const sha256 = createHash('sha256').update(content).digest('hex');
const stored = { bodyId: 'rabat-process', sha256 };

describe('a store behind S3', () => {
  test('takes a content over, signed, once, and under the body it belongs to', async () => {
    const store = new S3Store(settings());
    for (let time = 0; time < 2; time++) {
      await store.keep('rabat-process', await incoming.receive(Readable.from(content)));
    }
    expect([...server.objects.keys()]).toEqual([`rabat-process/${sha256}`]);
    expect(server.asked.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(await readdir(folder)).toEqual([]);
    expect(await store.has(stored)).toBe(true);
    expect(await store.has({ ...stored, bodyId: 'other-process' })).toBe(false);
  });

  test('gives the whole, a part, or nothing', async () => {
    const store = new S3Store(settings());
    const read = async (range?: { first: number; last: number }) => {
      const found = await store.open(stored, range);
      return found === null ? null : buffer(found);
    };
    expect(await read()).toEqual(content);
    expect(await read({ first: 10, last: 19 })).toEqual(content.subarray(10, 20));
    expect(await store.open({ ...stored, sha256: 'ab'.repeat(32) })).toBeNull();
  });

  test('throws a content away', async () => {
    const store = new S3Store(settings());
    await store.remove(stored);
    expect(server.objects.size).toBe(0);
    await store.remove(stored);
  });

  test.each([
    ['another secret', { secretKey: 'not-it' }],
    ['another region', { region: 'us-east-1' }],
    ['another bucket', { bucket: 'others' }],
    ['no service', { endpoint: 'http://127.0.0.1:9' }],
  ])('is away for whoever comes with %s, and the file stays for a second try', async (_, wrong) => {
    const store = new S3Store({ ...settings(), ...wrong });
    const received = await incoming.receive(Readable.from(content));
    await expect(store.keep('rabat-process', received)).rejects.toThrow(Outage);
    await incoming.discard(received);
    expect(server.objects.size).toBe(0);
  });

  test('that breaks off while it is sent to says so, and keeps nothing', async () => {
    const store = new S3Store(settings());
    const received = await incoming.receive(Readable.from(content));
    server.breakNext();
    await expect(store.keep('rabat-process', received)).rejects.toThrow(Outage);
    await incoming.discard(received);
    expect(server.objects.size).toBe(0);
  });
});

test('an installation with such a store keeps its documents there, and is away while that is', async () => {
  const app = await SendingApp.start({
    variables: {
      S3_ENDPOINT: server.address,
      S3_BUCKET: 'gavel',
      S3_ACCESS_KEY: KEYS.accessKey,
      S3_SECRET_KEY: KEYS.secretKey,
      S3_REGION: REGION,
    },
  });
  try {
    const id = await app.sent('ma-delegate', { content });
    expect([...server.objects.keys()]).toEqual([`rabat-process/${sha256}`]);
    const reader = await app.app.signIn('pt-lead');
    expect((await app.content(reader, id)).bytes).toEqual(content);
    expect((await app.content(reader, id, { range: 'bytes=5-9' })).bytes).toEqual(content.subarray(5, 10));
    expect(await app.files('contents')).toEqual([]);
    server.breakNext();
    const [broken, rows] = [await app.send('ma-delegate', { content: pdf(5_000) }), 'SELECT FROM document_version'];
    expect(broken.status).toBe(503);
    expect(await app.app.rabat.rows(rows)).toHaveLength(1);
    expect(await app.files('incoming')).toEqual([]);
  } finally {
    await app.close();
  }
});
