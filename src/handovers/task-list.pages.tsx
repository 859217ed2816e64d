import { Controller, Get, Param, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { Database } from '../storage/database.js';
import { CSV_TYPE, writeCsv } from '../web/csv.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { FileView, show, type View } from '../web/view.js';
import { findFrame, type HandoverFrame } from './handover-frame.queries.js';
import { listPageTasks, listSections, type PageSection, type PageTask } from './page-tasks.queries.js';
import { readHandoverAtOnce } from './read-handover.js';
import { taskTable } from './views/task-export.js';
import { TaskListQuery } from './task-list.forms.js';
import { choiceOf, chooseTasks, type ChosenTasks } from './task-list.js';
import { sidesOfReader } from './views/handover-page.js';
import { TaskListPage } from './views/task-list-page.js';

interface Found {
  readonly frame: HandoverFrame;
  readonly tasks: readonly PageTask[];
  readonly sections: readonly PageSection[];
  readonly chosen: ChosenTasks;
}

/** The checklist of a handover. */
@Pages()
@Controller('bodies/:body/handovers')
export class TaskListPages {
  constructor(private readonly database: Database) {}

  @Get(':handover/tasks')
  @May('task.read')
  async list(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @Query() query: TaskListQuery,
  ): Promise<View> {
    const found = await this.find(viewer, handoverId, query);
    return show(<TaskListPage page={page} viewer={viewer} {...found} />);
  }

  @Get(':handover/tasks.csv')
  @May('task.export')
  async export(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @Query() query: TaskListQuery,
  ): Promise<FileView> {
    const { frame, chosen, sections } = await this.find(viewer, handoverId, query);
    const table = taskTable({ page, viewer, frame, sections, tasks: chosen.tasks });
    return new FileView(writeCsv(table), CSV_TYPE, `${handoverId}-${frame.today}.csv`);
  }

  private async find(viewer: Viewer, handoverId: string, query: TaskListQuery): Promise<Found> {
    const { bodyId, personId, now } = viewer;
    const { found } = answer(
      await readHandoverAtOnce(this.database, viewer, handoverId, async (em) => {
        const [frame, tasks, sections] = await Promise.all([
          findFrame(em, bodyId, handoverId, personId),
          listPageTasks(em, bodyId, handoverId),
          listSections(em, bodyId, handoverId),
        ]);
        return frame === null ? null : { frame, tasks, sections };
      }),
    );
    const { frame, tasks } = found;
    const reader = { personId, sides: sidesOfReader(frame), moment: { now, today: frame.today } };
    return { ...found, chosen: chooseTasks(tasks, choiceOf(query, reader), reader) };
  }
}
