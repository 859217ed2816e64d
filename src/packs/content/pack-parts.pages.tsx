import { Controller, Get, Param } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { answer } from '../../api/answer.js';
import { May } from '../../api/may.js';
import { findFrame, type HandoverFrame } from '../../handovers/handover-frame.queries.js';
import { listPageTasks } from '../../handovers/page-tasks.queries.js';
import { readHandover, type Reader } from '../../handovers/read-handover.js';
import { Database } from '../../storage/database.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { show, type View } from '../../web/view.js';
import { findProgramme, findStocktaking, listPackContacts, listPackMeetings } from './surroundings.queries.js';
import { ContactsPage } from './views/contacts-page.js';
import { MeetingsPage } from './views/meetings-page.js';
import { ProgrammePage } from './views/programme-page.js';
import { StocktakingPage } from './views/stocktaking-page.js';

/** What stands in the pack beside the sections of the checklist. Of what the pack does not hold there is no page. */
@Pages()
@Controller('bodies/:body/handovers/:handover/pack')
export class PackPartsPages {
  constructor(private readonly database: Database) {}

  @Get('stocktaking')
  @May('handover.read')
  async stocktaking(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    const { frame, part, tasks } = await this.find(viewer, id, async (em) => {
      const part = await findStocktaking(em, viewer.bodyId, id);
      if (part === null) return null;
      const named = new Set(part.content.tasks);
      const tasks = named.size === 0 ? [] : await listPageTasks(em, viewer.bodyId, id);
      return { part, tasks: tasks.filter((task) => named.has(task.id)) };
    });
    return show(<StocktakingPage page={page} viewer={viewer} frame={frame} stocktaking={part} tasks={tasks} />);
  }

  @Get('meetings')
  @May('handover.read')
  async meetings(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    const { frame, meetings } = await this.find(viewer, id, async (em) => {
      const meetings = await listPackMeetings(em, viewer.bodyId, id);
      return meetings.length === 0 ? null : { meetings };
    });
    return show(<MeetingsPage page={page} viewer={viewer} frame={frame} meetings={meetings} />);
  }

  @Get('contacts')
  @May('handover.read')
  async contacts(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    const { frame, offices, inside } = await this.find(viewer, id, async (em, reader) => ({
      offices: await listPackContacts(em, viewer.bodyId, id, reader.inside),
      inside: reader.inside,
    }));
    return show(<ContactsPage page={page} viewer={viewer} frame={frame} offices={offices} inside={inside} />);
  }

  @Get('programme')
  @May('handover.read')
  async programme(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    const { frame, programme, meetings } = await this.find(viewer, id, async (em) => {
      const [programme, meetings] = await Promise.all([
        findProgramme(em, viewer.bodyId, id),
        listPackMeetings(em, viewer.bodyId, id),
      ]);
      return programme === null ? null : { programme, meetings };
    });
    return show(<ProgrammePage page={page} viewer={viewer} frame={frame} programme={programme} meetings={meetings} />);
  }

  private async find<Part extends object>(
    viewer: Viewer,
    handoverId: string,
    load: (em: EntityManager, reader: Reader) => Promise<Part | null>,
  ): Promise<Part & { readonly frame: HandoverFrame }> {
    const { bodyId, personId } = viewer;
    const found = await readHandover(this.database, viewer, handoverId, async (em, reader) => {
      const [frame, part] = await Promise.all([findFrame(em, bodyId, handoverId, personId), load(em, reader)]);
      return frame === null || part === null ? null : { ...part, frame };
    });
    return answer(found);
  }
}
