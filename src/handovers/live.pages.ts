import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOCALES, directionOf, textsOf } from '../../config/languages/pages.js';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { FindSession } from '../people/find-session.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import { CLOCK_MOVED, grown } from '../storage/news-channel.js';
import { EVENTS_TYPE, lastWords } from '../web/event-stream.js';
import { TypedQuery, type Typed } from '../web/form.js';
import { readLiveQuery } from '../web/live-address.js';
import { LiveStreams } from '../web/live-streams.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { readSession } from '../web/session.js';
import { FileView } from '../web/view.js';
import { readHandover } from './read-handover.js';
import { LivePage } from './views/live-page.js';

/** What happens in a handover while somebody has a page of it open. */
@Pages()
@Controller('bodies/:body/handovers')
export class LivePages {
  constructor(
    private readonly database: Database,
    private readonly findSession: FindSession,
    private readonly streams: LiveStreams,
  ) {}

  @Get(':handover/events')
  @May('handover.read')
  async events(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @TypedQuery() asked: Typed,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FileView> {
    const { bodyId, sessionId, isDemo } = viewer;
    answer(await readHandover(this.database, viewer, handoverId, (_em, reader) => Promise.resolve(reader)));
    if (page.savesData) return new FileView(lastWords(''), EVENTS_TYPE, null);
    const address = readLiveQuery(asked, request.headers['last-event-id'], page.language);
    const { language, at } = address;
    const inLanguage = {
      language,
      locale: LOCALES[language],
      direction: directionOf(language),
      texts: textsOf(language),
    };
    const secret = readSession(request) ?? '';
    const live = new LivePage({
      database: this.database,
      bodyId,
      handoverId,
      address,
      findViewer: () => this.findSession.execute(secret, false),
      pageFor: (reader) => ({ ...page, ...inLanguage, viewer: reader, address: at, notice: null }),
    });
    // Proxies that collect what they hand on would keep news for themselves.
    reply.header('x-accel-buffering', 'no');
    // Nothing else comes over it afterwards, so that a process that ends need not wait for the browser to let go.
    reply.header('connection', 'close');
    const topics = [grown(bodyId, handoverId), grown(bodyId, BODY_STREAM), ...(isDemo ? [CLOCK_MOVED] : [])];
    return new FileView(this.streams.listen({ sessionId, topics, look: () => live.look() }), EVENTS_TYPE, null);
  }
}
