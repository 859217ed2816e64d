import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { May } from '../../api/may.js';
import { TypedForm, type Typed } from '../../web/form.js';
import { ownAddress } from '../../web/own-address.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { keepHalf } from '../../web/session.js';
import { GoTo, show, type View } from '../../web/view.js';
import { HalfSessions } from './half-sessions.js';
import { hasSecondFactor, SecondFactorsQueries } from './second-factors.queries.js';
import { AddressQuery } from './sign-in.forms.js';
import { AgainPage } from './views/again-page.js';

/** Proving once more who one is, before what wants a fresh sign-in. */
@Pages()
@Controller('sign-in/again')
export class SignInAgainPages {
  constructor(
    private readonly halves: HalfSessions,
    private readonly factors: SecondFactorsQueries,
  ) {}

  @Get()
  @May('me.read')
  look(@Viewer() viewer: Viewer, @Page() page: Page, @Query() { next }: AddressQuery): View {
    return show(<AgainPage page={page} viewer={viewer} next={ownAddress(next)} />);
  }

  /** With a second factor that alone is asked for; without one, as after OpenID Connect, the whole way is gone anew. */
  @Post()
  @May('me.read')
  async begin(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @TypedForm() typed: Typed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GoTo> {
    const next = ownAddress(typed.next);
    if (!hasSecondFactor(await this.factors.of(viewer.bodyId, viewer.personId))) {
      return new GoTo(paths.signInFor(next), { kind: 'info', text: page.texts.signIn.again.begin });
    }
    keepHalf(reply, await this.halves.begin([viewer], 'again', next));
    return new GoTo(paths.secondFactor(viewer.bodyId));
  }
}
