import { expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mail } from '../../src/delivery/carrier.js';
import { FolderCarrier } from '../../src/delivery/folder-carrier.js';
import { eventually } from '../support/eventually.js';

const MAIL: Mail = {
  messageId: '<01a206ba-5f22-745b-9282-f803426f7b8b@gavel.example>',
  to: { name: 'A', address: 'a@x.example' },
  subject: 'Due today',
  text: 'Dear A,',
  html: '<p>Dear A,</p>',
  language: 'en',
  list: { id: 'b.gavel.example', name: 'B' },
  at: '2024-01-12T08:00:00.000Z',
};

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-folder-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a mail is kept as one file, however often it is sent, and nothing unfinished lies about', () =>
  inFolder(async (folder) => {
    const carrier = new FolderCarrier(join(folder, 'mail'), 'Gavel <gavel@x.example>');
    expect(await carrier.carry(MAIL)).toEqual({ kind: 'accepted' });
    expect(await carrier.carry(MAIL)).toEqual({ kind: 'accepted' });
    expect(await readdir(join(folder, 'mail'))).toEqual(['01a206ba-5f22-745b-9282-f803426f7b8b.eml']);
    const kept = await readFile(join(folder, 'mail', '01a206ba-5f22-745b-9282-f803426f7b8b.eml'), 'utf8');
    expect(kept).toContain('Subject: Due today');
    await carrier.close();
  }));

test('a folder that cannot be written is trouble of the folder, not of the mail, and is tried again until it is over', () =>
  inFolder(async (folder) => {
    const inTheWay = join(folder, 'mail');
    await writeFile(inTheWay, '');
    const carrier = new FolderCarrier(inTheWay, 'gavel@x.example');
    expect(await carrier.carry(MAIL)).toMatchObject({ kind: 'unreachable' });
    expect(carrier.reachability.trouble()).toContain('cannot be written');
    await rm(inTheWay);
    await eventually('the trouble is over', () => carrier.reachability.trouble() === null);
    await carrier.close();
  }));
