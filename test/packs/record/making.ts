import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { readEnvironment } from '../../../config/environment.js';
import type { ContentStore } from '../../../src/packs/content-store.js';
import type { IncomingFiles } from '../../../src/packs/incoming-files.js';
import { InstallationKeys } from '../../../src/packs/record/installation-keys.js';
import { MakeRecord, type RecordAsked, type RecordReceipt } from '../../../src/packs/record/make-record.js';
import { SecretKey } from '../../../src/people/sign-in/secret-key.js';
import { HANDOVER, must, RABAT, RabatHandover } from '../../support/rabat.js';

export const ASKED: RecordAsked = { reason: 'asked', signingRound: 0, by: 'sec' };

/** A handover of which records are made, in an installation of its own. */
export class RecordRoom {
  private constructor(
    readonly rabat: RabatHandover,
    readonly keys: InstallationKeys,
    readonly makeRecord: MakeRecord,
    readonly folder: string,
  ) {}

  static async open(): Promise<RecordRoom> {
    const rabat = await RabatHandover.plannedAt('2023-10-02T08:00:00.000Z');
    const folder = await mkdtemp(join(tmpdir(), 'gavel-record-'));
    const keys = keysOf(rabat, folder, 'a key of tests that is long enough, no. 1');
    return new RecordRoom(rabat, keys, new MakeRecord(rabat.database, keys), folder);
  }

  async close(): Promise<void> {
    await this.rabat.close();
    await rm(this.folder, { recursive: true });
  }

  async record(asked: RecordAsked = ASKED): Promise<RecordReceipt> {
    return must(await this.makeRecord.execute(RABAT, HANDOVER, asked));
  }

  /** A record as it is kept. */
  async kept(number: number): Promise<Record<string, unknown>> {
    const [row] = await this.rabat.rows(
      `SELECT record, sha256, pages, sums, key_id, signature FROM handover_record
       WHERE body_id = $1 AND handover_id = $2 AND number = $3`,
      [RABAT, HANDOVER, number],
    );
    if (row === undefined) throw new Error(`There is no record ${String(number)}`);
    return row;
  }
}

/** The keys of an installation with such a secret. */
export function keysOf(rabat: RabatHandover, folder: string, secret: string): InstallationKeys {
  const environment = readEnvironment({ DATA_DIRECTORY: folder, SECRET_KEY: secret });
  return new InstallationKeys(rabat.dataSource, new SecretKey(environment));
}

/** A document of a task, as it lies in rows and store. Gives the digest of its content. */
export async function addDocument(
  room: RecordRoom,
  store: ContentStore,
  incoming: IncomingFiles,
  { title, marking, content }: { readonly title: string; readonly marking: string; readonly content: string },
): Promise<string> {
  const received = await incoming.receive(Readable.from([Buffer.from(content)]));
  const { sha256, bytes } = received;
  await store.keep(RABAT, received);
  const values = [RABAT, HANDOVER, 'OPN-03', uuid(), title, marking, sha256, bytes, title.replaceAll('/', '-')];
  await room.rabat.database.change(RABAT, async (em) => {
    await em.query(
      `INSERT INTO evidence (body_id, handover_id, task_id, id, title, reference, marking, added_by, added_at)
       VALUES ($1, $2, $3, $4, $5, '/', $6, 'ma-lead', clock_timestamp())`,
      values.slice(0, 6),
    );
    await em.query(
      'INSERT INTO document (body_id, handover_id, task_id, id, newest) VALUES ($1, $2, $3, $4, 1)',
      values.slice(0, 4),
    );
    await em.query(
      `INSERT INTO document_version (body_id, handover_id, task_id, document_id, number, sha256, bytes, media_type, file_name,
         title, marking, sent_by, sent_at)
       VALUES ($1, $2, $3, $4, 1, $7, $8, 'application/pdf', $9, $5, $6, 'ma-lead', gavel_now())`,
      values,
    );
  });
  return sha256;
}
