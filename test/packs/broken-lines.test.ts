import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { IncomingFiles } from '../../src/packs/incoming-files.js';
import { databaseDigest } from '../support/database-digest.js';
import { eventually } from '../support/eventually.js';
import type { Visitor } from '../support/visitor.js';
import { PAGES, SendingApp } from './sending.js';

const MEGABYTE = 1_000_000;
let app: SendingApp;
let delegate: Visitor;
beforeAll(async () => {
  app = await SendingApp.start({ variables: { UPLOAD_LIMIT_MB: '25' } });
  delegate = await app.app.signIn('ma-delegate');
});
afterAll(() => app.close());

/** The beginning of a form, up to the content of its file. */
function beginning(length: number): string {
  const field = (name: string, value: string) =>
    `--line\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file =
    '--line\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n';
  const form = `${field('formToken', delegate.formToken)}${field('title', 'Report')}${file}%PDF-1.7\n`;
  const head = [
    `POST ${PAGES}/new HTTP/1.1`,
    'Host: 127.0.0.1',
    `Cookie: ${delegate.cookie}; gavel-language=en`,
    'Content-Type: multipart/form-data; boundary=line',
    'Connection: close',
    `Content-Length: ${String(length + Buffer.byteLength(form))}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${form}`;
}

const END = '\n%%EOF\r\n--line--\r\n';

async function open(): Promise<Socket> {
  const { hostname, port } = new URL(app.app.address);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

/** Sends so many bytes, never more of them in memory than one piece. */
async function pour(socket: Socket, bytes: number, eachTime: () => void = () => undefined): Promise<void> {
  const piece = Buffer.alloc(64 * 1024, '%filling\n');
  for (let sent = 0; sent < bytes; sent += piece.length) {
    eachTime();
    const last = piece.subarray(0, Math.min(piece.length, bytes - sent));
    if (!socket.write(last)) await new Promise((resolve) => socket.once('drain', resolve));
  }
}

async function answerOn(socket: Socket): Promise<string> {
  let text = '';
  for await (const part of socket) text += String(part);
  return text;
}

describe('a line that breaks', () => {
  test('leaves nothing: no file, no content, no row', async () => {
    const before = await databaseDigest(app.app.rabat.url);
    const socket = await open();
    socket.write(beginning(10 * MEGABYTE));
    await pour(socket, 3 * MEGABYTE);
    await eventually('the file is on its way in', async () => (await app.files('incoming')).length === 1);
    socket.destroy();
    await eventually('the file is gone', async () => (await app.files('incoming')).length === 0);
    expect(await app.files('contents')).toEqual([]);
    expect(await databaseDigest(app.app.rabat.url)).toBe(before);
  });

  test('can end a form too early: then what was typed is shown again', async () => {
    const socket = await open();
    socket.write(beginning(MEGABYTE));
    await pour(socket, MEGABYTE);
    const answer = await answerOn(socket);
    expect(answer).toMatch(/^HTTP\/1.1 422 /);
    expect(answer).toContain('The file did not arrive whole: send it again');
    expect(answer).toContain('value="Report"');
    expect(await app.files('incoming')).toEqual([]);
  });
});

describe('files of twenty megabytes', () => {
  const BYTES = 20 * MEGABYTE;
  const AT_ONCE = 6;

  async function send(eachTime?: () => void): Promise<string> {
    const socket = await open();
    socket.write(beginning(BYTES + END.length));
    await pour(socket, BYTES, eachTime);
    socket.write(END);
    return answerOn(socket);
  }

  test('go through without lying in memory: six at once take less than three would', async () => {
    expect(await send()).toMatch(/^HTTP\/1.1 303 /);
    const before = process.memoryUsage().rss;
    let most = before;
    const look = () => {
      most = Math.max(most, process.memoryUsage().rss);
    };
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => send(look)));
    expect(answers.map((answer) => answer.slice(0, 12))).toEqual(answers.map(() => 'HTTP/1.1 303'));
    expect(most - before).toBeLessThan(3 * BYTES);
    expect(await app.files('contents')).toHaveLength(1);
    expect(await app.files('incoming')).toEqual([]);
  });
});

describe('what a process leaves that was killed', () => {
  test('is swept at the next start, and what others are receiving is not', async () => {
    const folder = join(app.folder, 'swept');
    await mkdir(folder);
    for (const name of ['old', 'young']) await writeFile(join(folder, name), 'x');
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(join(folder, 'old'), longAgo, longAgo);
    const incoming = new IncomingFiles(folder);
    expect(await incoming.sweep()).toBe(1);
    expect(await incoming.sweep()).toBe(0);
  });
});
