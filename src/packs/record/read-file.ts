import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Refused } from '../../engine/decision.js';
import type { Caller } from '../../people/caller.js';
import { Database, isRefused } from '../../storage/database.js';
import { ContentStore, type ByteRange } from '../content-store.js';
import { findPackFile, type PackFile } from './pack-files.queries.js';
import { fileReaderOf } from './read-from-inside.js';

/** A file that its reader may have, and the way to its content. */
export interface ReadableFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly type: string;
  /** Under which it is saved. */
  readonly name: string;
  readonly isShown: false;
  /** What tells restricted things is not kept by browsers. */
  readonly mayBeKept: boolean;
  readonly open: (range?: ByteRange) => Promise<Readable | null>;
}

/** Gives an archive or a PDF to those who work in the handover. */
@Injectable()
export class ReadFile {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
  ) {}

  /** Null when there is no such file, when it is not ready, and for a reader who may not have it. */
  async execute(reader: Caller, handoverId: string, id: string): Promise<ReadableFile | Refused | null> {
    const { bodyId } = reader;
    const file = await this.database.read(bodyId, async (em) => {
      const found = await findPackFile(em, bodyId, handoverId, id);
      const as = await fileReaderOf(em, reader, handoverId, found?.kind ?? 'archive');
      if (as === null || isRefused(as)) return as;
      return as.inside ? found : null;
    });
    if (file === null || isRefused(file)) return file;
    const { kind, sha256, bytes, withRestricted } = file;
    if (sha256 === null || bytes === null) return null;
    return {
      sha256,
      bytes,
      type: kind === 'archive' ? 'application/zip' : 'application/pdf',
      name: `${handoverId}-${nameOf(file)}`,
      isShown: false,
      mayBeKept: !withRestricted,
      open: (range) => this.store.open({ bodyId, sha256 }, range),
    };
  }
}

const PURPOSES = { 'ua-1': '', 'a-2a': '-archival' } as const;

function nameOf({ kind, record, withRestricted, language, standard }: PackFile): string {
  const open = withRestricted ? '' : '-unrestricted';
  const tongue = `-${language ?? ''}${standard === null ? '' : PURPOSES[standard]}`;
  if (kind === 'archive') return `record-${String(record)}${open}.zip`;
  return kind === 'record_pdf' ? `record-${String(record)}${tongue}.pdf` : `pack${tongue}${open}.pdf`;
}
