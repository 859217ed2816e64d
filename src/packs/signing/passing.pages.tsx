import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer } from '../../api/answer.js';
import { May } from '../../api/may.js';
import { versionNumber } from '../../api/version-number.js';
import { Database } from '../../storage/database.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { sendFile } from '../../web/send-file.js';
import { show, type View } from '../../web/view.js';
import { readPassing } from './passing-scene.js';
import { ReadPassingFile } from './read-passing-file.js';
import { PassingPage } from './views/passing-page.js';

/** How far the passing of a chair has come, and the papers that belong to it. */
@Pages()
@Controller('bodies/:body/handovers/:handover')
export class PassingPages {
  constructor(
    private readonly database: Database,
    private readonly files: ReadPassingFile,
  ) {}

  @Get('passing')
  @May('handover.read')
  async passing(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    const scene = answer(await readPassing(this.database, viewer, id));
    return show(<PassingPage page={page} viewer={viewer} scene={scene} />);
  }

  @Get('signatures/:round/:side/paper')
  @May('handover.read')
  async paper(
    @Viewer() viewer: Viewer,
    @Param('handover') id: string,
    @Param('round') round: string,
    @Param('side') side: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = answer(await this.files.paper(viewer, id, roundOf(round), side));
    await sendFile(request, reply, file, file.open);
  }

  @Get('addenda/:number/document')
  @May('handover.read')
  async document(
    @Viewer() viewer: Viewer,
    @Param('handover') id: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = answer(await this.files.addendum(viewer, id, versionNumber(number)));
    await sendFile(request, reply, file, file.open);
  }
}

/** Rounds count from zero, versions from one. */
function roundOf(text: string): number {
  return text === '0' ? 0 : versionNumber(text);
}
