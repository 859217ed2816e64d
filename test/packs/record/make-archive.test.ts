import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { appendFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { verifyArchive } from '../../../src/commands/verify-archive.js';
import { AskForFile, type FileAsked } from '../../../src/packs/record/ask-for-file.js';
import { MakeArchive } from '../../../src/packs/record/make-archive.js';
import { findPackFile, type PackFile } from '../../../src/packs/record/pack-files.queries.js';
import { MakePdf } from '../../../src/packs/record/make-pdf.js';
import { WorkOnFiles } from '../../../src/packs/record/work-on-files.js';
import { FolderStore } from '../../../src/packs/folder-store.js';
import { KeepContent } from '../../../src/packs/keep-content.js';
import { IncomingFiles } from '../../../src/packs/incoming-files.js';
import { startProgram } from '../../support/programs.js';
import { HANDOVER, must, RABAT, type PersonId, PEOPLE } from '../../support/rabat.js';
import { addDocument, RecordRoom } from './making.js';

let room: RecordRoom;
let store: FolderStore;
let incoming: IncomingFiles;
let work: WorkOnFiles;
let number: number;

beforeAll(async () => {
  room = await RecordRoom.open();
  store = new FolderStore(join(room.folder, 'contents'));
  incoming = new IncomingFiles(join(room.folder, 'incoming'));
  const { database } = room.rabat;
  const content = new KeepContent(database, store, incoming);
  work = new WorkOnFiles(
    database,
    content,
    incoming,
    new MakeArchive(database, store, incoming),
    new MakePdf(database),
  );
  await addDocument(room, store, incoming, { title: 'Agenda', marking: 'participants', content: 'An agenda' });
  await addDocument(room, store, incoming, { title: '../<b>قائمة', marking: 'restricted', content: 'Guests' });
});
afterAll(() => room.close());

beforeEach(async () => {
  ({ number } = await room.record());
});

function askFor(person: PersonId, asked: FileAsked): ReturnType<AskForFile['execute']> {
  const [office, role] = PEOPLE[person];
  const memberId = office.startsWith('sec') ? null : office.slice(0, 2).toUpperCase();
  const caller = { bodyId: RABAT, personId: person, memberId, roles: [role] };
  return new AskForFile(room.rabat.database).execute(caller, HANDOVER, asked);
}

function ask(person: PersonId, withRestricted = true, record = number): ReturnType<typeof askFor> {
  return askFor(person, { kind: 'archive', record, withRestricted });
}

async function now(id: string): Promise<PackFile> {
  return must(await room.rabat.database.read(RABAT, (em) => findPackFile(em, RABAT, HANDOVER, id)));
}

/** Everything that is offered. */
async function contents(): Promise<string[]> {
  return (await readdir(join(room.folder, 'contents'), { recursive: true })).sort();
}

/** Has it made as the queue would, and gives it with where it lies. */
async function made(withRestricted = true): Promise<{ file: PackFile; path: string }> {
  return madeOf({ kind: 'archive', record: number, withRestricted });
}

async function madeOf(asked: FileAsked): Promise<{ file: PackFile; path: string }> {
  const { id } = must(await askFor('ma-lead', asked));
  for (const job of await work.claim(RABAT)) await work.make(job);
  const file = await now(id);
  const sha256 = file.sha256 ?? '';
  return { file, path: join(room.folder, 'contents', RABAT, sha256.slice(0, 2), sha256) };
}

test('an archive of a record is made, is known to be good, and other programs can unpack it', async () => {
  const { file, path } = await made();
  expect(file).toMatchObject({ state: 'ready', percent: 100, record: number, withRestricted: true });
  const words = await verifyArchive(path, { head: null, key: (await room.keys.signing()).id });
  expect(words).toMatch(/Record \d+ of “Morocco to Portugal”.*everything is as it was signed/);
  expect(words).toContain('2 documents;');
  const names = await unpacked(path);
  expect(names.get('documents/001-OPN-03-Agenda.pdf')).toBe('An agenda');
  expect([...names.keys()].filter((name) => name.startsWith('documents/'))).toEqual([
    'documents/001-OPN-03-Agenda.pdf',
    'documents/002-OPN-03-b-قائمة.pdf',
  ]);
  expect(names.get('index.ar.html')).toContain('dir="rtl"');
});

test('made again of the same record it is the same to the byte', async () => {
  const make = new MakeArchive(room.rabat.database, store, incoming);
  const wanted = { bodyId: RABAT, handoverId: HANDOVER, record: number, withRestricted: true };
  const [one, other] = [await make.execute(wanted, () => undefined), await make.execute(wanted, () => undefined)];
  expect((await readFile(one.path)).equals(await readFile(other.path))).toBe(true);
  await Promise.all([incoming.discard(one), incoming.discard(other)]);
});

test('what is restricted is left out where it is not asked for, and the archive is good all the same', async () => {
  const { path } = await made(false);
  expect(await verifyArchive(path, { head: null, key: null })).toContain('1 documents, 1 restricted left out');
  expect([...(await unpacked(path)).values()]).not.toContain('Guests');
});

test('a record is set as a PDF in the language that was asked for, and in those of both chairs', async () => {
  const { file, path } = await madeOf({ kind: 'record_pdf', record: number, language: 'ar', standard: 'a-2a' });
  expect(file).toMatchObject({ state: 'ready', record: number, language: 'ar', standard: 'a-2a' });
  const pdf = (await readFile(path)).toString('latin1');
  expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>');
  for (const language of ['ar', 'fr', 'pt']) expect(pdf).toMatch(new RegExp(`/Lang ?\\(${language}\\)`));
});

test('the pack is set as a PDF, for reading, and anew only once it has changed', async () => {
  const asked = { kind: 'pack_pdf', language: 'pt', standard: 'ua-1', withRestricted: true } as const;
  const { file, path } = await madeOf(asked);
  expect((await readFile(path)).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(must(await askFor('pt-delegate', asked)).id).toBe(file.id);
  expect(must(await askFor('pt-delegate', { ...asked, withRestricted: false })).id).not.toBe(file.id);
  await room.record();
  expect(must(await askFor('pt-delegate', asked)).id).not.toBe(file.id);
});

test('asked for twice it is made once, and only for those who work in the handover', async () => {
  const { id } = must(await ask('ma-lead'));
  expect(must(await ask('pt-delegate')).id).toBe(id);
  expect(await ask('watcher')).toBeNull();
  expect(await ask('es-delegate')).toMatchObject({ refused: true });
  expect(await ask('ma-lead', true, 999)).toBeNull();
});

test('a file whose maker died is made by the next once its lease has ended, and given up after three', async () => {
  const { id } = must(await ask('ma-lead'));
  const dies = (tries: number, lease: string): Promise<unknown> =>
    room.rabat.database.change(RABAT, (em) =>
      em.query(
        `UPDATE pack_file SET state = 'making', tries = $3, lease_until = clock_timestamp() + $4::interval
         WHERE body_id = $1 AND id = $2`,
        [RABAT, id, tries, lease],
      ),
    );
  const claimed = async (): Promise<string[]> => (await work.claim(RABAT)).map((job) => job.id);
  await dies(1, '30 seconds');
  expect(await claimed()).not.toContain(id);
  await dies(3, '-1 second');
  expect(await claimed()).not.toContain(id);
  expect(await now(id)).toMatchObject({ state: 'failed', problem: 'gave_up' });
  const next = must(await ask('ma-lead'));
  expect(next.id).not.toBe(id);
  for (const job of await work.claim(RABAT)) await Promise.all([work.make(job), work.make(job)]);
  expect(await now(next.id)).toMatchObject({ state: 'ready' });
});

test('a maker that is killed in the middle offers no half file, and the next makes it whole', async () => {
  const { id } = must(await ask('ma-lead'));
  const before = await contents();
  const maker = startProgram('test/packs/record/programs/maker-that-dies.ts', [room.rabat.url, room.folder, RABAT]);
  expect(await maker.ended()).toBe('SIGKILL');
  const [half = ''] = await readdir(join(room.folder, 'incoming'));
  expect((await stat(join(room.folder, 'incoming', half))).size).toBeGreaterThan(0);
  expect(await now(id)).toMatchObject({ state: 'making', sha256: null });
  expect(await contents()).toEqual(before);
  await room.rabat.database.change(RABAT, (em) =>
    em.query(`UPDATE pack_file SET lease_until = clock_timestamp() WHERE body_id = $1 AND id = $2`, [RABAT, id]),
  );
  const { path } = await made();
  expect(await now(id)).toMatchObject({ state: 'ready' });
  expect(await verifyArchive(path, { head: null, key: null })).toContain('everything is as it was signed');
  await rm(join(room.folder, 'incoming', half));
});

test('a document that is gone from the store, or is another, ends the making and says so', async () => {
  const document = await addDocument(room, store, incoming, { title: 'Lost', marking: 'public', content: 'Lost' });
  ({ number } = await room.record());
  const path = join(room.folder, 'contents', RABAT, document.slice(0, 2), document);
  await appendFile(path, 'more');
  const other = await made();
  expect(other.file).toMatchObject({ state: 'failed', problem: 'content' });
  await rm(path);
  expect((await made()).file).toMatchObject({ state: 'failed', problem: 'content' });
  await writeFile(path, 'Lost');
  expect((await made()).file).toMatchObject({ state: 'ready' });
});

test('a hash that somebody holds is found in the account of the archive, and another is not', async () => {
  const { path } = await made();
  const [entry] = await room.rabat.rows(
    'SELECT hash FROM account_entry WHERE body_id = $1 AND stream = $2 AND seq = 1',
    [RABAT, HANDOVER],
  );
  const head = String(entry?.hash);
  expect(await verifyArchive(path, { head, key: null })).toContain('that of entry 1');
  await expect(verifyArchive(path, { head: 'f'.repeat(64), key: null })).rejects.toThrow('None of the');
  await expect(verifyArchive(path, { head: null, key: 'f'.repeat(64) })).rejects.toThrow('another key');
});

/** The files as a program that has nothing to do with us unpacks them. */
function unpacked(path: string): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, string>();
    yauzl.open(path, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error !== null) {
        reject(error);
        return;
      }
      zip.on('error', reject);
      zip.on('end', () => {
        resolve(files);
      });
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (trouble, stream) => {
          if (trouble !== null) {
            reject(trouble);
            return;
          }
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            const content = Buffer.concat(chunks);
            if (crc32(content) !== entry.crc32) reject(new Error(entry.fileName));
            files.set(entry.fileName, content.toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}
