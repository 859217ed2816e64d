import { Controller, Get, Param } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { listActivity } from '../audit/account.queries.js';
import { Database } from '../storage/database.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { show, type View } from '../web/view.js';
import { findFrame } from './handover-frame.queries.js';
import { listPageTasks, listSections } from './page-tasks.queries.js';
import { readHandoverAtOnce } from './read-handover.js';
import { OverviewPage } from './views/overview-page.js';

/** Lines of the account that an overview shows. */
const LINES = 5;

@Pages()
@Controller('bodies/:body/handovers')
export class OverviewPages {
  constructor(private readonly database: Database) {}

  @Get(':handover')
  @May('handover.read')
  async overview(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') handoverId: string): Promise<View> {
    const { bodyId, personId } = viewer;
    const { found, reader } = answer(
      await readHandoverAtOnce(this.database, viewer, handoverId, async (em) => {
        const [frame, tasks, sections, activity] = await Promise.all([
          findFrame(em, bodyId, handoverId, personId),
          listPageTasks(em, bodyId, handoverId),
          listSections(em, bodyId, handoverId),
          listActivity(em, bodyId, handoverId, {}, LINES),
        ]);
        return frame === null ? null : { frame, tasks, sections, activity };
      }),
    );
    const activity = reader.inside ? found.activity : found.activity.map((line) => ({ ...line, text: null }));
    return show(<OverviewPage page={page} viewer={viewer} {...found} activity={activity} />);
  }
}
