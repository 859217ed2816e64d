import { Controller, Get, Param, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { listActivity, type ActivityLine } from '../audit/account.queries.js';
import { Database } from '../storage/database.js';
import { CSV_TYPE, writeCsv } from '../web/csv.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { FileView, show, type View } from '../web/view.js';
import { ActivityQuery } from './activity.forms.js';
import { choiceOfActivity } from './activity.js';
import { findFrame, type HandoverFrame } from './handover-frame.queries.js';
import { listTaskTitles } from './page-tasks.queries.js';
import { readHandover } from './read-handover.js';
import { activityTable } from './views/activity-export.js';
import { ActivityPage } from './views/activity-page.js';
import type { TaskTitles } from './views/line-words.js';

/** Entries on one page. */
const ON_A_PAGE = 50;
/** More entries than any handover comes to; what is beyond is for the export of the whole account. */
const MOST_EXPORTED = 50_000;

interface Found {
  readonly frame: HandoverFrame;
  readonly lines: readonly ActivityLine[];
  readonly titles: TaskTitles;
}

/** The record of a handover as people read it. */
@Pages()
@Controller('bodies/:body/handovers')
export class ActivityPages {
  constructor(private readonly database: Database) {}

  @Get(':handover/activity')
  @May('account.read')
  async activity(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @Query() query: ActivityQuery,
  ): Promise<View> {
    const { lines, ...found } = await this.find(viewer, handoverId, query, ON_A_PAGE + 1);
    const older = lines.length > ON_A_PAGE ? (lines[ON_A_PAGE]?.seq ?? null) : null;
    const shown = lines.slice(0, ON_A_PAGE);
    return show(<ActivityPage page={page} viewer={viewer} {...found} lines={shown} older={older} asked={query} />);
  }

  @Get(':handover/activity.csv')
  @May('activity.export')
  async export(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @Query() query: ActivityQuery,
  ): Promise<FileView> {
    const { frame, lines, titles } = await this.find(viewer, handoverId, query, MOST_EXPORTED);
    const table = activityTable({ page, zone: viewer.zone, lines, titles });
    return new FileView(writeCsv(table), CSV_TYPE, `${handoverId}-activity-${frame.today}.csv`);
  }

  /** What people wrote is for those who take part; observers read what was done. */
  private async find(viewer: Viewer, handoverId: string, query: ActivityQuery, rows: number): Promise<Found> {
    const { bodyId, personId } = viewer;
    return answer(
      await readHandover(this.database, viewer, handoverId, async (em, { inside }) => {
        const [frame, lines, titles] = await Promise.all([
          findFrame(em, bodyId, handoverId, personId),
          listActivity(em, bodyId, handoverId, choiceOfActivity(query), rows),
          listTaskTitles(em, bodyId, handoverId),
        ]);
        if (frame === null) return null;
        return { frame, lines: inside ? lines : lines.map((line) => ({ ...line, text: null })), titles };
      }),
    );
  }
}
