import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Refused } from '../../engine/decision.js';
import { readHandover } from '../../handovers/read-handover.js';
import type { Caller } from '../../people/caller.js';
import { Database, isRefused } from '../../storage/database.js';
import { ContentStore, type ByteRange } from '../content-store.js';
import { findPackFile } from './pack-files.queries.js';

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

/** Gives an archive to those who work in the handover. */
@Injectable()
export class ReadArchive {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
  ) {}

  /** Null when there is no such file, when it is not ready, and for a reader who may not have it. */
  async execute(reader: Caller, handoverId: string, id: string): Promise<ReadableFile | Refused | null> {
    const { bodyId } = reader;
    const file = await readHandover(this.database, reader, handoverId, (em, { inside }) =>
      inside ? findPackFile(em, bodyId, handoverId, id) : Promise.resolve(null),
    );
    if (file === null || isRefused(file)) return file;
    const { sha256, bytes, record, withRestricted } = file;
    if (sha256 === null || bytes === null) return null;
    return {
      sha256,
      bytes,
      type: 'application/zip',
      name: `${handoverId}-record-${String(record ?? 0)}${withRestricted ? '' : '-unrestricted'}.zip`,
      isShown: false,
      mayBeKept: !withRestricted,
      open: (range) => this.store.open({ bodyId, sha256 }, range),
    };
  }
}
