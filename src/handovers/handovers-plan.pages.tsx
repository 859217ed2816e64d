import { Controller, Get } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { Database } from '../storage/database.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { show, type View } from '../web/view.js';
import { listRunningHandovers } from './handovers-plan.queries.js';
import { HandoversPlanPage } from './views/handovers-plan-page.js';

/** All running handovers of a body on one calendar, for those who plan them. */
@Pages()
@Controller('bodies/:body/handovers/plan')
export class HandoversPlanPages {
  constructor(private readonly database: Database) {}

  @Get()
  @May('handover.oversee')
  async plan(@Viewer() viewer: Viewer, @Page() page: Page): Promise<View> {
    const { bodyId } = viewer;
    const found = answer(await this.database.read(bodyId, (em) => listRunningHandovers(em, bodyId)));
    return show(<HandoversPlanPage page={page} viewer={viewer} {...found} />);
  }
}
