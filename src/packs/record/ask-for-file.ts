import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { PageLanguage } from '../../../config/languages/pages.js';
import type { Refused } from '../../engine/decision.js';
import type { Caller } from '../../people/caller.js';
import { Database, isRefused } from '../../storage/database.js';
import type { PdfStandard } from '../content/pdf/typesetter.js';
import { findPackFile, type PackFile } from './pack-files.queries.js';
import { fileReaderOf } from './read-from-inside.js';

/** Which file is wanted: the archive of a record, a record as a PDF, or the pack as it stands now as a PDF. */
export type FileAsked =
  | { readonly kind: 'archive'; readonly record: number; readonly withRestricted: boolean }
  | {
      readonly kind: 'record_pdf';
      readonly record: number;
      readonly language: PageLanguage;
      readonly standard: PdfStandard;
    }
  | {
      readonly kind: 'pack_pdf';
      readonly withRestricted: boolean;
      readonly language: PageLanguage;
      readonly standard: PdfStandard;
    };

/** A file that is there, or on its way, is not made again; a pack is, once its account has gone on. */
const INSERT = `
  INSERT INTO pack_file (body_id, handover_id, id, kind, with_restricted, language, standard, asked_by, asked_at,
    record_number, account_seq)
  SELECT h.body_id, h.id, $3, $4, $6, $7, $8, $9, gavel_now(), $5, CASE WHEN $4 = 'pack_pdf' THEN a.seq END
  FROM handover h JOIN account a ON a.body_id = h.body_id AND a.stream = h.id
  WHERE h.body_id = $1 AND h.id = $2 AND ($4 = 'pack_pdf' OR EXISTS (
    SELECT FROM handover_record r WHERE r.body_id = h.body_id AND r.handover_id = h.id AND r.number = $5::integer))
  ON CONFLICT (body_id, handover_id, kind, record_number, account_seq, language, standard, with_restricted)
    WHERE state <> 'failed'
  DO UPDATE SET asked_at = pack_file.asked_at
  RETURNING id`;

/** Asks for an archive or a PDF; it is made in the background. */
@Injectable()
export class AskForFile {
  constructor(private readonly database: Database) {}

  /** Null when there is no such record, or not for this reader: only those who work in the handover have files. */
  async execute(caller: Caller, handoverId: string, asked: FileAsked): Promise<PackFile | Refused | null> {
    const { bodyId, personId } = caller;
    return this.database.change(bodyId, async (em: EntityManager) => {
      const reader = await fileReaderOf(em, caller, handoverId, asked.kind);
      if (reader === null || isRefused(reader)) return reader;
      if (!reader.inside) return null;
      const [row]: { id: string }[] = await em.query(INSERT, [
        bodyId,
        handoverId,
        uuid(),
        ...columnsOf(asked),
        personId,
      ]);
      return row === undefined ? null : findPackFile(em, bodyId, handoverId, row.id);
    });
  }
}

/** Kind, record, restricted, language, standard. */
function columnsOf(asked: FileAsked): unknown[] {
  const { kind } = asked;
  const record = kind === 'pack_pdf' ? null : asked.record;
  // The record as a PDF names documents and holds none: it is the same for all who have it.
  const withRestricted = kind === 'record_pdf' ? false : asked.withRestricted;
  const [language, standard] = kind === 'archive' ? [null, null] : [asked.language, asked.standard];
  return [kind, record, withRestricted, language, standard];
}
