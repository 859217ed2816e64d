import type { EntityManager } from 'typeorm';
import type { PageLanguage } from '../../../config/languages/pages.js';
import type { IsoInstant } from '../../engine/words.js';
import type { PdfStandard } from '../content/pdf/typesetter.js';
import type { RecordReason } from './handover-record.js';

/** Why a file could not be made: a document is not what it was, or every attempt ended. */
export type FileTrouble = 'content' | 'gave_up';

/** A record of a handover, as lists tell of it. */
export interface RecordSummary {
  readonly number: number;
  readonly reason: RecordReason;
  readonly madeAt: IsoInstant;
  /** Null for what the clock brought about. */
  readonly madeBy: string | null;
  readonly sha256: string;
  /** The fingerprint of the key that signed it. */
  readonly key: string;
  readonly accountSeq: number;
  readonly accountHead: string;
  /** Restricted documents that it names. */
  readonly restricted: number;
}

/** A file that is made of a pack. */
export interface PackFile {
  readonly id: string;
  readonly kind: 'archive' | 'pack_pdf' | 'record_pdf';
  /** Null for the pack, which is no record. */
  readonly record: number | null;
  /** Of a PDF; null for an archive, which has all languages. */
  readonly language: PageLanguage | null;
  readonly standard: PdfStandard | null;
  readonly withRestricted: boolean;
  readonly state: 'queued' | 'making' | 'ready' | 'failed';
  /** How much of it is made, in hundredths. */
  readonly percent: number;
  readonly problem: FileTrouble | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly askedAt: IsoInstant;
  readonly madeAt: IsoInstant | null;
}

const RECORDS = `
  SELECT r.number, r.reason, iso_instant(r.made_at) AS "madeAt", p.name AS "madeBy", r.sha256, r.key_id AS key,
    r.account_seq::int AS "accountSeq", r.account_head AS "accountHead",
    (SELECT count(*)::int FROM jsonb_array_elements(r.record::jsonb->'files') AS f WHERE f->>'marking' = 'restricted')
      AS restricted
  FROM handover_record r LEFT JOIN person p ON p.body_id = r.body_id AND p.id = r.made_by
  WHERE r.body_id = $1 AND r.handover_id = $2 ORDER BY r.number DESC`;

const FILE = `
  SELECT id, kind, record_number AS record, language, standard, with_restricted AS "withRestricted", state,
    CASE WHEN state = 'ready' THEN 100 WHEN total = 0 THEN 0 ELSE least(99, done::bigint * 100 / total)::int END AS percent,
    problem, sha256, bytes::float8 AS bytes, iso_instant(asked_at) AS "askedAt", iso_instant(made_at) AS "madeAt"
  FROM pack_file WHERE body_id = $1 AND handover_id = $2`;

/** A pack is set anew whenever it has changed; nobody wants the one before. Failed attempts are told until one succeeds. */
const IS_NEWEST = `NOT EXISTS (
  SELECT FROM pack_file n
  WHERE n.body_id = pack_file.body_id AND n.handover_id = pack_file.handover_id AND n.kind = pack_file.kind
    AND n.record_number IS NOT DISTINCT FROM pack_file.record_number
    AND n.language IS NOT DISTINCT FROM pack_file.language AND n.standard IS NOT DISTINCT FROM pack_file.standard
    AND n.with_restricted = pack_file.with_restricted AND (n.asked_at, n.id) > (pack_file.asked_at, pack_file.id)
    AND (n.state = 'ready' OR pack_file.state <> 'ready'))`;

/** The records of a handover, the newest first. */
export async function listRecords(em: EntityManager, bodyId: string, handoverId: string): Promise<RecordSummary[]> {
  return em.query(RECORDS, [bodyId, handoverId]);
}

/** The files that were asked for, the newest first; of a pack only the newest of each sort. */
export async function listPackFiles(em: EntityManager, bodyId: string, handoverId: string): Promise<PackFile[]> {
  return em.query(`${FILE} AND ${IS_NEWEST} ORDER BY asked_at DESC, id DESC`, [bodyId, handoverId]);
}

/** One file; null when there is none such. */
export async function findPackFile(
  em: EntityManager,
  bodyId: string,
  handoverId: string,
  id: string,
): Promise<PackFile | null> {
  const [file]: PackFile[] = await em.query(`${FILE} AND id = $3`, [bodyId, handoverId, id]);
  return file ?? null;
}
