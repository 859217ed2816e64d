import { Controller, Get, Param, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { Database } from '../storage/database.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { show, type View } from '../web/view.js';
import { CalendarQuery } from './calendar.forms.js';
import { findCalendarFacts } from './calendar.queries.js';
import { findFrame } from './handover-frame.queries.js';
import { listPageTasks, listSections } from './page-tasks.queries.js';
import { readHandover } from './read-handover.js';
import { calendarModel } from './views/calendar-model.js';
import { CalendarPage } from './views/calendar-page.js';

/** The calendar of a handover. */
@Pages()
@Controller('bodies/:body/handovers/:handover/calendar')
export class CalendarPages {
  constructor(private readonly database: Database) {}

  @Get()
  @May('handover.read')
  async calendar(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @Query() query: CalendarQuery,
  ): Promise<View> {
    const { bodyId, personId } = viewer;
    const found = answer(
      await readHandover(this.database, viewer, handoverId, async (em) => {
        const [frame, tasks, sections, facts] = await Promise.all([
          findFrame(em, bodyId, handoverId, personId),
          listPageTasks(em, bodyId, handoverId),
          listSections(em, bodyId, handoverId),
          findCalendarFacts(em, bodyId, handoverId),
        ]);
        return frame === null || facts === null ? null : { frame, tasks, sections, facts };
      }),
    );
    const section = found.sections.find(({ id }) => id === query.section)?.id ?? null;
    const model = calendarModel({ ...found, now: viewer.now, section });
    const { frame, sections } = found;
    return show(<CalendarPage {...{ page, viewer, frame, sections, section, model }} />);
  }
}
