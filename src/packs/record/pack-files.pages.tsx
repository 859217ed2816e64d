import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer } from '../../api/answer.js';
import { May } from '../../api/may.js';
import { HttpProblem } from '../../api/problem.js';
import { UuidPipe } from '../../api/uuid.pipe.js';
import { versionNumber } from '../../api/version-number.js';
import { findFrame } from '../../handovers/handover-frame.queries.js';
import { readHandover } from '../../handovers/read-handover.js';
import { Database } from '../../storage/database.js';
import { check, TypedForm, type Typed } from '../../web/form.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { sendFile } from '../../web/send-file.js';
import { done, show, type GoTo, type View } from '../../web/view.js';
import { AskForArchive } from './ask-for-archive.js';
import { MakeRecord } from './make-record.js';
import { listArchives, listRecords } from './pack-files.queries.js';
import { ReadArchive } from './read-archive.js';
import { AskForArchiveForm } from './record.forms.js';
import { PackFilesPage } from './views/pack-files-page.js';

/** The records of a handover, and the files that are made of them. */
@Pages()
@Controller('bodies/:body/handovers/:handover/pack/files')
export class PackFilesPages {
  constructor(
    private readonly database: Database,
    private readonly makeRecord: MakeRecord,
    private readonly askForArchive: AskForArchive,
    private readonly readArchive: ReadArchive,
  ) {}

  @Get()
  @May('archive.read')
  async files(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') handoverId: string): Promise<View> {
    const { bodyId, personId } = viewer;
    const found = await readHandover(this.database, viewer, handoverId, async (em) => {
      const [frame, records, archives] = await Promise.all([
        findFrame(em, bodyId, handoverId, personId),
        listRecords(em, bodyId, handoverId),
        listArchives(em, bodyId, handoverId),
      ]);
      return frame === null ? null : { frame, records, archives };
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
  @May('archive.make')
  async ask(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @Param('number') number: string,
    @TypedForm() typed: Typed,
  ): Promise<GoTo> {
    const checked = check(AskForArchiveForm, typed);
    if (checked.form === null) throw new HttpProblem('not_found');
    const asked = { record: versionNumber(number), withRestricted: checked.form.holds === 'all' };
    answer(await this.askForArchive.execute(viewer, handoverId, asked));
    return done(paths.packFiles(viewer.bodyId, handoverId), page.texts.record.files.asked);
  }

  @Get(':file')
  @May('archive.read')
  async download(
    @Viewer() viewer: Viewer,
    @Param('handover') handoverId: string,
    @Param('file', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = answer(await this.readArchive.execute(viewer, handoverId, id));
    await sendFile(request, reply, file, file.open);
  }
}
