import type { Readable } from 'node:stream';
import type { ReceivedContent } from './incoming-files.js';

/** Bytes of a content, the first and the last both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** A content of a body, known by its SHA-256 in hex. */
export interface StoredContent {
  readonly bodyId: string;
  readonly sha256: string;
}

/**
 * Where the content of documents lies, each once for a body however many documents have it. Bodies are kept apart here
 * as well: nobody learns from the store what another body has. Throws an Outage where it cannot be reached.
 */
export abstract class ContentStore {
  /** Takes over what was received; where the same content is there already, that stays. Either way the file is gone. */
  abstract keep(bodyId: string, received: ReceivedContent): Promise<void>;

  /** Whether a content is there. */
  abstract has(content: StoredContent): Promise<boolean>;

  /** Reads a content, or a part of it; null when it is not there. */
  abstract open(content: StoredContent, range?: ByteRange): Promise<Readable | null>;

  /** Throws a content away that no document has. */
  abstract remove(content: StoredContent): Promise<void>;
}
