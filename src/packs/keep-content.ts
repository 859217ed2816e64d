import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Refused } from '../engine/decision.js';
import { Database, isRefused } from '../storage/database.js';
import { ContentStore, type StoredContent } from './content-store.js';
import { IncomingFiles, type ReceivedContent } from './incoming-files.js';
import { storeOutage } from './store-outage.js';

/** Whoever brings a content in, or throws it away as unused, goes in turn; until the end of the transaction. */
const LOCK_CONTENT = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';

/** Values: body, digest. */
const USES_OF_CONTENT = `
  SELECT EXISTS (SELECT FROM document_version WHERE body_id = $1 AND sha256 = $2)
    OR EXISTS (SELECT FROM signature WHERE body_id = $1 AND paper_sha256 = $2)
    OR EXISTS (SELECT FROM addendum WHERE body_id = $1 AND sha256 = $2)
    OR EXISTS (SELECT FROM pack_file WHERE body_id = $1 AND sha256 = $2) AS used`;

/**
 * Brings the content of a file to its place before anything tells of it, and out of it again where nothing came to tell
 * of it.
 */
@Injectable()
export class KeepContent {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
    private readonly incoming: IncomingFiles,
  ) {}

  /**
   * @param tell writes what tells of it, and calls `expect` in its transaction. Whatever it answers, the received file is
   * gone afterwards; and so is the content where the answer is no.
   */
  async around<T>(
    bodyId: string,
    content: ReceivedContent,
    tell: () => Promise<T | Refused | null>,
  ): Promise<T | Refused | null> {
    const { sha256 } = content;
    let answer: T | Refused | null = null;
    try {
      await this.store.keep(bodyId, content);
      answer = await tell();
      return answer;
    } finally {
      await this.incoming.discard(content);
      if (answer === null || isRefused(answer)) await this.removeUnused({ bodyId, sha256 });
    }
  }

  /** From here to the end of the transaction nobody removes the content; somebody may have done so just before. */
  async expect(em: EntityManager, content: StoredContent): Promise<void> {
    await em.query(LOCK_CONTENT, [lockOf(content)]);
    if (!(await this.store.has(content))) throw storeOutage(new Error('The content was removed as unused just now'));
  }

  private async removeUnused(content: StoredContent): Promise<void> {
    const remove = async (em: EntityManager): Promise<void> => {
      await em.query(LOCK_CONTENT, [lockOf(content)]);
      const [used]: { used: boolean }[] = await em.query(USES_OF_CONTENT, [content.bodyId, content.sha256]);
      if (used?.used === false) await this.store.remove(content);
    };
    // What is attached to the command that failed is not for this transaction.
    await this.database.attach(nothing, () => this.database.change(content.bodyId, remove));
  }
}

const nothing = (): Promise<void> => Promise.resolve();

function lockOf({ bodyId, sha256 }: StoredContent): string {
  return `content ${bodyId} ${sha256}`;
}
