import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { databaseDigest } from '../support/database-digest.js';
import { HANDOVER, RABAT } from '../support/rabat.js';
import type { Visitor } from '../support/visitor.js';
import { docx, jpeg, pdf } from './files.js';
import { PAGES, SendingApp, TASK } from './sending.js';

let app: SendingApp;
let delegate: Visitor;
let reviewer: Visitor;
beforeAll(async () => {
  app = await SendingApp.start();
  delegate = await app.app.signIn('ma-delegate');
  reviewer = await app.app.signIn('pt-lead');
});
afterAll(() => app.close());

const task = `/bodies/${RABAT}/handovers/${HANDOVER}/tasks/${TASK}`;
/** What is said at a field, without its markup. */
const saidAt = (html: string, field: string): string | undefined =>
  new RegExp(`id="${field}-error"[^>]*>(.*?)</p>`).exec(html)?.[1]?.replaceAll(/<[^>]*>/g, '');

describe('the page for adding a document', () => {
  test('says before what is taken and how much, and is a form that needs no script', async () => {
    const { status, text } = await app.page(delegate, `${PAGES}/new`);
    expect(status).toBe(200);
    expect(text).toContain('PDF, Word (DOCX), Excel (XLSX)');
    expect(text).toContain('1 MB at most');
    expect(text).toMatch(new RegExp(`<form method="post" action="${PAGES}/new"[^>]* enctype="multipart/form-data"`));
    expect(text.indexOf('name="formToken"', text.indexOf('<main'))).toBeLessThan(text.indexOf('type="file"'));
  });

  test('adds what is sent and leads back to the task, which shows it', async () => {
    const fields = { title: 'Letter <b>to</b> all', language: 'fr' };
    const answer = await app.post(delegate, { content: docx(), name: 'letter.docx', fields });
    expect(answer).toMatchObject({ status: 303, headers: { location: task } });
    expect(answer.headers['set-cookie']).toContain('was%20added');
    const { text } = await app.page(reviewer, task);
    expect(text).toContain('Letter &lt;b>to&lt;/b> all');
    expect(text).toContain('DOCX');
  });

  test('tells a script where to go, since that cannot see where it was led', async () => {
    const answer = await app.post(delegate, { content: jpeg(), name: 'seal.jpg' }, { 'x-sent-by': 'script' });
    expect(answer).toMatchObject({ status: 200, headers: { 'x-go-to': task } });
    expect(answer.headers['set-cookie']).toContain('was%20added');
  });

  test.each([
    ['none was chosen', { content: '', name: '' }, 'Choose a file'],
    ['it is empty', { content: '', name: 'a.pdf' }, 'The file is empty: choose one with content'],
    ['it is too large', { content: pdf(1_000_001) }, 'The file is larger than 1 MB: make it smaller, or split it'],
    [
      'it is something else',
      { content: 'MZ' },
      'The content of the file is none of the types above, whatever it is called',
    ],
  ])('says at the field why a file cannot be taken and keeps what was typed: %s', async (_, sent, said) => {
    const fields = { title: 'A title to keep', language: 'pt', marking: 'restricted' };
    const { status, text } = await app.post(delegate, { ...sent, fields });
    expect(status).toBe(422);
    expect(saidAt(text, 'file')).toBe(said);
    expect(text).toContain(`<a href="#file">${said}</a>`);
    expect(text).toContain('value="A title to keep"');
    expect(text).toMatch(/<option value="pt" selected>/);
    expect(text).toMatch(/value="restricted"[^>]* checked/);
    expect(text).toContain('<title>Error: ');
    expect(await app.files('incoming')).toEqual([]);
  });

  test('says what is wrong with the other fields, and keeps no file that nobody may use', async () => {
    const before = (await app.files('contents')).length;
    const { status, text } = await app.post(delegate, { content: pdf(700, 'unused'), fields: { title: ' ' } });
    expect(status).toBe(422);
    expect(saidAt(text, 'title')).toBe('Fill this in');
    expect((await app.files('contents')).length).toBe(before);
    expect(await app.files('incoming')).toEqual([]);
  });

  test('takes no file behind the token of another session, nor without one', async () => {
    const before = await databaseDigest(app.app.rabat.url);
    for (const formToken of ['', reviewer.formToken]) {
      expect((await app.post(delegate, { content: pdf(), fields: { formToken } })).status).toBe(403);
    }
    expect(await databaseDigest(app.app.rabat.url)).toBe(before);
    expect(await app.files('incoming')).toEqual([]);
  });

  test('offers to replace what is there, and tells whoever comes second that somebody was faster', async () => {
    const id = await app.sent('ma-delegate', { content: pdf(800, 'first') });
    const { text } = await app.page(delegate, `${PAGES}/new?replaces=${id}`);
    expect(text).toMatch(new RegExp(`<option value="${id}.1" selected>Yes, version 1 of “Report”`));
    const replace = (mark: string) =>
      app.post(delegate, { content: pdf(800, mark), fields: { title: 'Report again', replaces: `${id}.1` } });
    expect((await replace('second')).status).toBe(303);
    const late = await replace('third');
    expect(late.status).toBe(422);
    expect(saidAt(late.text, 'replaces')).toContain('Somebody has added a version');
    expect(late.text).toContain('value="Report again"');
    expect(late.text).toContain(`<option value="${id}.2">Yes, version 2`);
    expect((await app.files('contents')).length).toBe(
      (await app.app.rabat.rows('SELECT DISTINCT sha256 FROM document_version')).length,
    );
  });

  test('says why nothing can be added, instead of a form', async () => {
    const { text } = await app.page(delegate, `/bodies/${RABAT}/handovers/${HANDOVER}/tasks/GOV-04/documents/new`);
    expect(text).not.toContain('type="file"');
    expect(text).toContain('This is not possible now');
  });

  test('takes sixty files an hour from one person, and no more', async () => {
    const eager = await app.app.signIn('ma-lead');
    const statuses: number[] = [];
    for (let sent = 0; sent < 60; sent++) statuses.push((await app.post(eager, { content: null })).status);
    expect(new Set(statuses)).toEqual(new Set([422]));
    const stopped = await app.post(eager, { content: null });
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(3_000);
    expect((await app.post(delegate, { content: null })).status).toBe(422);
  });
});

describe('reading a document', () => {
  test.each([
    ['public', ['ma-lead', 'pt-delegate', 'sec', 'watcher', 'es-delegate'], []],
    ['participants', ['ma-lead', 'pt-delegate', 'sec'], ['watcher', 'es-delegate']],
    ['restricted', ['ma-lead', 'pt-delegate', 'sec'], ['watcher', 'es-delegate']],
  ] as const)('is for whom its marking says: %s', async (marking, may, mayNot) => {
    const id = await app.sent('ma-delegate', { content: pdf(900, marking), fields: { marking } });
    const status = async (person: (typeof may | typeof mayNot)[number]) =>
      (await app.content(await app.app.signIn(person), id)).status;
    for (const person of may) expect([person, await status(person)]).toEqual([person, 200]);
    for (const person of mayNot) expect([person, await status(person)]).toEqual([person, 404]);
  });

  test('of an earlier version is not easier than of the document as it is now', async () => {
    const id = await app.sent('ma-delegate', { content: pdf(900, 'open'), fields: { marking: 'public' } });
    const shut = { content: pdf(900, 'shut'), fields: { marking: 'restricted' } };
    expect((await app.send('ma-delegate', shut, `/${id}/versions`)).status).toBe(201);
    const watcher = await app.app.signIn('watcher');
    expect((await app.content(watcher, `${id}/versions/1`)).status).toBe(404);
    expect((await app.content(reviewer, `${id}/versions/1`)).status).toBe(200);
  });

  test('is not possible from another body, nor without signing in', async () => {
    const id = await app.sent('ma-delegate', { content: pdf(900, 'ours'), fields: { marking: 'public' } });
    const other = await app.app.signIn('sec', 'other-process');
    expect((await app.content(other, id)).status).toBe(404);
    expect((await app.content(app.app.stranger(), id)).headers.get('location')).toContain('/sign-in');
  });

  test('shows PDF and pictures shut in, and saves everything else, each under its name', async () => {
    const shown = await app.content(reviewer, await app.sent('ma-delegate', { content: pdf(), name: 'Bilan été.pdf' }));
    expect(shown.headers.get('content-disposition')).toBe(
      `inline; filename="Bilan _t_.pdf"; filename*=UTF-8''Bilan%20%C3%A9t%C3%A9.pdf`,
    );
    expect(shown.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    const saved = await app.content(reviewer, await app.sent('ma-delegate', { content: docx(), name: 'letter.exe' }));
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="letter.exe.docx"/);
  });

  test('again costs nothing where it is the same, and is not kept where it is restricted', async () => {
    const id = await app.sent('ma-delegate', { content: pdf(950, 'again'), fields: { marking: 'participants' } });
    const first = await app.content(reviewer, id);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    const again = await app.content(reviewer, id, { 'if-none-match': etag });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const secret = await app.sent('ma-delegate', { content: pdf(950, 'no'), fields: { marking: 'restricted' } });
    expect((await app.content(reviewer, secret)).headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['bytes=0-9', 206, 'bytes 0-9/1000', 0, 10],
    ['bytes=990-', 206, 'bytes 990-999/1000', 990, 1000],
    ['bytes=-5', 206, 'bytes 995-999/1000', 995, 1000],
    ['bytes=900-5000', 206, 'bytes 900-999/1000', 900, 1000],
    ['bytes=1000-', 416, 'bytes */1000', 0, 0],
    ['bytes=-0', 416, 'bytes */1000', 0, 0],
    ['bytes=9-5', 200, null, 0, 1000],
    ['bytes=0-1,5-6', 200, null, 0, 1000],
    ['lines=1-2', 200, null, 0, 1000],
  ])('can be of a part: %s', async (range, status, said, from, to) => {
    const content = pdf(1_000, 'ranges');
    const id = await app.sent('ma-delegate', { content });
    const answer = await app.content(reviewer, id, { range });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([status, said]);
    expect(answer.bytes).toEqual(content.subarray(from, to));
  });
});
