import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Refused } from '../../engine/decision.js';
import { readerOf } from '../../handovers/read-handover.js';
import type { Caller } from '../../people/caller.js';
import { Database, isRefused } from '../../storage/database.js';
import { findPackFile, type PackFile } from './pack-files.queries.js';

/** Which record an archive is wanted of, and whether with what is restricted. */
export interface ArchiveAsked {
  readonly record: number;
  readonly withRestricted: boolean;
}

/** An archive that is there, or on its way, is not made again. */
const INSERT = `
  INSERT INTO pack_file (body_id, handover_id, id, kind, with_restricted, asked_by, asked_at, record_number)
  SELECT body_id, handover_id, $4, 'archive', $5, $6, gavel_now(), number FROM handover_record
  WHERE body_id = $1 AND handover_id = $2 AND number = $3
  ON CONFLICT (body_id, handover_id, record_number, with_restricted) WHERE kind = 'archive' AND state <> 'failed'
  DO UPDATE SET asked_at = pack_file.asked_at
  RETURNING id`;

/** Asks for the archive of a record; it is made in the background. */
@Injectable()
export class AskForArchive {
  constructor(private readonly database: Database) {}

  /** Null when there is no such record, or not for this reader: only those who work in the handover have archives. */
  async execute(caller: Caller, handoverId: string, asked: ArchiveAsked): Promise<PackFile | Refused | null> {
    const { bodyId, personId } = caller;
    return this.database.change(bodyId, async (em: EntityManager) => {
      const reader = await readerOf(em, caller, handoverId);
      if (reader === null || isRefused(reader)) return reader;
      if (!reader.inside) return null;
      const values = [bodyId, handoverId, asked.record, uuid(), asked.withRestricted, personId];
      const [row]: { id: string }[] = await em.query(INSERT, values);
      return row === undefined ? null : findPackFile(em, bodyId, handoverId, row.id);
    });
  }
}
