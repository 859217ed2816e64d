import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { UuidPipe } from '../api/uuid.pipe.js';
import { Database } from '../storage/database.js';
import { check, TypedForm, type Typed } from '../web/form.js';
import { gatesOf, versionTyped } from '../web/outcome.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, show, showAgain, View, type GoTo } from '../web/view.js';
import { EndForm, GiveRoleForm } from './access.forms.js';
import { EndRole } from './end-role.js';
import { GiveRole } from './give-role.js';
import { findListedPerson, type ListedGrant, type ListedPerson } from './people-page.queries.js';
import { EndRolePage } from './views/end-role-page.js';
import { GiveRolePage } from './views/give-role-page.js';

/** The roles of one person. */
@Pages()
@Controller('bodies/:body/people/:person/roles')
export class PersonRolesPages {
  constructor(
    private readonly database: Database,
    private readonly giveRole: GiveRole,
    private readonly endRole: EndRole,
  ) {}

  @Get('new')
  @May('role.give')
  async ask(@Viewer() viewer: Viewer, @Page() page: Page, @Param('person') id: string): Promise<View> {
    return show(<GiveRolePage page={page} viewer={viewer} person={await this.find(viewer, id)} />);
  }

  @Post('new')
  @May('role.give')
  async give(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('person') id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const person = await this.find(viewer, id);
    const shown = { page, viewer, typed, person };
    const { form, errors } = check(GiveRoleForm, { ...typed, personId: id });
    if (form === null) return showAgain(<GiveRolePage {...shown} errors={errors} />);
    const { role, fromDay, untilDay = null, reason } = form;
    const gates = gatesOf(await this.giveRole.execute(viewer, { personId: id, role, fromDay, untilDay }, reason));
    if (gates.length > 0) return new View(<GiveRolePage {...shown} gates={gates} />, 409);
    return done(paths.person(viewer.bodyId, id), page.texts.people.roleGiven(person.name));
  }

  @Get(':role/end')
  @May('role.end')
  async askEnd(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('person') id: string,
    @Param('role', UuidPipe) roleId: string,
  ): Promise<View> {
    const person = await this.find(viewer, id);
    return show(<EndRolePage page={page} viewer={viewer} person={person} grant={grantOf(person, roleId)} />);
  }

  @Post(':role/end')
  @May('role.end')
  async end(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('person') id: string,
    @Param('role', UuidPipe) roleId: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const person = await this.find(viewer, id);
    const shown = { page, viewer, typed, person, grant: grantOf(person, roleId) };
    const { form, errors } = check(EndForm, typed);
    if (form === null) return showAgain(<EndRolePage {...shown} errors={errors} />);
    const result = await this.endRole.execute(viewer, roleId, versionTyped(typed), form.untilDay, form.reason);
    const gates = gatesOf(result);
    if (gates.length > 0) return new View(<EndRolePage {...shown} gates={gates} />, 409);
    return done(paths.person(viewer.bodyId, id), page.texts.people.roleEnded(person.name));
  }

  private async find({ bodyId }: Viewer, id: string): Promise<ListedPerson> {
    return answer(await this.database.read(bodyId, (em) => findListedPerson(em, bodyId, id)));
  }
}

/** A role that this person has or is to have; what they had before is past changing. */
function grantOf({ grants }: ListedPerson, id: string): ListedGrant {
  return answer(grants.find((grant) => grant.id === id) ?? null);
}
