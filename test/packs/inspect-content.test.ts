import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectContent } from '../../src/packs/inspect-content.js';
import { docm, docx, docxEntries, jpeg, odf, pdf, png, xlsx } from './files.js';
import { zipOf, type ZipEntry } from './zip.js';

const LIMIT = 1_000_000;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gavel-inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function found(content: Buffer | string): Promise<unknown> {
  const path = join(folder, 'content');
  await writeFile(path, content);
  return inspectContent({ path, bytes: Buffer.byteLength(content) }, LIMIT);
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

describe('what a document is', () => {
  test.each([
    ['PDF', pdf(), 'application/pdf'],
    ['PNG', png(), 'image/png'],
    ['JPEG', jpeg(), 'image/jpeg'],
    ['DOCX', docx(), `${OOXML}.wordprocessingml.document`],
    ['XLSX', xlsx(), `${OOXML}.spreadsheetml.sheet`],
    ['ODT', odf('text'), `${ODF}.text`],
    ['ODS', odf('spreadsheet'), `${ODF}.spreadsheet`],
  ])('is seen from its content: %s', async (_, content, type) => {
    expect(await found(content)).toEqual({ type });
  });

  test.each([
    ['a text', 'Dear colleagues'],
    ['a page of HTML', '<!doctype html><script>alert(1)</script>'],
    ['a drawing that can hold scripts', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a program', Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(200)])],
    ['a zip of something else', zipOf([{ name: 'letter.txt', content: 'x' }])],
    ['a presentation', odf('presentation')],
    ['an old document of Word', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex')],
    ['a PDF behind something else', Buffer.concat([Buffer.from('MZ'), pdf()])],
  ])('is none of those that are taken: %s', async (_, content) => {
    expect(await found(content)).toBe('type');
  });

  test.each([
    ['a PDF', pdf().subarray(0, -40)],
    ['a PNG', png().subarray(0, -5)],
    ['a PNG with something behind it', Buffer.concat([png(), docx()])],
    ['a JPEG', jpeg().subarray(0, -2)],
    ['a DOCX', docx().subarray(0, -30)],
    ['a DOCX without its text', zipOf(docxEntries().slice(0, 2))],
    ['an ODT without its content', zipOf([{ name: 'mimetype', content: `${ODF}.text`, isStored: true }])],
    ['a DOCX that is locked', docx({ name: 'word/secret.xml', content: 'x', isEncrypted: true })],
  ])('is damaged where it is cut off or changed: %s', async (_, content) => {
    expect(await found(content)).toBe('damaged');
  });
});

describe('a packed document', () => {
  const entry = (name: string): ZipEntry => ({ name, content: 'x' });

  test.each([
    ['VBA', docx(entry('word/vbaProject.bin'))],
    ['VBA under another case', docx(entry('WORD/VBAPROJECT.BIN'))],
    ['ActiveX', docx(entry('word/activeX/activeX1.xml'))],
    ['macros by its own account', docm()],
    ['Basic', odf('text', entry('Basic/Standard/Module1.xml'))],
    ['scripts', odf('spreadsheet', entry('Scripts/python/run.py'))],
  ])('is refused with %s', async (_, content) => {
    expect(await found(content)).toBe('macros');
  });

  test.each([
    ['a way up', docx(entry('../../etc/passwd'))],
    ['a way from the root', docx(entry('/etc/passwd'))],
    ['a way of Windows', docx(entry('..\\..\\start.bat'))],
    ['a drive', docx(entry('C:/start.bat'))],
    ['two entries of one name', docx(entry('word/document.xml'))],
    ['more than a document unpacks to', docx({ name: 'word/media/huge.bin', content: Buffer.alloc(11 * LIMIT) })],
    ['a thousandfold', docx({ name: 'word/bomb.xml', content: Buffer.alloc(5_000_000) })],
    ['a claim beyond its bounds', docx({ name: 'word/a.xml', content: 'x', claims: 4_000_000_000 })],
    ['thousands of entries', docx(...Array.from({ length: 5_001 }, (_, index) => entry(`word/${String(index)}`)))],
  ])('is not safe with %s', async (_, content) => {
    expect(await found(content)).toBe('unsafe');
  });

  test('is believed nothing: what unpacks to more than it claims is refused, and before it is all unpacked', async () => {
    const bomb = { name: 'word/bomb.xml', content: Buffer.alloc(200_000_000), claims: 1_000 };
    const content = docx(bomb);
    const before = process.memoryUsage().rss;
    expect(await found(content)).toBe('damaged');
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  test('may hold what documents hold: pictures, and text that packs well', async () => {
    const text = { name: 'word/comments.xml', content: '<w:comment>As agreed</w:comment>'.repeat(20_000) };
    const picture = { name: 'word/media/image1.png', content: png() };
    expect(await found(docx(text, picture))).toMatchObject({ type: `${OOXML}.wordprocessingml.document` });
  });
});
