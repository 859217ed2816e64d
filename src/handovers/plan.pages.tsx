import { Controller, Get, Param } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { HttpProblem } from '../api/problem.js';
import { Database } from '../storage/database.js';
import { TypedQuery, type Typed } from '../web/form.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { show, type View } from '../web/view.js';
import { findFrame } from './handover-frame.queries.js';
import { listPageTasks, listSections } from './page-tasks.queries.js';
import { findRevision, listRevisions } from './plan-revisions.queries.js';
import { readHandover } from './read-handover.js';
import { RevisionPage } from './views/revision-page.js';
import { RevisionsPage } from './views/revisions-page.js';

/** Revisions on one page. */
const ROWS = 50;
const NUMBER = /^[1-9]\d{0,8}$/;

/** The plan of a handover as it was made anew from time to time: what changed, and why. */
@Pages()
@Controller('bodies/:body/handovers/:handover/plan')
export class PlanPages {
  constructor(private readonly database: Database) {}

  @Get()
  @May('plan.read')
  async list(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @TypedQuery() { before }: Typed,
  ): Promise<View> {
    const { bodyId, personId } = viewer;
    const from = before !== undefined && NUMBER.test(before) ? Number(before) : null;
    const found = answer(
      await readHandover(this.database, viewer, handoverId, async (em) => {
        const frame = await findFrame(em, bodyId, handoverId, personId);
        const lines = await listRevisions(em, bodyId, handoverId, from, ROWS + 1);
        const tasks = await listPageTasks(em, bodyId, handoverId);
        return frame === null ? null : { frame, lines: lines.slice(0, ROWS), hasOlder: lines.length > ROWS, tasks };
      }),
    );
    return show(<RevisionsPage page={page} viewer={viewer} {...found} />);
  }

  @Get(':revision')
  @May('plan.read')
  async revision(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @Param('revision') revision: string,
  ): Promise<View> {
    if (!NUMBER.test(revision)) throw new HttpProblem('not_found');
    const { bodyId, personId } = viewer;
    const found = answer(
      await readHandover(this.database, viewer, handoverId, async (em, { inside }) => {
        const frame = await findFrame(em, bodyId, handoverId, personId);
        const made = await findRevision(em, bodyId, handoverId, Number(revision));
        if (frame === null || made === null) return null;
        const tasks = await listPageTasks(em, bodyId, handoverId);
        const sections = await listSections(em, bodyId, handoverId);
        // What people wrote is for those who work in the handover.
        return { frame, made: inside ? made : { ...made, reason: null }, tasks, sections };
      }),
    );
    return show(<RevisionPage page={page} viewer={viewer} {...found} />);
  }
}
