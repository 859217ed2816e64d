import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { databaseDigest } from '../support/database-digest.js';
import { docm, docx, pdf, png } from './files.js';
import { SendingApp, TASK } from './sending.js';

let app: SendingApp;
beforeAll(async () => {
  app = await SendingApp.start();
});
afterAll(() => app.close());

let marks = 0;
/** A PDF like no other. */
const newPdf = (bytes = 2_000): Buffer => pdf(bytes, `mark ${String(++marks)}`);
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const rows = (sql: string, values: unknown[] = []) => app.app.rabat.rows(sql, values);
const evidenceCount = async (): Promise<unknown> =>
  (await rows('SELECT evidence_count FROM task WHERE id = $1', [TASK]))[0]?.evidence_count;

describe('a document that is sent', () => {
  test('is evidence of its task, kept under its digest, and told in the account', async () => {
    const content = newPdf();
    const before = await evidenceCount();
    const form = { content, name: 'Bilan n° 3.pdf', fields: { title: 'Report of the chair', language: 'fr' } };
    const answer = await app.send('ma-delegate', form);
    expect(answer).toMatchObject({
      status: 201,
      body: { id: TASK, document: { version: 1, sha256: sha256(content) } },
    });
    expect(await evidenceCount()).toBe(Number(before) + 1);
    const { document, account } = answer.body as { document: { id: string }; account: { seq: number } };
    const [entry] = await rows(
      `SELECT action, entry::jsonb->'facts' AS facts FROM account_entry WHERE seq = $1 AND stream <> 'body'`,
      [account.seq],
    );
    expect(entry).toMatchObject({
      action: 'task.evidence_added',
      facts: { evidence: document.id, file: { version: 1, sha256: sha256(content), bytes: content.length } },
    });
    const task = await app.app.as('pt-lead', 'get', `/handovers/2024-pt/tasks/${TASK}`);
    expect(task.body.pieces).toContainEqual(
      expect.objectContaining({
        id: document.id,
        title: 'Report of the chair',
        language: 'fr',
        reference: `/bodies/rabat-process/handovers/2024-pt/tasks/${TASK}/documents/${document.id}`,
        file: expect.objectContaining({
          version: 1,
          bytes: content.length,
          mediaType: 'application/pdf',
          fileName: 'Bilan n° 3.pdf',
        }),
      }),
    );
    const kept = (await app.files('contents')).find((path) => path.endsWith(sha256(content)));
    expect(await readFile(kept ?? '')).toEqual(content);
    expect(await app.files('incoming')).toEqual([]);
  });

  test('is kept once, however often the same content is sent', async () => {
    const content = newPdf();
    const before = (await app.files('contents')).length;
    await app.sent('ma-delegate', { content });
    await app.sent('ma-lead', { content, name: 'the-same.pdf' });
    expect((await app.files('contents')).length).toBe(before + 1);
  });

  test('has the marking of its task where nothing is said', async () => {
    const id = await app.sent('ma-delegate', { content: newPdf() });
    const [row] = await rows(
      'SELECT e.marking = t.marking AS same FROM evidence e JOIN task t ON t.id = e.task_id WHERE e.id = $1',
      [id],
    );
    expect(row?.same).toBe(true);
  });

  test('happens once under one key, and not at all with another content under that key', async () => {
    const content = newPdf();
    const headers = { 'idempotency-key': 'report-1', 'if-match': await app.taskVersion() };
    const first = await app.send('ma-delegate', { content }, '', headers);
    const again = await app.send('ma-delegate', { content }, '', headers);
    expect(again).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' }, body: first.body });
    const other = await app.send('ma-delegate', { content: newPdf() }, '', headers);
    expect(other.body.type).toBe('urn:gavel:problem:idempotency.key_reused');
  });
});

describe('a version of a document', () => {
  test('takes the place of the one before, which stays readable, and is no new piece of evidence', async () => {
    const [first, second] = [newPdf(), newPdf()];
    const id = await app.sent('ma-delegate', { content: first });
    const before = await evidenceCount();
    const answer = await app.send(
      'ma-lead',
      { content: second, fields: { title: 'Report, final' } },
      `/${id}/versions`,
    );
    expect(answer).toMatchObject({ status: 201, body: { document: { id, version: 2, sha256: sha256(second) } } });
    expect(await evidenceCount()).toBe(before);
    const { body } = await app.app.as('pt-lead', 'get', `/handovers/2024-pt/tasks/${TASK}/documents/${id}`);
    expect(body).toMatchObject({
      newest: 2,
      versions: [
        { number: 2, title: 'Report, final', sentBy: 'ma-lead', sha256: sha256(second) },
        { number: 1, title: 'Report', sentBy: 'ma-delegate', sha256: sha256(first) },
      ],
    });
    const reader = await app.app.signIn('pt-lead');
    const read = async (behind: string) => (await app.content(reader, `${id}${behind}`)).bytes;
    expect(await read('')).toEqual(second);
    expect(await read('/versions/1')).toEqual(first);
    expect((await app.content(reader, `${id}/versions/3`)).status).toBe(404);
  });

  test('is refused to the reviewer, and nothing of it is left', async () => {
    const id = await app.sent('ma-delegate', { content: newPdf() });
    const content = newPdf();
    const before = await databaseDigest(app.app.rabat.url);
    expect((await app.send('pt-lead', { content }, `/${id}/versions`)).status).toBe(409);
    expect(await databaseDigest(app.app.rabat.url)).toBe(before);
    expect((await app.files('contents')).filter((path) => path.endsWith(sha256(content)))).toEqual([]);
  });

  test('that is refused leaves the content alone where another document has it', async () => {
    const content = newPdf();
    await app.sent('ma-delegate', { content });
    const id = await app.sent('ma-delegate', { content: newPdf() });
    expect((await app.send('pt-lead', { content }, `/${id}/versions`)).status).toBe(409);
    expect((await app.files('contents')).filter((path) => path.endsWith(sha256(content)))).toHaveLength(1);
  });

  test('needs a document that is there: not one that was withdrawn, nor none', async () => {
    const id = await app.sent('ma-delegate', { content: newPdf() });
    const path = `/handovers/2024-pt/tasks/${TASK}/evidence/${id}`;
    await app.app.as('ma-delegate', 'delete', path, undefined, { 'if-match': await app.taskVersion() });
    expect((await app.send('ma-delegate', { content: newPdf() }, `/${id}/versions`)).status).toBe(404);
    const none = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect((await app.send('ma-delegate', { content: newPdf() }, `/${none}/versions`)).status).toBe(404);
    expect((await app.content(await app.app.signIn('sec'), id)).status).toBe(404);
  });

  test('can be one only: of two at once the second is told that the first was faster', async () => {
    const id = await app.sent('ma-delegate', { content: newPdf() });
    const headers = { 'if-match': await app.taskVersion() };
    const both = await Promise.all(
      ['ma-delegate', 'ma-lead'].map((person) =>
        app.send(person as 'ma-lead', { content: newPdf() }, `/${id}/versions`, headers),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 412]);
    const contents = await rows('SELECT DISTINCT sha256 FROM document_version');
    expect((await app.files('contents')).length).toBe(contents.length);
  });
});

describe('a file that cannot be taken', () => {
  let before: string;
  let contents: number;
  beforeEach(async () => {
    before = await databaseDigest(app.app.rabat.url);
    contents = (await app.files('contents')).length;
  });

  test.each([
    ['nothing chosen', null, 'report.pdf', /is missing/],
    ['no bytes', '', 'empty.pdf', /must not be empty/],
    ['a text that calls itself PDF', 'Dear colleagues', 'letter.pdf', /by its content/],
    ['a page that calls itself PNG', '<script>alert(1)</script>', 'picture.png', /by its content/],
    ['macros', docm(), 'letter.docx', /macros/],
    ['a path up', pdf(), '../../etc/report.pdf', /name of/],
    ['a path of Windows', pdf(), 'C:\\reports\\report.pdf', /name of/],
    ['a control character', pdf(), 'rep\u0007ort.pdf', /name of/],
    ['an override of direction', pdf(), 'report\u202Efdp.exe', /name of/],
    ['a name without end', pdf(), `${'x'.repeat(250)}.pdf`, /name of/],
    ['more than the limit', pdf(1_000_001), 'report.pdf', /at most 1000000 bytes/],
    ['far more than the limit', pdf(6_000_000), 'report.pdf', /at most 1000000 bytes/],
    ['a bomb', docx({ name: 'word/a.xml', content: Buffer.alloc(9_000_000) }), 'letter.docx', /unpack/],
  ])('is refused with its reason, and nothing of it is left: %s', async (_, content, name, reason) => {
    const answer = await app.send('ma-delegate', { content, name });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'file', reason: expect.stringMatching(reason) }] },
    });
    expect(await databaseDigest(app.app.rabat.url)).toBe(before);
    expect(await app.files('incoming')).toEqual([]);
    expect((await app.files('contents')).length).toBe(contents);
  });

  test('is named with everything else that is wrong', async () => {
    const fields = { title: '', language: 'tlh', marking: 'secret', colour: 'red' };
    const answer = await app.send('ma-delegate', { content: 'x', fields });
    const { errors } = answer.body as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field).sort()).toEqual(['colour', 'file', 'language', 'marking', 'title']);
  });

  test('is taken with exactly as many bytes as may be', async () => {
    expect((await app.send('ma-delegate', { content: newPdf(1_000_000) })).status).toBe(201);
  });

  test('is not taken without a version, or with an old one', async () => {
    expect((await app.send('ma-delegate', { content: newPdf() }, '', { 'if-match': '"1"' })).status).toBe(412);
    expect((await app.files('contents')).length).toBe(contents);
  });

  test('comes alone: no second file, no other field for it', async () => {
    const send = (fields: readonly string[]) => {
      const body = new FormData();
      body.append('title', 'Two');
      for (const field of fields) body.append(field, new Blob([new Uint8Array(pdf())]), 'a.pdf');
      const headers = { authorization: `Bearer ${app.app.token('ma-delegate')}`, 'if-match': '"1"' };
      const address = `${app.app.address}/api/v1/bodies/rabat-process/handovers/2024-pt/tasks/${TASK}/documents`;
      return fetch(address, { method: 'POST', headers, body }).then(({ status }) => status);
    };
    expect(await send(['file', 'file'])).toBe(400);
    expect(await send(['other'])).toBe(400);
    expect(await app.files('incoming')).toEqual([]);
  });
});

describe('a content', () => {
  test('is given to programs as to people', async () => {
    const content = png();
    const id = await app.sent('ma-delegate', { content, name: 'seal.png' });
    const address = `/api/v1/bodies/rabat-process/handovers/2024-pt/tasks/${TASK}/documents/${id}`;
    const get = (behind: string) =>
      fetch(`${app.app.address}${address}${behind}`, {
        headers: { authorization: `Bearer ${app.app.token('pt-lead')}` },
      });
    for (const behind of ['/content', '/versions/1/content']) {
      const answer = await get(behind);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(content);
    }
    const none = await get('/versions/0/content');
    expect([none.status, (await none.text()).length > 0]).toEqual([404, true]);
  });
});
