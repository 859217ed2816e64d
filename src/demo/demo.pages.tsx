import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { May, OpenToAll } from '../api/may.js';
import { HttpProblem } from '../api/problem.js';
import { OpenSession } from '../people/open-session.js';
import { DEMO } from '../web/demo-paths.js';
import { dayAndTime } from '../web/dates.js';
import { TypedForm, type Typed } from '../web/form.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { ownAddress } from '../web/own-address.js';
import { keepSession } from '../web/session.js';
import { done, GoTo } from '../web/view.js';
import { DemoClock } from './demo-clock.js';
import { DemoPeople } from './demo-people.js';
import { rabatStory } from './rabat-story.js';

const HOUR = 3_600_000;

/** What only a demo has: being whom one likes, and a clock that is moved by a button. */
@Pages()
@Controller()
export class DemoPages {
  constructor(
    private readonly people: DemoPeople,
    private readonly openSession: OpenSession,
    private readonly clock: DemoClock,
  ) {}

  @Post(DEMO.signIn)
  @OpenToAll()
  async signIn(
    @TypedForm() { person, next }: Typed,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo> {
    const offered = await this.people.list();
    if (!offered.some(({ id }) => id === person)) throw new HttpProblem('not_found');
    const browser = request.headers['user-agent'] ?? null;
    const secret = await this.openSession.execute(rabatStory.bodyId, person ?? '', 'demo', browser);
    if (secret === null) throw new HttpProblem('not_found');
    keepSession(reply, secret);
    return new GoTo(ownAddress(next));
  }

  /** Everyone who tries the demo out may move its clock. */
  @Post(DEMO.clock)
  @May('me.read')
  async move(@Viewer() viewer: Viewer, @Page() page: Page, @TypedForm() { step, back }: Typed): Promise<GoTo> {
    const now = Date.parse(viewer.now);
    const to =
      step === 'hour' ? now + HOUR : step === 'day' ? now + 24 * HOUR : await this.clock.nextDeadline(viewer.bodyId);
    const moved = await this.clock.moveTo(new Date(to ?? now + 24 * HOUR).toISOString());
    return done(ownAddress(back), page.texts.layout.demoClock.moved(dayAndTime(page, moved, viewer.zone)));
  }
}
