import { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { ContentStore } from '../../../src/packs/content-store.js';
import { IncomingFiles } from '../../../src/packs/incoming-files.js';
import { MakeRecord } from '../../../src/packs/record/make-record.js';
import type { TestApp } from '../../support/app.js';
import { HANDOVER, must, RABAT } from '../../support/rabat.js';
import { ASKED } from './making.js';

const INSERT = `
  INSERT INTO pack_file (body_id, handover_id, id, kind, language, standard, with_restricted, state, done, total, problem,
    sha256, bytes, asked_by, asked_at, made_at, record_number, account_seq)
  VALUES ($1, $2, $3, $4, $5, $6, true, $7, 3, 10, $8, $9, $10, 'sec', gavel_now(), $11, $12, $13)`;

/** A record with files in every state; gives the id of one that can be downloaded. */
export async function plantFiles(app: TestApp): Promise<string> {
  const { number } = must(await app.app.get(MakeRecord).execute(RABAT, HANDOVER, ASKED));
  const received = await app.app.get(IncomingFiles).receive(Readable.from([Buffer.from('%PDF-1.7 of a pack')]));
  await app.app.get(ContentStore).keep(RABAT, received);
  const { sha256, bytes } = received;
  const id = uuid();
  const made = [sha256, bytes, '2023-10-02T08:00:00.000Z'];
  const none = [null, null, null];
  const files = [
    [id, 'pack_pdf', 'fr', 'ua-1', 'ready', null, ...made, null, 1],
    [uuid(), 'pack_pdf', 'ar', 'a-2a', 'queued', null, ...none, null, 1],
    [uuid(), 'archive', null, null, 'making', null, ...none, number, null],
    [uuid(), 'record_pdf', 'pt', 'ua-1', 'failed', 'gave_up', ...none, number, null],
  ];
  await app.rabat.database.change(RABAT, async (em) => {
    for (const file of files) await em.query(INSERT, [RABAT, HANDOVER, ...file]);
  });
  return id;
}
