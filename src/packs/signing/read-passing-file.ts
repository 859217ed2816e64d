import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Readable } from 'node:stream';
import type { Refused } from '../../engine/decision.js';
import { notAParty } from '../../handovers/not-a-party.js';
import { readHandover } from '../../handovers/read-handover.js';
import type { Caller } from '../../people/caller.js';
import { Database, isRefused } from '../../storage/database.js';
import { ContentStore, type ByteRange } from '../content-store.js';
import { MEDIA_TYPES, savedName, type MediaType } from '../media-types.js';
import { findAddendumDocument, findSignedPaper, type PassingFile } from './passing.queries.js';

/** A file that its reader may have, and the way to its content. */
export interface ReadableFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly type: MediaType;
  /** Under which it is saved. */
  readonly name: string;
  readonly isShown: boolean;
  readonly mayBeKept: boolean;
  readonly open: (range?: ByteRange) => Promise<Readable | null>;
}

/** Gives signed papers and the documents of addenda to those who take part in the handover. */
@Injectable()
export class ReadPassingFile {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
  ) {}

  /** Null when there is none such. */
  async paper(reader: Caller, handoverId: string, round: number, side: string): Promise<ReadableFile | Refused | null> {
    const name = `${handoverId}-${side}.pdf`;
    return this.read(reader, handoverId, name, (em) => findSignedPaper(em, reader.bodyId, handoverId, round, side));
  }

  /** Null when there is none such. */
  async addendum(reader: Caller, handoverId: string, number: number): Promise<ReadableFile | Refused | null> {
    const name = `${handoverId}-addendum-${String(number)}`;
    return this.read(reader, handoverId, name, (em) => findAddendumDocument(em, reader.bodyId, handoverId, number));
  }

  private async read(
    reader: Caller,
    handoverId: string,
    name: string,
    find: (em: EntityManager) => Promise<PassingFile | null>,
  ): Promise<ReadableFile | Refused | null> {
    const found = await readHandover(this.database, reader, handoverId, async (em, { inside }) =>
      inside ? find(em) : notAParty(handoverId),
    );
    if (found === null || isRefused(found)) return found;
    const { sha256, bytes, fileName } = found;
    const type = found.mediaType as MediaType;
    return {
      sha256,
      bytes,
      type,
      name: savedName(fileName ?? name, type),
      isShown: MEDIA_TYPES[type].isShown,
      mayBeKept: false,
      open: (range) => this.store.open({ bodyId: reader.bodyId, sha256 }, range),
    };
  }
}
