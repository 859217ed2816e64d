import { Controller, Get, Param } from '@nestjs/common';
import { answer } from '../../api/answer.js';
import { May } from '../../api/may.js';
import { findFrame } from '../../handovers/handover-frame.queries.js';
import { readHandover } from '../../handovers/read-handover.js';
import { Database } from '../../storage/database.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { show, type View } from '../../web/view.js';
import { listCommitments } from './commitments.queries.js';
import { CommitmentsPage } from './views/commitments-page.js';

/** What the incoming chair took on: listed in its own term, until it is done and after. */
@Pages()
@Controller('bodies/:body/handovers/:handover/commitments')
export class CommitmentsPages {
  constructor(private readonly database: Database) {}

  @Get()
  @May('handover.read')
  async list(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    const { bodyId, personId } = viewer;
    const found = await readHandover(this.database, viewer, id, async (em, { inside }) => {
      const frame = await findFrame(em, bodyId, id, personId);
      return frame === null ? null : { frame, commitments: await listCommitments(em, bodyId, id, inside) };
    });
    return show(<CommitmentsPage page={page} viewer={viewer} {...answer(found)} />);
  }
}
