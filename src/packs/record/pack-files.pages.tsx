import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { ClassConstructor } from 'class-transformer';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer } from '../../api/answer.js';
import { May } from '../../api/may.js';
import { HttpProblem } from '../../api/problem.js';
import { UuidPipe } from '../../api/uuid.pipe.js';
import { versionNumber } from '../../api/version-number.js';
import { findFrame } from '../../handovers/handover-frame.queries.js';
import { Database } from '../../storage/database.js';
import { check, TypedForm, type Typed } from '../../web/form.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { sendFile } from '../../web/send-file.js';
import { done, show, type GoTo, type View } from '../../web/view.js';
import { AskForFile, type FileAsked } from './ask-for-file.js';
import { MakeRecord } from './make-record.js';
import { listPackFiles, listRecords } from './pack-files.queries.js';
import { ReadFile } from './read-file.js';
import { readFromInside } from './read-from-inside.js';
import { HoldsForm, TypedPackPdfForm, TypedRecordPdfForm } from './record.forms.js';
import { PackFilesPage } from './views/pack-files-page.js';

/** The records of a handover, and the files that are made of them. */
@Pages()
@Controller('bodies/:body/handovers/:handover/pack/files')
export class PackFilesPages {
  constructor(
    private readonly database: Database,
    private readonly makeRecord: MakeRecord,
    private readonly askForFile: AskForFile,
    private readonly readFile: ReadFile,
  ) {}

  @Get()
  @May('pack_file.read')
  async files(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') handoverId: string): Promise<View> {
    const { bodyId, personId } = viewer;
    const found = await readFromInside(this.database, viewer, handoverId, async (em) => {
      const [frame, records, files] = await Promise.all([
        findFrame(em, bodyId, handoverId, personId),
        listRecords(em, bodyId, handoverId),
        listPackFiles(em, bodyId, handoverId),
      ]);
      return frame === null ? null : { frame, records, files };
    });
    return show(<PackFilesPage page={page} viewer={viewer} {...answer(found)} />);
  }

  /** A record of the handover as it stands. */
  @Post('record')
  @May('record.make')
  async record(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') handoverId: string): Promise<GoTo> {
    const asked = { reason: 'asked', signingRound: 0, by: viewer.personId } as const;
    const { number } = answer(await this.makeRecord.execute(viewer.bodyId, handoverId, asked));
    return done(paths.packFiles(viewer.bodyId, handoverId), page.texts.record.files.recordMade(number));
  }

  @Post('records/:number/archive')
  @May('pack_file.make')
  async archive(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @Param('number') number: string,
    @TypedForm() typed: Typed,
  ): Promise<GoTo> {
    const { holds } = chosen(HoldsForm, typed);
    const asked = { kind: 'archive', record: versionNumber(number), withRestricted: holds === 'all' } as const;
    return this.ask(viewer, page, handoverId, asked);
  }

  @Post('records/:number/pdf')
  @May('pack_file.make')
  async recordPdf(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @Param('number') number: string,
    @TypedForm() typed: Typed,
  ): Promise<GoTo> {
    const { language, standard } = chosen(TypedRecordPdfForm, typed);
    const asked = { kind: 'record_pdf', record: versionNumber(number), language, standard } as const;
    return this.ask(viewer, page, handoverId, asked);
  }

  @Post('pdf')
  @May('pack_file.make')
  async packPdf(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @TypedForm() typed: Typed,
  ): Promise<GoTo> {
    const { language, standard, holds } = chosen(TypedPackPdfForm, typed);
    const asked = { kind: 'pack_pdf', withRestricted: holds === 'all', language, standard } as const;
    return this.ask(viewer, page, handoverId, asked);
  }

  private async ask(viewer: Viewer, page: Page, handoverId: string, asked: FileAsked): Promise<GoTo> {
    answer(await this.askForFile.execute(viewer, handoverId, asked));
    return done(paths.packFiles(viewer.bodyId, handoverId), page.texts.record.files.asked);
  }

  @Get(':file')
  @May('pack_file.read')
  async download(
    @Viewer() viewer: Viewer,
    @Param('handover') handoverId: string,
    @Param('file', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = answer(await this.readFile.execute(viewer, handoverId, id));
    await sendFile(request, reply, file, file.open);
  }
}

/** Everything in these forms is chosen from lists: whoever sends something else did not get it from a page. */
function chosen<Form extends object>(type: ClassConstructor<Form>, typed: Typed): Form {
  const { form } = check(type, typed);
  if (form === null) throw new HttpProblem('not_found');
  return form;
}
