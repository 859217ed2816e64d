import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Environment } from '../../config/environment.js';
import { SecretKey } from '../../src/people/sign-in/secret-key.js';
import { eventually } from '../support/eventually.js';
import { MailSink } from '../support/mail-sink.js';
import { RABAT } from '../support/rabat.js';
import { SignInStage } from './sign-in-stage.js';

const LEAD = `ma-lead@${RABAT}.example`;

describe('the mail with the link', () => {
  const logged: string[] = [];
  let sink: MailSink;
  let stage: SignInStage;
  beforeAll(async () => {
    sink = await MailSink.start();
    stage = await SignInStage.open({ variables: { SMTP_URL: sink.url }, hears: (line) => logged.push(line) });
  });
  afterEach(() => {
    sink.behave(() => 'take');
  });
  afterAll(async () => {
    await stage.close();
    await sink.stop();
  });

  const newest = async (count: number): Promise<string> =>
    eventually(`${String(count)} mails`, () => (sink.to(LEAD).length >= count ? sink.to(LEAD).at(-1)?.raw : null));

  test('goes through the mail server of the installation, in the language of its reader', async () => {
    await stage.visit().ask(LEAD);
    const { subject, text = '', headers } = await simpleParser(await newest(1));
    expect(subject).toBe('[Rabat] Votre lien de connexion');
    expect(text).toContain('pendant 10 minutes');
    expect(text).toMatch(/Vous l’avez demandé sur un autre appareil \? Saisissez-y ce code : \d{6}/);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('is tried again when the server says "not now", and the person waits for nothing', async () => {
    const before = sink.to(LEAD).length;
    sink.behave((_, time) => (time <= 2 ? 450 : 'take'));
    const began = performance.now();
    expect((await stage.visit().ask(LEAD)).status).toBe(303);
    expect(performance.now() - began).toBeLessThan(1_500);
    await newest(before + 1);
  });

  test('that the server will not have is not spoken of with its link, code or address', async () => {
    sink.behave(() => 550);
    expect((await stage.visit().ask(LEAD)).status).toBe(303);
    await eventually('a line in the log', () => logged.some((line) => line.includes('was not sent: refused')));
    const told = logged.join('\n');
    expect(told).not.toContain(LEAD);
    expect(told).not.toMatch(/\/sign-in\/link\/[\w-]{43}/);
  });
});

describe('the key of an installation', () => {
  const folders: string[] = [];
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  async function keyIn(folder: string, secretKey: string | null = null): Promise<SecretKey> {
    const key = new SecretKey(Object.assign(new Environment(), { dataDirectory: folder, secretKey }));
    await key.onApplicationBootstrap();
    return key;
  }

  async function newFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'gavel-key-'));
    folders.push(folder);
    return folder;
  }

  test('is made at the first start, for its user alone, and is the same ever after', async () => {
    const folder = await newFolder();
    const sealed = await (await keyIn(folder)).seal('totp', 'a person', 'a secret');
    const { mode } = await stat(join(folder, 'secret.key'));
    expect(mode & 0o777).toBe(0o600);
    expect(await (await keyIn(folder)).open('totp', 'a person', sealed)).toBe('a secret');
  });

  test('is one, also when several processes start at once', async () => {
    const folder = await newFolder();
    const keys = await Promise.all(Array.from({ length: 5 }, () => keyIn(folder)));
    const digests = await Promise.all(keys.map((key) => key.digest('tries', 'somebody')));
    expect(new Set(digests).size).toBe(1);
    expect((await readFile(join(folder, 'secret.key'), 'utf8')).trim()).toHaveLength(43);
  });

  test('opens nothing that was sealed with another, for something else, or changed since', async () => {
    const key = await keyIn(await newFolder());
    const other = await keyIn(await newFolder());
    const sealed = await key.seal('totp', 'a person', 'a secret');
    const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BA' : 'AA'}`;
    expect(await other.open('totp', 'a person', sealed)).toBeNull();
    expect(await key.open('totp', 'another person', sealed)).toBeNull();
    expect(await key.open('openid', 'a person', sealed)).toBeNull();
    expect(await key.open('totp', 'a person', changed)).toBeNull();
    expect(await key.open('totp', 'a person', '')).toBeNull();
  });

  test('comes from SECRET_KEY where that is given, and then nothing is written', async () => {
    const folder = await newFolder();
    await keyIn(folder, 'thirty-two characters or more of it');
    await expect(stat(join(folder, 'secret.key'))).rejects.toThrow('ENOENT');
  });
});
