import { Controller, Get, Param } from '@nestjs/common';
import { answer } from '../../api/answer.js';
import { May } from '../../api/may.js';
import { findFrame } from '../../handovers/handover-frame.queries.js';
import { readHandover } from '../../handovers/read-handover.js';
import { Database } from '../../storage/database.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { show, type View } from '../../web/view.js';
import { findPack, markingsFor } from './load-pack.js';
import { PackPage } from './views/pack-page.js';

/** What the pack holds, how far each section has come, and who has sent how much of it. */
@Pages()
@Controller('bodies/:body/handovers/:handover/pack')
export class PackContentsPages {
  constructor(private readonly database: Database) {}

  @Get()
  @May('handover.read')
  async contents(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') handoverId: string): Promise<View> {
    const { bodyId, personId } = viewer;
    const found = await readHandover(this.database, viewer, handoverId, async (em, reader) => {
      const [frame, pack] = await Promise.all([
        findFrame(em, bodyId, handoverId, personId),
        findPack(em, bodyId, handoverId, markingsFor(reader)),
      ]);
      return frame === null || pack === null ? null : { frame, pack };
    });
    return show(<PackPage page={page} viewer={viewer} {...answer(found)} />);
  }
}
