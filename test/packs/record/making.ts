import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../../../config/environment.js';
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
