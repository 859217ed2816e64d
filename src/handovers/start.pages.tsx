import { Controller, Get } from '@nestjs/common';
import { May } from '../api/may.js';
import { Database } from '../storage/database.js';
import { Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { GoTo } from '../web/view.js';
import { findCurrentHandover } from './handovers.queries.js';

/** The address without a path: where the reader's work is. */
@Pages()
@Controller()
export class StartPages {
  constructor(private readonly database: Database) {}

  @Get()
  @May('body.read')
  async start(@Viewer() viewer: Viewer): Promise<GoTo> {
    const { bodyId, personId } = viewer;
    const current = await this.database.read(bodyId, (em) => findCurrentHandover(em, bodyId, personId));
    return new GoTo(current === null ? paths.handovers(bodyId) : paths.handover(bodyId, current));
  }
}
