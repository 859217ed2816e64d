import { Controller, Get, Param } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { Database } from '../storage/database.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { show, type View } from '../web/view.js';
import { findFrame } from './handover-frame.queries.js';
import { packContents } from './pack-contents.js';
import { listPageTasks, listSections } from './page-tasks.queries.js';
import { readHandover } from './read-handover.js';
import { PackPage } from './views/pack-page.js';

/** What the pack holds so far, and who has sent how much of it. */
@Pages()
@Controller('bodies/:body/handovers/:handover/pack')
export class PackContentsPages {
  constructor(private readonly database: Database) {}

  @Get()
  @May('handover.read')
  async contents(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') handoverId: string): Promise<View> {
    const { bodyId, personId } = viewer;
    const { frame, tasks, sections } = answer(
      await readHandover(this.database, viewer, handoverId, async (em) => {
        const [found, checklist, parts] = await Promise.all([
          findFrame(em, bodyId, handoverId, personId),
          listPageTasks(em, bodyId, handoverId),
          listSections(em, bodyId, handoverId),
        ]);
        return found === null ? null : { frame: found, tasks: checklist, sections: parts };
      }),
    );
    return show(<PackPage page={page} viewer={viewer} frame={frame} contents={packContents(tasks, sections)} />);
  }
}
