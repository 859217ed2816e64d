import { Readable } from 'node:stream';
import { exportAccount } from '../../audit/account.queries.js';
import type { RecordedFile } from '../../engine/archive/archive-files.js';
import type { Database } from '../../storage/database.js';
import type { ContentStore } from '../content-store.js';
import type { IncomingFiles, ReceivedContent } from '../incoming-files.js';
import type { HandoverRecord } from './handover-record.js';
import { archiveBytes, OtherContent, type KeptRecord } from './write-archive.js';

/** Which archive of which record. */
export interface ArchiveWanted {
  readonly bodyId: string;
  readonly handoverId: string;
  readonly record: number;
  readonly withRestricted: boolean;
}

/** Hears how much of how much is done, in kilobytes. */
export type Progress = (done: number, total: number) => void;

/** Entries read at a time. */
const ROWS = 1000;
const KILOBYTE = 1024;

const KEPT = `
  SELECT r.record, r.pages, r.sums, r.signature, k.public_key AS "publicKey", r.account_seq::int AS "accountSeq"
  FROM handover_record r JOIN installation_key k ON k.id = r.key_id
  WHERE r.body_id = $1 AND r.handover_id = $2 AND r.number = $3`;

/** Makes archives out of records, the account and the store; memory stays as it is however large they are. */
export class MakeArchive {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
    private readonly incoming: IncomingFiles,
  ) {}

  /**
   * Writes an archive to a file of its own, which the caller keeps or discards. Throws OtherContent where a document is
   * gone or is not what the record names.
   */
  async execute(wanted: ArchiveWanted, onProgress: Progress): Promise<ReceivedContent> {
    const { bodyId, handoverId } = wanted;
    const kept = await this.readRecord(wanted);
    const { files } = JSON.parse(kept.record) as HandoverRecord;
    const documents = files.filter(({ marking }) => wanted.withRestricted || marking !== 'restricted');
    // Each is read twice: for its checksum, and for its content.
    const total = 2 * documents.reduce((sum, { bytes }) => sum + bytes, 0);
    let read = 0;
    const parts = {
      kept,
      documents,
      account: () => this.lines(bodyId, handoverId, kept.accountSeq + 1),
      open: (document: RecordedFile) => this.open(bodyId, document),
      onProgress: (more: number) => {
        read += more;
        onProgress(Math.floor(read / KILOBYTE), Math.ceil(total / KILOBYTE));
      },
    };
    return this.incoming.receive(Readable.from(archiveBytes(parts), { objectMode: false, highWaterMark: 1 << 18 }));
  }

  private async readRecord({
    bodyId,
    handoverId,
    record,
  }: ArchiveWanted): Promise<KeptRecord & { accountSeq: number }> {
    const values = [bodyId, handoverId, record];
    const rows: (KeptRecord & { accountSeq: number })[] = await this.database.read(bodyId, (em) =>
      em.query(KEPT, values),
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`There is no record ${String(record)} of ${handoverId}`);
    return row;
  }

  private async open(bodyId: string, { path, sha256 }: RecordedFile): Promise<Readable> {
    const content = await this.store.open({ bodyId, sha256 });
    if (content === null) throw new OtherContent(`${path} is not in the store`);
    return content;
  }

  private async *lines(bodyId: string, stream: string, last: number): AsyncGenerator<Buffer> {
    for (let after = 0; after < last;) {
      const rows = Math.min(ROWS, last - after);
      const entries = await this.database.read(bodyId, (em) => exportAccount(em, bodyId, stream, after, rows));
      if (entries.length === 0) throw new Error(`The account of ${stream} ends before entry ${String(last)}`);
      yield Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      after += entries.length;
    }
  }
}
