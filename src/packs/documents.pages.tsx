import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { UuidPipe } from '../api/uuid.pipe.js';
import type { Refused } from '../engine/decision.js';
import { readHandover } from '../handovers/read-handover.js';
import { Database, isRefused } from '../storage/database.js';
import { check, type FieldErrors, type Typed } from '../web/form.js';
import { leaveNotice } from '../web/notice.js';
import { expectOwnFields } from '../web/page-door.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { sendFile } from '../web/send-file.js';
import { TakesFiles } from '../web/takes-files.js';
import { done, FileView, show, showAgain, type GoTo, type View } from '../web/view.js';
import { findDocumentPlace, type DocumentPlace } from './add-document.queries.js';
import { AddDocumentForm, AddDocumentQuery } from './documents.forms.js';
import type { TaskDocument } from './documents.queries.js';
import type { FileProblem } from './file-problem.js';
import { ReadContent } from './read-content.js';
import { replacedName, replacedVersion } from './replaced-version.js';
import { SendDocument } from './send-document.js';
import { Uploads, type TakenFile } from './uploads.forms.js';
import { versionNumber } from '../api/version-number.js';
import { AddDocumentPage } from './views/add-document-page.js';

interface TaskPath {
  readonly handover: string;
  readonly task: string;
}

/** Our script asks for a page by this: it follows no redirect, but is told where to go. */
const SENT_BY_SCRIPT = 'x-sent-by';
const GO_TO = 'x-go-to';

/** Adding documents to a task, and reading them. */
@Pages()
@Controller('bodies/:body/handovers/:handover/tasks/:task/documents')
export class DocumentsPages {
  constructor(
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly sendDocument: SendDocument,
    private readonly readContent: ReadContent,
  ) {}

  @Get('new')
  @May('evidence.add')
  async form(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @Query() { replaces }: AddDocumentQuery,
  ): Promise<View> {
    const place = await this.placeOf(viewer, path);
    const replaced = place.documents.find(({ id }) => id === replaces);
    return show(this.page(page, viewer, place, { typed: startWith(page, place, replaced) }));
  }

  @Post('new')
  @May('evidence.add')
  @TakesFiles()
  async add(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<View | GoTo | FileView> {
    const place = await this.placeOf(viewer, path);
    if (place.gates.length > 0) return showAgain(this.page(page, viewer, place, {}));
    const { typed, file, problem } = await this.uploads.read(request, viewer, (fields) => {
      expectOwnFields(request, fields);
    });
    const { form, errors } = check(AddDocumentForm, typed);
    if (file === null || form === null) {
      if (file !== null) await this.uploads.discard(file);
      return showAgain(this.page(page, viewer, place, { typed, errors: errors ?? {}, problem }));
    }
    const sent = await this.send(viewer, path, form, file);
    if (isRefused(sent)) return this.refused(page, viewer, path, typed, sent);
    const { document } = answer(sent);
    const { added, versionAdded } = page.texts.documents;
    const text = document.version === 1 ? added(form.title) : versionAdded(form.title, document.version);
    return goTo(request, reply, paths.task(viewer.bodyId, path.handover, path.task), text);
  }

  @Get(':document')
  @May('task.read')
  async newest(
    @Viewer() viewer: Viewer,
    @Param() path: TaskPath,
    @Param('document', UuidPipe) documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(viewer, path, documentId, null, request, reply);
  }

  @Get(':document/versions/:number')
  @May('task.read')
  async version(
    @Viewer() viewer: Viewer,
    @Param() path: TaskPath,
    @Param('document', UuidPipe) documentId: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(viewer, path, documentId, versionNumber(number), request, reply);
  }

  private async open(
    viewer: Viewer,
    { handover: handoverId, task: taskId }: TaskPath,
    documentId: string,
    number: number | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const version = answer(await this.readContent.execute(viewer, { handoverId, taskId, documentId, number }));
    await sendFile(request, reply, version, version.open);
  }

  private async placeOf(viewer: Viewer, { handover, task }: TaskPath): Promise<DocumentPlace> {
    const found = await readHandover(this.database, viewer, handover, (em) =>
      findDocumentPlace(em, viewer, handover, task),
    );
    return answer(found);
  }

  private send(
    viewer: Viewer,
    path: TaskPath,
    form: AddDocumentForm,
    file: TakenFile,
  ): ReturnType<SendDocument['execute']> {
    const { bodyId, personId } = viewer;
    const request = { bodyId, handoverId: path.handover, taskId: path.task, personId, expectedVersion: null };
    const { title, language = null, marking = null, replaces } = form;
    return this.sendDocument.execute(request, {
      ...file,
      title,
      language,
      marking,
      replaces: replacedVersion(replaces),
    });
  }

  /** Somebody was faster, or the task has moved on while the file was on its way: as it is now, with what was typed. */
  private async refused(page: Page, viewer: Viewer, path: TaskPath, typed: Typed, { gates }: Refused): Promise<View> {
    const place = await this.placeOf(viewer, path);
    const isStale = gates.some(({ code }) => code === 'version.stale');
    const others = gates.filter(({ code }) => code !== 'version.stale');
    return showAgain(this.page(page, viewer, { ...place, gates: others }, { typed, isStale }));
  }

  private page(page: Page, viewer: Viewer, place: DocumentPlace, sent: Sent) {
    return <AddDocumentPage page={page} viewer={viewer} place={place} limit={this.uploads.limit} {...sent} />;
  }
}

/** What was sent, where it is shown again. */
interface Sent {
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
  readonly problem?: FileProblem | null;
  readonly isStale?: boolean;
}

/** A new version begins with what was said of the one before, a new document with what is likely. */
function startWith(page: Page, { task }: DocumentPlace, replaced: TaskDocument | undefined): Typed {
  const [version] = replaced?.versions ?? [];
  if (replaced === undefined || version === undefined) return { language: page.language, marking: task.marking };
  const { title, language, marking } = version;
  return { title, language: language ?? '', marking, replaces: replacedName(replaced) };
}

function goTo(request: FastifyRequest, reply: FastifyReply, address: string, text: string): GoTo | FileView {
  if (request.headers[SENT_BY_SCRIPT] === undefined) return done(address, text);
  leaveNotice(reply, { kind: 'done', text });
  reply.status(200).header(GO_TO, address);
  return new FileView('', 'text/plain; charset=utf-8', null);
}
