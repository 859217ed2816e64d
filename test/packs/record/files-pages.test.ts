import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textsOf } from '../../../config/languages/pages.js';
import { verifyArchive } from '../../../src/commands/verify-archive.js';
import { ContentStore } from '../../../src/packs/content-store.js';
import { IncomingFiles } from '../../../src/packs/incoming-files.js';
import { KeepContent } from '../../../src/packs/keep-content.js';
import { MakeArchive } from '../../../src/packs/record/make-archive.js';
import { MakePdf } from '../../../src/packs/record/make-pdf.js';
import { WorkOnFiles } from '../../../src/packs/record/work-on-files.js';
import { Database } from '../../../src/storage/database.js';
import { TestApp } from '../../support/app.js';
import { HANDOVER, RABAT } from '../../support/rabat.js';
import type { Visitor } from '../../support/visitor.js';

const FILES = `/bodies/${RABAT}/handovers/${HANDOVER}/pack/files`;
/** Both read in languages of their own. */
const [EN, PT] = [textsOf('en').record.files, textsOf('pt').record.files];
const API = `/handovers/${HANDOVER}`;

let app: TestApp;
let work: WorkOnFiles;
let secretariat: Visitor;
let delegate: Visitor;

beforeAll(async () => {
  app = await TestApp.start();
  const [database, store, incoming] = [app.app.get(Database), app.app.get(ContentStore), app.app.get(IncomingFiles)];
  const content = new KeepContent(database, store, incoming);
  work = new WorkOnFiles(
    database,
    content,
    incoming,
    new MakeArchive(database, store, incoming),
    new MakePdf(database),
  );
  [secretariat, delegate] = [await app.signIn('sec'), await app.signIn('pt-delegate')];
  await secretariat.post(`${FILES}/record`, {});
});
afterAll(() => app.close());

async function newest(): Promise<{ readonly id: string; readonly state: string }> {
  const { body } = await app.as('sec', 'get', `${API}/files`);
  const [file] = body.items as { id: string; state: string }[];
  if (file === undefined) throw new Error('There is no file');
  return file;
}

async function makeAll(): Promise<void> {
  for (const job of await work.claim(RABAT)) await work.make(job);
}

test('the secretariat alone is offered to make a record, and everyone sees what was made', async () => {
  expect((await secretariat.get(FILES)).text).toContain(EN.make);
  expect((await delegate.get(FILES)).text).not.toContain(PT.make);
  expect(await secretariat.post(`${FILES}/record`, {})).toMatchObject({ status: 303, headers: { location: FILES } });
  const { text } = await delegate.get(FILES);
  expect(text).toContain(PT.record(1));
  expect(text).toContain(PT.record(2));
});

test('an archive waits, cannot be had before it is ready, and is then what gavel verify accepts', async () => {
  expect(await delegate.post(`${FILES}/records/1/archive`, { holds: 'open' })).toMatchObject({ status: 303 });
  const { id } = await newest();
  const { text: waiting } = await delegate.get(FILES);
  expect(waiting).toContain(PT.queued);
  expect(waiting).not.toContain(`${FILES}/${id}`);
  expect((await delegate.get(`${FILES}/${id}`)).status).toBe(404);
  expect((await app.as('sec', 'get', `${API}/files/${id}/content`)).status).toBe(404);
  await makeAll();
  expect((await delegate.get(FILES)).text).toContain(`${FILES}/${id}`);
  const answer = await fetch(`${app.address}${FILES}/${id}`, { headers: { cookie: delegate.cookie } });
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('content-disposition')).toContain(
    `attachment; filename="${HANDOVER}-record-1-unrestricted.zip"`,
  );
  expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  const folder = await mkdtemp(join(tmpdir(), 'gavel-archive-'));
  try {
    const path = join(folder, 'handover.zip');
    await writeFile(path, Buffer.from(await answer.arrayBuffer()));
    expect(await verifyArchive(path, { head: null, key: null })).toContain('everything is as it was signed');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a download that was cut goes on where it ended', async () => {
  const { body } = await app.as('sec', 'post', `${API}/files/archive`, { record: 1, withRestricted: true });
  const id = String(body.id);
  await makeAll();
  const headers = { cookie: delegate.cookie, range: 'bytes=0-1' };
  const answer = await fetch(`${app.address}${FILES}/${id}`, { headers });
  expect(answer.status).toBe(206);
  expect(await answer.text()).toBe('PK');
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('the pack is asked for as a PDF in a language, and has it in its name', async () => {
  const chosen = { language: 'ar', standard: 'a-2a', holds: 'open' };
  expect(await delegate.post(`${FILES}/pdf`, chosen)).toMatchObject({ status: 303 });
  await makeAll();
  const { id, state } = await newest();
  expect(state).toBe('ready');
  const { headers } = await delegate.get(`${FILES}/${id}`);
  expect(headers['content-type']).toBe('application/pdf');
  expect(headers['content-disposition']).toContain(`${HANDOVER}-pack-ar-archival-unrestricted.pdf`);
});

test('what no page offers is not there', async () => {
  const wrong = { language: 'xx', standard: 'a-2a', holds: 'open' };
  expect((await delegate.post(`${FILES}/pdf`, wrong)).status).toBe(404);
  expect((await delegate.post(`${FILES}/records/99/archive`, { holds: 'all' })).status).toBe(404);
  expect((await delegate.post(`${FILES}/records/1/archive`, { holds: 'some' })).status).toBe(404);
  expect((await delegate.get(`${FILES}/not-an-id`)).status).toBe(404);
});

test('a program is told what is wrong with what it asks for', async () => {
  const wrong = await app.as('sec', 'post', `${API}/files/record-pdf`, { record: 1, language: 'xx', standard: 'pdf' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('language');
  expect(wrong.text).toContain('standard');
  expect((await app.as('sec', 'post', `${API}/files/archive`, { record: 99 })).status).toBe(404);
});

test('a program asks for the same file twice and gets the same', async () => {
  const asked = { record: 1, language: 'fr', standard: 'ua-1' };
  const [one, other] = [
    await app.as('sec', 'post', `${API}/files/record-pdf`, asked),
    await app.as('pt-delegate', 'post', `${API}/files/record-pdf`, asked),
  ];
  expect(other.body.id).toBe(one.body.id);
  expect(one.body).toMatchObject({ kind: 'record_pdf', state: 'queued', percent: 0, language: 'fr', record: 1 });
});
