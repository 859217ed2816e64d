import { Controller, Get } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { Database } from '../storage/database.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { show, type View } from '../web/view.js';
import { listRotationMeetings } from './meetings.queries.js';
import { findChairs, findRotation } from './terms.queries.js';
import { RotationPage } from './views/rotation-page.js';

/** The rotation of a body over the years. */
@Pages()
@Controller('bodies/:body/rotation')
export class RotationPages {
  constructor(private readonly database: Database) {}

  @Get()
  @May('term.read')
  async rotation(@Viewer() viewer: Viewer, @Page() page: Page): Promise<View> {
    const { bodyId } = viewer;
    const found = answer(
      await this.database.read(bodyId, async (em) => {
        const rotation = await findRotation(em, bodyId);
        const chairs = await findChairs(em, bodyId, null);
        const meetings = await listRotationMeetings(em, bodyId);
        return rotation === null || chairs === null ? null : { rotation, chairs, meetings };
      }),
    );
    return show(<RotationPage page={page} viewer={viewer} {...found} />);
  }
}
