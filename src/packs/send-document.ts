import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Refused } from '../engine/decision.js';
import type { Marking } from '../engine/words.js';
import { ChangeTask, type TaskReceipt, type TaskRequest } from '../handovers/change-task.js';
import { staleVersion } from '../people/stale-version.js';
import type { LockedStream } from '../storage/database.js';
import { paths } from '../web/paths.js';
import type { ReceivedContent } from './incoming-files.js';
import { KeepContent } from './keep-content.js';
import type { MediaType } from './media-types.js';
import { INSERT_DOCUMENT, INSERT_VERSION, NEWEST } from './send-document.statements.js';

/** What is said of a document that is sent. */
export interface SentDocument {
  readonly title: string;
  readonly language: string | null;
  /** Null for the marking of what it replaces, or of the task. */
  readonly marking: Marking | null;
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly content: ReceivedContent;
  /** The document whose newest version it replaces, as it was read; null for a new document. */
  readonly replaces: { readonly documentId: string; readonly number: number } | null;
}

/** What became of a task that a document was sent to, and of the document. */
export type DocumentReceipt = TaskReceipt & {
  readonly document: { readonly id: string; readonly version: number; readonly sha256: string };
};

/**
 * Adds a document to a task as evidence, or a version to a document. The content is in its place before anything tells
 * of it, and out of it again where nothing came to tell of it.
 */
@Injectable()
export class SendDocument {
  constructor(
    private readonly changeTask: ChangeTask,
    private readonly content: KeepContent,
  ) {}

  /** Null when there is no such task, or no such document on it. Whatever it answers, the received file is gone. */
  execute(request: TaskRequest, document: SentDocument): Promise<DocumentReceipt | Refused | null> {
    return this.content.around(request.bodyId, document.content, () => this.tell(request, document));
  }

  private async tell(request: TaskRequest, document: SentDocument): Promise<DocumentReceipt | Refused | null> {
    const { sha256, bytes } = document.content;
    const documentId = document.replaces?.documentId ?? uuid();
    const version = (document.replaces?.number ?? 0) + 1;
    const file = { version, sha256, bytes, mediaType: document.mediaType };
    return this.changeTask.execute(
      request,
      { move: 'addEvidence', evidenceId: documentId, file },
      async (em, locked) => {
        const written = await this.write(em, locked, request, document, { documentId, version });
        return written === true ? { document: { id: documentId, version, sha256 } } : written;
      },
    );
  }

  private async write(
    em: EntityManager,
    { at }: LockedStream,
    { bodyId, handoverId, taskId, personId }: TaskRequest,
    document: SentDocument,
    { documentId, version }: { readonly documentId: string; readonly version: number },
  ): Promise<boolean | Refused> {
    const { title, language, marking, fileName, mediaType, replaces, content } = document;
    await this.content.expect(em, { bodyId, sha256: content.sha256 });
    const ids = [bodyId, handoverId, taskId, documentId];
    const said = [title, language, marking, personId, at];
    const file = [version, content.sha256, content.bytes, mediaType, fileName];
    if (replaces === null) {
      const reference = paths.document(bodyId, handoverId, taskId, documentId);
      await em.query(INSERT_DOCUMENT, [...ids, ...said, ...file, reference]);
      return true;
    }
    const [newest]: { number: number }[] = await em.query(NEWEST, ids);
    if (newest === undefined) return false;
    const stale = staleVersion(replaces.number, newest.number);
    if (stale !== null) return stale;
    await em.query(INSERT_VERSION, [...ids, ...said, ...file]);
    return true;
  }
}
