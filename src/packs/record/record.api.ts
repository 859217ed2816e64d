import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer } from '../../api/answer.js';
import { Caller } from '../../api/caller.js';
import { Described } from '../../api/described.js';
import { May } from '../../api/may.js';
import { BODY_PATH } from '../../api/paths.js';
import { UuidPipe } from '../../api/uuid.pipe.js';
import { readHandover } from '../../handovers/read-handover.js';
import { Database } from '../../storage/database.js';
import { sendFile } from '../../web/send-file.js';
import { AskForArchive } from './ask-for-archive.js';
import { MakeRecord, type RecordReceipt } from './make-record.js';
import { findPackFile, listArchives, listRecords, type PackFile, type RecordSummary } from './pack-files.queries.js';
import { ReadArchive } from './read-archive.js';
import { ArchiveForm } from './record.forms.js';

/** Records of a handover, signed and never altered, and their archives, which are made in the background. */
@ApiTags('Records')
@Controller(`${BODY_PATH}/handovers/:handover`)
export class RecordApi {
  constructor(
    private readonly database: Database,
    private readonly makeRecord: MakeRecord,
    private readonly askForArchive: AskForArchive,
    private readonly readArchive: ReadArchive,
  ) {}

  @Get('records')
  @May('record.read')
  @Described('List the records of a handover, the newest first', 'json')
  async records(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
  ): Promise<{ items: readonly RecordSummary[] }> {
    const found = await readHandover(this.database, caller, handoverId, (em) =>
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

  @Get('archives')
  @May('archive.read')
  @Described('List the archives that were asked for, with how far each has come', 'json')
  async archives(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
  ): Promise<{ items: readonly PackFile[] }> {
    const found = await readHandover(this.database, caller, handoverId, (em) =>
      listArchives(em, caller.bodyId, handoverId),
    );
    return { items: answer(found) };
  }

  @Post('archives')
  @May('archive.make')
  @Described('Ask for the archive of a record; one that is there is not made again', 'json')
  async ask(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Body() { record, withRestricted = false }: ArchiveForm,
  ): Promise<PackFile> {
    return answer(await this.askForArchive.execute(caller, handoverId, { record, withRestricted }));
  }

  @Get('archives/:archive')
  @May('archive.read')
  @Described('Read how far an archive has come', 'json')
  async archive(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Param('archive', UuidPipe) id: string,
  ): Promise<PackFile> {
    const found = await readHandover(this.database, caller, handoverId, (em) =>
      findPackFile(em, caller.bodyId, handoverId, id),
    );
    return answer(found);
  }

  @Get('archives/:archive/content')
  @May('archive.read')
  @Described('Download an archive that is ready', 'file')
  async content(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Param('archive', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = answer(await this.readArchive.execute(caller, handoverId, id));
    await sendFile(request, reply, file, file.open);
  }
}
