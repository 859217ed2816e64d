import { Controller, Get } from '@nestjs/common';
import { May } from '../api/may.js';
import { Database } from '../storage/database.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { show, type View } from '../web/view.js';
import { listReadableHandovers } from './handover-list.queries.js';
import { HandoverListPage } from './views/handover-list-page.js';

/** All handovers of a body that the reader may read. */
@Pages()
@Controller('bodies/:body/handovers')
export class HandoverListPages {
  constructor(private readonly database: Database) {}

  @Get()
  @May('handover.read')
  async list(@Viewer() viewer: Viewer, @Page() page: Page): Promise<View> {
    const { bodyId, personId, roles } = viewer;
    const seesAll = roles.includes('secretariat') || roles.includes('observer');
    const handovers = await this.database.read(bodyId, (em) => listReadableHandovers(em, bodyId, personId, seesAll));
    return show(<HandoverListPage page={page} viewer={viewer} handovers={handovers} />);
  }
}
