import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { Database } from '../storage/database.js';
import { check, TypedForm, type Typed } from '../web/form.js';
import { gatesOf, versionTyped } from '../web/outcome.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, show, showAgain, View, type GoTo } from '../web/view.js';
import { ChangePerson, type PersonChanges } from './change-person.js';
import { LeaveBody } from './leave-body.js';
import { findListedPerson, listOffices, type ListedOffice, type ListedPerson } from './people-page.queries.js';
import { ChangePersonForm, LeaveForm } from './people.forms.js';
import { ChangePersonPage } from './views/change-person-page.js';
import { LeavePage } from './views/leave-page.js';
import { PersonPage } from './views/person-page.js';

interface Found {
  readonly person: ListedPerson;
  readonly offices: readonly ListedOffice[];
}

/** One person of a body. */
@Pages()
@Controller('bodies/:body/people/:person')
export class PersonPages {
  constructor(
    private readonly database: Database,
    private readonly changePerson: ChangePerson,
    private readonly leaveBody: LeaveBody,
  ) {}

  @Get()
  @May('person.read')
  async person(@Viewer() viewer: Viewer, @Page() page: Page, @Param('person') id: string): Promise<View> {
    const { person } = await this.find(viewer, id);
    return show(<PersonPage page={page} viewer={viewer} person={person} />);
  }

  @Get('change')
  @May('person.change')
  async askChange(@Viewer() viewer: Viewer, @Page() page: Page, @Param('person') id: string): Promise<View> {
    return show(<ChangePersonPage page={page} viewer={viewer} {...await this.find(viewer, id)} />);
  }

  @Post('change')
  @May('person.change')
  async change(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('person') id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const found = await this.find(viewer, id);
    const shown = { page, viewer, typed, ...found };
    const { form, errors } = check(ChangePersonForm, typed);
    if (form === null) return showAgain(<ChangePersonPage {...shown} errors={errors} />);
    const changes = changesTo(found.person, form);
    const result = await this.changePerson.execute(viewer, id, versionTyped(typed), changes, form.reason);
    const gates = gatesOf(result);
    if (gates.length > 0) return new View(<ChangePersonPage {...shown} gates={gates} />, 409);
    return done(paths.person(viewer.bodyId, id), page.texts.people.changed);
  }

  @Get('leave')
  @May('person.leave')
  async askLeave(@Viewer() viewer: Viewer, @Page() page: Page, @Param('person') id: string): Promise<View> {
    const { person } = await this.find(viewer, id);
    return show(<LeavePage page={page} viewer={viewer} person={person} />);
  }

  @Post('leave')
  @May('person.leave')
  async leave(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('person') id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const { person } = await this.find(viewer, id);
    const shown = { page, viewer, typed, person };
    const { form, errors } = check(LeaveForm, typed);
    if (form === null) return showAgain(<LeavePage {...shown} errors={errors} />);
    const result = await this.leaveBody.execute(viewer, id, versionTyped(typed), form.leftOn, form.reason);
    const gates = gatesOf(result);
    if (gates.length > 0) return new View(<LeavePage {...shown} gates={gates} />, 409);
    return done(paths.person(viewer.bodyId, id), page.texts.people.left(person.name));
  }

  private find({ bodyId }: Viewer, id: string): Promise<Found> {
    return this.database.read(bodyId, async (em) => ({
      person: answer(await findListedPerson(em, bodyId, id)),
      offices: await listOffices(em, bodyId),
    }));
  }
}

/** What of a form is new: the record says which fields changed, and no others. */
function changesTo(person: ListedPerson, { officeId, name, mail, language }: ChangePersonForm): PersonChanges {
  return {
    ...(officeId === undefined || officeId === person.office.id ? {} : { officeId }),
    ...(name === undefined || name === person.name ? {} : { name }),
    ...(mail === undefined || mail === person.mail ? {} : { mail }),
    ...(language === undefined || language === person.language ? {} : { language }),
  };
}
