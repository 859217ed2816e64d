import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { UuidPipe } from '../api/uuid.pipe.js';
import { Database } from '../storage/database.js';
import { check, TypedForm, type Typed } from '../web/form.js';
import { gatesOf, versionTyped } from '../web/outcome.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, show, showAgain, View, type GoTo } from '../web/view.js';
import { EndForm, NameStandInForm, StandInQuery } from './access.forms.js';
import { mayActFor, notYours } from './caller.js';
import { EndStandIn } from './end-stand-in.js';
import { NameStandIn } from './name-stand-in.js';
import { listPeople, type ListedPerson, type ListedStandIn } from './people-page.queries.js';
import { EndStandInPage } from './views/end-stand-in-page.js';
import { StandInPage } from './views/stand-in-page.js';

interface Standing {
  readonly person: ListedPerson;
  readonly standIn: ListedStandIn;
}

/** Who stands in for whom: everyone names their own, the secretariat anyone's. */
@Pages()
@Controller('bodies/:body/stand-ins')
export class StandInsPages {
  constructor(
    private readonly database: Database,
    private readonly nameStandIn: NameStandIn,
    private readonly endStandIn: EndStandIn,
  ) {}

  @Get('new')
  @May('stand_in.name')
  async ask(@Viewer() viewer: Viewer, @Page() page: Page, @Query() { person }: StandInQuery): Promise<View> {
    const absent = absentPerson(viewer, person);
    return show(<StandInPage page={page} viewer={viewer} people={await this.people(viewer)} absent={absent} />);
  }

  @Post('new')
  @May('stand_in.name')
  async name(@Viewer() viewer: Viewer, @Page() page: Page, @TypedForm() typed: Typed): Promise<View | GoTo> {
    const absent = absentPerson(viewer, typed.personId);
    const shown = { page, viewer, typed, absent, people: await this.people(viewer) };
    const { form, errors } = check(NameStandInForm, { ...typed, personId: absent });
    if (form === null) return showAgain(<StandInPage {...shown} errors={errors} />);
    const { personId, standInId, fromDay, untilDay, reason } = form;
    const wanted = { personId, standInId, fromDay, untilDay };
    const gates = gatesOf(await this.nameStandIn.execute(viewer, wanted, reason));
    if (gates.length > 0) return new View(<StandInPage {...shown} gates={gates} />, 409);
    return done(paths.person(viewer.bodyId, personId), page.texts.people.standInNamed);
  }

  @Get(':standIn/end')
  @May('stand_in.end')
  async askEnd(@Viewer() viewer: Viewer, @Page() page: Page, @Param('standIn', UuidPipe) id: string): Promise<View> {
    return show(<EndStandInPage page={page} viewer={viewer} {...await this.find(viewer, id)} />);
  }

  @Post(':standIn/end')
  @May('stand_in.end')
  async end(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('standIn', UuidPipe) id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const found = await this.find(viewer, id);
    const shown = { page, viewer, typed, ...found };
    const { form, errors } = check(EndForm, typed);
    if (form === null) return showAgain(<EndStandInPage {...shown} errors={errors} />);
    const result = await this.endStandIn.execute(viewer, id, versionTyped(typed), form.untilDay, form.reason);
    const gates = gatesOf(result);
    if (gates.length > 0) return new View(<EndStandInPage {...shown} gates={gates} />, 409);
    return done(paths.person(viewer.bodyId, found.person.id), page.texts.people.standInEnded);
  }

  private people({ bodyId }: Viewer): Promise<ListedPerson[]> {
    return this.database.read(bodyId, (em) => listPeople(em, bodyId));
  }

  /** One that holds or is to, of somebody for whom the reader may act. */
  private async find(viewer: Viewer, id: string): Promise<Standing> {
    const all = (await this.people(viewer)).flatMap((person) =>
      person.standIns.map((standIn): Standing => ({ person, standIn })),
    );
    const found = answer(all.find(({ standIn }) => standIn.id === id) ?? null);
    return answer(mayActFor(viewer, found.person.id) ? found : notYours(found.person.id));
  }
}

/** For whom somebody may stand in by the reader's word: for whoever they name where they may, else for themselves. */
function absentPerson(viewer: Viewer, named: string | undefined): string {
  return named !== undefined && named !== '' && viewer.roles.includes('secretariat') ? named : viewer.personId;
}
