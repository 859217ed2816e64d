import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { May, OpenToAll } from '../api/may.js';
import { HttpProblem } from '../api/problem.js';
import type { IsoInstant } from '../engine/words.js';
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
    const to = await this.timeAfter(viewer, step);
    if (to === null) return new GoTo(ownAddress(back));
    const moved = await this.clock.moveTo(to);
    return done(ownAddress(back), page.texts.layout.demoClock.moved(dayAndTime(page, moved, viewer.zone)));
  }

  /** Null for a step that is on no button. Without a next deadline a day passes. */
  private async timeAfter({ now, bodyId }: Viewer, step: string | undefined): Promise<IsoInstant | null> {
    const after = (hours: number): IsoInstant => new Date(Date.parse(now) + hours * HOUR).toISOString();
    if (step === 'hour') return after(1);
    if (step === 'day') return after(24);
    return step === 'next' ? ((await this.clock.nextDeadline(bodyId)) ?? after(24)) : null;
  }
}
