import { Controller, Get, Param, Post } from '@nestjs/common';
import { May } from '../../api/may.js';
import { HttpProblem } from '../../api/problem.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { done, GoTo, show, type View } from '../../web/view.js';
import { isFresh } from '../is-fresh.js';
import type { PersonOfAddress } from './find-people-of.js';
import { ReachPerson } from './reach-person.js';
import { RemoveSecondFactor } from './remove-second-factor.js';
import { ResetFactorsPage } from './views/reset-factors-page.js';

/** The secretariat resets what somebody has lost. */
@Pages()
@Controller('bodies/:body/people/:person/second-factors')
export class ResetFactorsPages {
  constructor(
    private readonly reachPerson: ReachPerson,
    private readonly removeFactor: RemoveSecondFactor,
  ) {}

  @Get()
  @May('second_factor.reset')
  async look(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('body') bodyId: string,
    @Param('person') personId: string,
  ): Promise<View> {
    const person = await this.personOf(bodyId, personId);
    return show(<ResetFactorsPage page={page} viewer={viewer} person={person} />);
  }

  @Post()
  @May('second_factor.reset')
  async reset(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('body') bodyId: string,
    @Param('person') personId: string,
  ): Promise<GoTo> {
    if (!isFresh(viewer)) return new GoTo(paths.signInAgain(paths.resetFactors(bodyId, personId)));
    const person = await this.personOf(bodyId, personId);
    await this.removeFactor.all(person, viewer.personId);
    return done(paths.resetFactors(bodyId, personId), page.texts.signIn.reset.done(person.name));
  }

  private async personOf(bodyId: string, personId: string): Promise<PersonOfAddress> {
    const person = await this.reachPerson.byId(bodyId, personId);
    if (person === null) throw new HttpProblem('not_found');
    return person;
  }
}
