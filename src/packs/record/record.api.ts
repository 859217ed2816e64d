import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer } from '../../api/answer.js';
import { Caller } from '../../api/caller.js';
import { Described } from '../../api/described.js';
import { May } from '../../api/may.js';
import { BODY_PATH } from '../../api/paths.js';
import { ApiTags } from '../../api/swagger.js';
import { UuidPipe } from '../../api/uuid.pipe.js';
import { Database } from '../../storage/database.js';
import { sendFile } from '../../web/send-file.js';
import { AskForFile } from './ask-for-file.js';
import { MakeRecord, type RecordReceipt } from './make-record.js';
import { findPackFile, listPackFiles, listRecords, type PackFile, type RecordSummary } from './pack-files.queries.js';
import { ReadFile } from './read-file.js';
import { readFromInside } from './read-from-inside.js';
import { ArchiveForm, PackPdfForm, RecordPdfForm } from './record.forms.js';

/** Records of a handover, signed and never altered, and the archives and PDFs, which are made in the background. */
@ApiTags('Records')
@Controller(`${BODY_PATH}/handovers/:handover`)
export class RecordApi {
  constructor(
    private readonly database: Database,
    private readonly makeRecord: MakeRecord,
    private readonly askForFile: AskForFile,
    private readonly readFile: ReadFile,
  ) {}

  @Get('records')
  @May('record.read')
  @Described('List the records of a handover, the newest first', 'json')
  async records(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
  ): Promise<{ items: readonly RecordSummary[] }> {
    const found = await readFromInside(this.database, caller, handoverId, (em) =>
      listRecords(em, caller.bodyId, handoverId),
    );
    return { items: answer(found) };
  }

  @Post('records')
  @May('record.make')
  @Described('Make a record of a handover as it stands, signed with the key of the installation', 'json')
  async make(@Caller() { bodyId, personId }: Caller, @Param('handover') handoverId: string): Promise<RecordReceipt> {
    const asked = { reason: 'asked', signingRound: 0, by: personId } as const;
    return answer(await this.makeRecord.execute(bodyId, handoverId, asked));
  }

  @Get('files')
  @May('pack_file.read')
  @Described('List the archives and PDFs that were asked for, with how far each has come', 'json')
  async files(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
  ): Promise<{ items: readonly PackFile[] }> {
    const found = await readFromInside(this.database, caller, handoverId, (em) =>
      listPackFiles(em, caller.bodyId, handoverId),
    );
    return { items: answer(found) };
  }

  @Post('files/archive')
  @May('pack_file.make')
  @Described('Ask for the archive of a record; one that is there is not made again', 'json')
  async archive(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Body() { record, withRestricted = false }: ArchiveForm,
  ): Promise<PackFile> {
    return answer(await this.askForFile.execute(caller, handoverId, { kind: 'archive', record, withRestricted }));
  }

  @Post('files/record-pdf')
  @May('pack_file.make')
  @Described('Ask for a record as a PDF; one that is there is not made again', 'json')
  async recordPdf(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Body() { record, language, standard }: RecordPdfForm,
  ): Promise<PackFile> {
    const asked = { kind: 'record_pdf', record, language, standard } as const;
    return answer(await this.askForFile.execute(caller, handoverId, asked));
  }

  @Post('files/pack-pdf')
  @May('pack_file.make')
  @Described('Ask for the pack as a PDF, as it is now; one of the same pack is not made again', 'json')
  async packPdf(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Body() { language, standard, withRestricted = false }: PackPdfForm,
  ): Promise<PackFile> {
    const asked = { kind: 'pack_pdf', withRestricted, language, standard } as const;
    return answer(await this.askForFile.execute(caller, handoverId, asked));
  }

  @Get('files/:file')
  @May('pack_file.read')
  @Described('Read how far a file has come', 'json')
  async file(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Param('file', UuidPipe) id: string,
  ): Promise<PackFile> {
    const found = await readFromInside(this.database, caller, handoverId, (em) =>
      findPackFile(em, caller.bodyId, handoverId, id),
    );
    return answer(found);
  }

  @Get('files/:file/content')
  @May('pack_file.read')
  @Described('Download a file that is ready', 'file')
  async content(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Param('file', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = answer(await this.readFile.execute(caller, handoverId, id));
    await sendFile(request, reply, file, file.open);
  }
}
