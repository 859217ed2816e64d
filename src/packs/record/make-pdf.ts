import type { PageLanguage } from '../../../config/languages/pages.js';
import type { Marking } from '../../engine/words.js';
import type { Database } from '../../storage/database.js';
import { loadPack } from '../content/load-pack.js';
import { chairLanguages } from '../content/pdf/chair-languages.queries.js';
import { packPdf } from '../content/pdf/pack-pdf.js';
import { recordPdf } from '../content/pdf/record-pdf.js';
import type { PdfStandard } from '../content/pdf/typesetter.js';
import type { HandoverRecord } from './handover-record.js';

/** Which PDF of which handover. */
export interface PdfWanted {
  readonly bodyId: string;
  readonly handoverId: string;
  /** Null for the pack as it is now. */
  readonly record: number | null;
  readonly withRestricted: boolean;
  readonly language: PageLanguage;
  readonly standard: PdfStandard;
}

const RECORD = 'SELECT record FROM handover_record WHERE body_id = $1 AND handover_id = $2 AND number = $3';

/** Sets packs and records as PDFs. */
export class MakePdf {
  constructor(private readonly database: Database) {}

  /** The bytes of the file, which fit into memory: documents are named in it, and not held. */
  async execute(wanted: PdfWanted): Promise<Buffer> {
    const { record, language, standard } = wanted;
    if (record === null) return packPdf(await this.pack(wanted), language, standard);
    const [kept, chairs] = await this.recordOf(wanted, record);
    // In the language that was asked for, and then in those of both chairs: all who signed can read what was signed.
    return recordPdf(kept, [language, ...chairs], standard);
  }

  private pack({ bodyId, handoverId, withRestricted }: PdfWanted) {
    const markings: Marking[] = ['public', 'participants', ...(withRestricted ? (['restricted'] as const) : [])];
    return this.database.read(bodyId, (em) => loadPack(em, bodyId, handoverId, markings));
  }

  private recordOf({ bodyId, handoverId }: PdfWanted, record: number) {
    return this.database.read(bodyId, async (em) => {
      const [row]: { record: string }[] = await em.query(RECORD, [bodyId, handoverId, record]);
      if (row === undefined) throw new Error(`There is no record ${String(record)} of ${handoverId}`);
      const chairs = await chairLanguages(em, bodyId, handoverId);
      return [JSON.parse(row.record) as HandoverRecord, chairs] as const;
    });
  }
}
