import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { HttpProblem } from '../api/problem.js';
import type { Caller } from '../people/caller.js';
import type { Typed } from '../web/form.js';
import { CutOff, readUpload, type UploadedFile } from '../web/upload.js';
import { isGoodName, type FileProblem } from './file-problem.js';
import { IncomingFiles, type ReceivedContent } from './incoming-files.js';
import { inspectContent } from './inspect-content.js';
import type { MediaType } from './media-types.js';
import { UploadRate } from './upload-rate.js';

const MEGABYTE = 1_000_000;

/** A file that can be taken, looked into. */
export interface TakenFile {
  readonly content: ReceivedContent;
  readonly fileName: string;
  readonly mediaType: MediaType;
}

/** A form that was sent with a file: what was typed, and the file or why it cannot be taken. */
export type DocumentUpload =
  | { readonly typed: Typed; readonly file: TakenFile; readonly problem: null }
  | { readonly typed: Typed; readonly file: null; readonly problem: FileProblem };

/** Reads forms with documents, for pages and the API alike. */
@Injectable()
export class Uploads {
  /** The most bytes of a document. */
  readonly limit: number;

  constructor(
    environment: Environment,
    private readonly incoming: IncomingFiles,
    private readonly rate: UploadRate,
  ) {
    this.limit = environment.uploadLimitMb * MEGABYTE;
  }

  /**
   * Reads what is sent. A file that cannot be taken is gone when this answers.
   * @param expect called with the fields before the file; throws where the form is not ours.
   */
  async read(request: FastifyRequest, sender: Caller, expect: (fields: Typed) => void): Promise<DocumentUpload> {
    const wait = this.rate.take(sender.bodyId, sender.personId);
    if (wait > 0) throw new HttpProblem('rate.exceeded', { retryAfter: wait, detail: 'At most 60 files an hour.' });
    try {
      const { fields, file } = await readUpload(request, {
        limit: this.limit,
        expect,
        receive: (content) => this.incoming.receive(content),
        discard: (received) => this.incoming.discard(received),
      });
      return { typed: fields, ...(await this.lookInto(file)) };
    } catch (error) {
      if (error instanceof CutOff) return { typed: error.fields, file: null, problem: 'incomplete' };
      throw error;
    }
  }

  /** Throws away a file that was taken and is not needed after all. */
  async discard({ content }: TakenFile): Promise<void> {
    await this.incoming.discard(content);
  }

  private async lookInto(
    file: UploadedFile<ReceivedContent> | null,
  ): Promise<{ file: TakenFile; problem: null } | { file: null; problem: FileProblem }> {
    if (file === null) return { file: null, problem: 'missing' };
    if (file.received === null) return { file: null, problem: 'tooLarge' };
    const content = file.received;
    try {
      const found = await this.judge(content, file.name);
      if (typeof found === 'object') {
        return { file: { content, fileName: file.name, mediaType: found.type }, problem: null };
      }
      await this.incoming.discard(content);
      return { file: null, problem: found };
    } catch (error) {
      await this.incoming.discard(content);
      throw error;
    }
  }

  private async judge(content: ReceivedContent, name: string): Promise<{ type: MediaType } | FileProblem> {
    if (!isGoodName(name)) return 'name';
    return content.bytes === 0 ? 'empty' : inspectContent(content, this.limit);
  }
}
