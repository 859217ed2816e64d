import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { May } from '../../api/may.js';
import { HttpProblem } from '../../api/problem.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { keepHalf } from '../../web/session.js';
import { done, GoTo, show, type View } from '../../web/view.js';
import { isFresh } from '../is-fresh.js';
import type { PersonOfAddress } from './find-people-of.js';
import { HalfSessions } from './half-sessions.js';
import { ReachPerson } from './reach-person.js';
import { RemoveSecondFactor } from './remove-second-factor.js';
import { SecondFactorsQueries } from './second-factors.queries.js';
import { OwnFactorsPage } from './views/own-factors-page.js';
import { RecoveryCodesPage } from './views/recovery-codes-page.js';

/** One's own second factors. Everybody may look; to change them one has to have signed in within the last minutes. */
@Pages()
@Controller('settings/second-factors')
export class OwnFactorsPages {
  constructor(
    private readonly halves: HalfSessions,
    private readonly factors: SecondFactorsQueries,
    private readonly reachPerson: ReachPerson,
    private readonly removeFactor: RemoveSecondFactor,
  ) {}

  @Get()
  @May('me.read')
  async look(@Viewer() viewer: Viewer, @Page() page: Page): Promise<View> {
    const factors = await this.factors.of(viewer.bodyId, viewer.personId);
    return show(<OwnFactorsPage page={page} viewer={viewer} factors={factors} />);
  }

  @Post('add')
  @May('second_factor.change')
  async add(@Viewer() viewer: Viewer, @Res({ passthrough: true }) reply: FastifyReply): Promise<GoTo> {
    if (!isFresh(viewer)) return again();
    keepHalf(reply, await this.halves.begin([viewer], 'add', paths.secondFactors));
    return new GoTo(paths.addSecondFactor(viewer.bodyId));
  }

  @Post('recovery-codes')
  @May('second_factor.change')
  async newCodes(@Viewer() viewer: Viewer, @Page() page: Page): Promise<GoTo | View> {
    if (!isFresh(viewer)) return again();
    const codes = await this.removeFactor.newCodes(await this.personOf(viewer));
    if (codes === null) return done(paths.secondFactors, page.texts.signIn.factors.none);
    return show(<RecoveryCodesPage page={page} codes={codes} next={paths.secondFactors} />);
  }

  @Post(':factor/remove')
  @May('second_factor.change')
  async remove(@Viewer() viewer: Viewer, @Page() page: Page, @Param('factor') id: string): Promise<GoTo> {
    if (!isFresh(viewer)) return again();
    const removal = await this.removeFactor.one(await this.personOf(viewer), id);
    if (removal === 'unknown') throw new HttpProblem('not_found');
    const { factors } = page.texts.signIn;
    if (removal === 'last') return new GoTo(paths.secondFactors, { kind: 'info', text: factors.last });
    return done(paths.secondFactors, factors.removed);
  }

  private async personOf({ bodyId, personId }: Viewer): Promise<PersonOfAddress> {
    const person = await this.reachPerson.byId(bodyId, personId);
    if (person === null) throw new HttpProblem('not_found');
    return person;
  }
}

function again(): GoTo {
  return new GoTo(paths.signInAgain(paths.secondFactors));
}
