import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { IfMatch } from '../api/if-match.js';
import { InputPipe } from '../api/input.pipe.js';
import { May } from '../api/may.js';
import { BODY_PATH } from '../api/paths.js';
import { HttpProblem } from '../api/problem.js';
import { ReceiptView } from '../api/receipt.js';
import { ApiBody, ApiConsumes, ApiTags } from '../api/swagger.js';
import { UuidPipe } from '../api/uuid.pipe.js';
import { versionNumber } from '../api/version-number.js';
import { readHandover } from '../handovers/read-handover.js';
import { Database } from '../storage/database.js';
import { sendFile } from '../web/send-file.js';
import { TakesFiles } from '../web/takes-files.js';
import { DocumentForm } from './documents.forms.js';
import { findDocument, listDocuments, type TaskDocument } from './documents.queries.js';
import { reasonOf } from './file-problem.js';
import { ReadContent } from './read-content.js';
import { SendDocument, type DocumentReceipt, type SentDocument } from './send-document.js';
import { Uploads, type TakenFile } from './uploads.forms.js';
import { UPLOAD_SCHEMA } from './upload-schema.forms.js';

const DOCUMENTS = ':handover/tasks/:task/documents';
const DOCUMENT = `${DOCUMENTS}/:document`;

interface TaskPath {
  readonly handover: string;
  readonly task: string;
}

/** Documents of a task: files with versions. To withdraw one, take its evidence away. */
@ApiTags('Documents')
@Controller(`${BODY_PATH}/handovers`)
export class DocumentsApi {
  private readonly input = new InputPipe();

  constructor(
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly sendDocument: SendDocument,
    private readonly readContent: ReadContent,
  ) {}

  @Get(DOCUMENTS)
  @May('task.read')
  @Described('List the documents of a task with their versions', 'json')
  async list(@Caller() caller: Caller, @Param() { handover, task }: TaskPath): Promise<{ items: TaskDocument[] }> {
    const found = await readHandover(this.database, caller, handover, (em, { inside }) =>
      listDocuments(em, caller.bodyId, handover, task, inside),
    );
    return { items: answer(found) };
  }

  @Post(DOCUMENTS)
  @May('evidence.add')
  @TakesFiles()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD_SCHEMA })
  @Described('Add a document as evidence', ReceiptView)
  async add(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<DocumentReceipt> {
    await this.expectPart(caller, path, null);
    return this.send(caller, path, version, request, null);
  }

  @Get(DOCUMENT)
  @May('task.read')
  @Described('Read what is known of a document and its versions', 'json')
  async read(
    @Caller() caller: Caller,
    @Param() { handover, task }: TaskPath,
    @Param('document', UuidPipe) documentId: string,
  ): Promise<TaskDocument> {
    const found = await readHandover(this.database, caller, handover, (em, { inside }) =>
      findDocument(em, caller.bodyId, handover, task, inside, documentId),
    );
    return answer(found);
  }

  @Post(`${DOCUMENT}/versions`)
  @May('evidence.add')
  @TakesFiles()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD_SCHEMA })
  @Described('Add a version to a document; it takes the place of the one before', ReceiptView)
  async replace(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @Param('document', UuidPipe) documentId: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<DocumentReceipt> {
    const number = await this.expectPart(caller, path, documentId);
    return this.send(caller, path, version, request, { documentId, number });
  }

  @Get(`${DOCUMENT}/content`)
  @May('task.read')
  @Described('Download the newest version of a document', 'file')
  async newest(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @Param('document', UuidPipe) documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(caller, path, documentId, null, request, reply);
  }

  @Get(`${DOCUMENT}/versions/:number/content`)
  @May('task.read')
  @Described('Download a version of a document', 'file')
  async version(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @Param('document', UuidPipe) documentId: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(caller, path, documentId, versionNumber(number), request, reply);
  }

  /** Before anything is read of what may be long: whether there is anything to add it to. Gives the newest number. */
  private async expectPart(caller: Caller, { handover, task }: TaskPath, documentId: string | null): Promise<number> {
    const found = await readHandover(this.database, caller, handover, (em) =>
      documentId === null
        ? listDocuments(em, caller.bodyId, handover, task, true).then((all) => (all === null ? null : { newest: 0 }))
        : findDocument(em, caller.bodyId, handover, task, true, documentId),
    );
    return answer(found).newest;
  }

  private async send(
    { bodyId, personId, ...caller }: Caller,
    { handover: handoverId, task: taskId }: TaskPath,
    expectedVersion: number,
    request: FastifyRequest,
    replaces: SentDocument['replaces'],
  ): Promise<DocumentReceipt> {
    const { form, file } = await this.received(request, { bodyId, personId, ...caller });
    const { title, language = null, marking = null } = form;
    const sent = await this.sendDocument.execute(
      { bodyId, handoverId, taskId, personId, expectedVersion },
      { ...file, title, language, marking, replaces },
    );
    return answer(sent);
  }

  /** The form and the file, or a problem that names everything that is wrong with both. */
  private async received(request: FastifyRequest, caller: Caller): Promise<{ form: DocumentForm; file: TakenFile }> {
    const { typed, file, problem } = await this.uploads.read(request, caller, () => undefined);
    // What the request was, for whoever sends it a second time under the same key.
    request.body = { ...typed, sha256: file?.content.sha256 ?? null, fileName: file?.fileName ?? null };
    try {
      const form = this.input.transform(typed, { type: 'body', metatype: DocumentForm }) as DocumentForm;
      if (file !== null) return { form, file };
    } catch (error) {
      if (file !== null) await this.uploads.discard(file);
      if (problem === null || !(error instanceof HttpProblem)) throw error;
      throw new HttpProblem('input.refused', {
        errors: [{ field: 'file', reason: reasonOf(problem, this.uploads.limit) }, ...(error.details.errors ?? [])],
      });
    }
    throw new HttpProblem('input.refused', {
      errors: [{ field: 'file', reason: reasonOf(problem, this.uploads.limit) }],
    });
  }

  private async open(
    caller: Caller,
    { handover: handoverId, task: taskId }: TaskPath,
    documentId: string,
    number: number | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const version = answer(await this.readContent.execute(caller, { handoverId, taskId, documentId, number }));
    await sendFile(request, reply, version, version.open);
  }
}
