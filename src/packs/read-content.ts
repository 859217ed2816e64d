import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Marking } from '../engine/words.js';
import type { Caller } from '../people/caller.js';
import { Database } from '../storage/database.js';
import { ContentStore, type ByteRange } from './content-store.js';
import { findKeptVersion } from './documents.queries.js';
import { MEDIA_TYPES, savedName, type MediaType } from './media-types.js';

/** Which version of which document. */
export interface VersionAsked {
  readonly handoverId: string;
  readonly taskId: string;
  readonly documentId: string;
  /** Null for the newest. */
  readonly number: number | null;
}

/** A version that its reader may have, and the way to its content. */
export interface ReadableVersion {
  readonly sha256: string;
  readonly bytes: number;
  readonly type: MediaType;
  /** Under which it is saved. */
  readonly name: string;
  readonly isShown: boolean;
  /** Restricted documents are not kept by browsers. */
  readonly mayBeKept: boolean;
  readonly open: (range?: ByteRange) => Promise<Readable | null>;
}

/** Gives the content of a document to whom its marking allows. */
@Injectable()
export class ReadContent {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
  ) {}

  /**
   * Null when there is no such version, and also when the reader may not have it: the list of the task does not show it
   * to them either, and an address tells nothing of what lies behind.
   */
  async execute(reader: Caller, asked: VersionAsked): Promise<ReadableVersion | null> {
    const { bodyId, personId } = reader;
    const kept = await this.database.read(bodyId, (em) => findKeptVersion(em, bodyId, asked, asked.number, personId));
    if (kept === null) return null;
    const { sha256, bytes, mediaType, fileName, markings, isParty } = kept;
    const works = isParty || reader.roles.includes('secretariat');
    if (!markings.every((marking) => mayRead(marking, works))) return null;
    return {
      sha256,
      bytes,
      type: mediaType,
      name: savedName(fileName, mediaType),
      isShown: MEDIA_TYPES[mediaType].isShown,
      mayBeKept: !markings.includes('restricted'),
      open: (range) => this.store.open({ bodyId, sha256 }, range),
    };
  }
}

/**
 * Public documents are for everyone with a part in the body. The others are for those who work in the handover: its two
 * chairs' teams and the secretariat, who are all its participants.
 */
function mayRead(marking: Marking, worksInHandover: boolean): boolean {
  return marking === 'public' || worksInHandover;
}
