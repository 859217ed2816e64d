import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { Database } from '../storage/database.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, show, type GoTo, type View } from '../web/view.js';
import { hashOfFeed, newFeedSecret } from './feed-secret.js';
import { feedMadeAt } from './feed.queries.js';
import { findFrame } from './handover-frame.queries.js';
import { MakeFeed } from './make-feed.js';
import { readHandover } from './read-handover.js';
import { RevokeFeed } from './revoke-feed.js';
import { FeedAddressPage } from './views/feed-address-page.js';

/** The address for somebody's calendar program: made, shown once, renewed, revoked. */
@Pages()
@Controller('bodies/:body/handovers/:handover/calendar/address')
export class FeedAddressPages {
  constructor(
    private readonly database: Database,
    private readonly makeFeed: MakeFeed,
    private readonly revokeFeed: RevokeFeed,
  ) {}

  @Get()
  @May('feed.make')
  async address(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') handoverId: string): Promise<View> {
    return this.page(viewer, page, handoverId, null);
  }

  /** Answers with the page itself and not with a redirect: the address is nowhere to be read again. */
  @Post()
  @HttpCode(200)
  @May('feed.make')
  async make(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') handoverId: string): Promise<View> {
    const secret = newFeedSecret();
    answer(await this.makeFeed.execute(viewer, handoverId, hashOfFeed(secret)));
    return this.page(viewer, page, handoverId, `${page.origin}${paths.feed(secret)}`);
  }

  @Post('revoke')
  @May('feed.revoke')
  async revoke(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') handoverId: string): Promise<GoTo> {
    const { bodyId } = viewer;
    // Whoever may not read the handover is told so, whether they have an address or not.
    answer(await readHandover(this.database, viewer, handoverId, (_em, reader) => Promise.resolve(reader)));
    const revoked = await this.revokeFeed.execute(viewer, handoverId);
    const { feed } = page.texts.calendar;
    return done(paths.calendarFeed(bodyId, handoverId), revoked === null ? feed.nothingToRevoke : feed.revoked);
  }

  private async page(viewer: Viewer, page: Page, handoverId: string, address: string | null): Promise<View> {
    const { bodyId, personId } = viewer;
    const found = answer(
      await readHandover(this.database, viewer, handoverId, async (em) => {
        const [frame, madeAt] = await Promise.all([
          findFrame(em, bodyId, handoverId, personId),
          feedMadeAt(em, bodyId, handoverId, personId),
        ]);
        return frame === null ? null : { frame, madeAt };
      }),
    );
    return show(<FeedAddressPage page={page} viewer={viewer} {...found} address={address} />);
  }
}
