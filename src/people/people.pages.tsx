import { Controller, Get, Post } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { May } from '../api/may.js';
import { Database } from '../storage/database.js';
import { check, TypedForm, type Typed } from '../web/form.js';
import { gatesOf } from '../web/outcome.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, show, showAgain, View, type GoTo } from '../web/view.js';
import { AddPerson } from './add-person.js';
import { listOffices, listPeople, type ListedOffice } from './people-page.queries.js';
import { AddPersonForm } from './people.forms.js';
import { AddPersonPage } from './views/add-person-page.js';
import { PeoplePage } from './views/people-page.js';

/** The people of a body, and one more of them. */
@Pages()
@Controller('bodies/:body')
export class PeoplePages {
  constructor(
    private readonly database: Database,
    private readonly addPerson: AddPerson,
  ) {}

  @Get('people')
  @May('person.read')
  async list(@Viewer() viewer: Viewer, @Page() page: Page): Promise<View> {
    const people = await this.database.read(viewer.bodyId, (em) => listPeople(em, viewer.bodyId));
    return show(<PeoplePage page={page} viewer={viewer} people={people} />);
  }

  @Get('new-person')
  @May('person.add')
  async ask(@Viewer() viewer: Viewer, @Page() page: Page): Promise<View> {
    return show(<AddPersonPage page={page} viewer={viewer} offices={await this.offices(viewer)} />);
  }

  @Post('new-person')
  @May('person.add')
  async add(@Viewer() viewer: Viewer, @Page() page: Page, @TypedForm() typed: Typed): Promise<View | GoTo> {
    // People are known by a key that is not a name: it stays in the record when the name is erased.
    const id = `p-${uuid().slice(-12)}`;
    const { form, errors } = check(AddPersonForm, { ...typed, id });
    const shown = { page, viewer, typed, offices: await this.offices(viewer) };
    if (form === null) return showAgain(<AddPersonPage {...shown} errors={errors} />);
    const { officeId, name, mail, language } = form;
    const gates = gatesOf(await this.addPerson.execute(viewer, { id, officeId, name, mail, language }));
    if (gates.length > 0) return new View(<AddPersonPage {...shown} gates={gates} />, 409);
    return done(paths.giveRole(viewer.bodyId, id), page.texts.people.added(name));
  }

  private offices({ bodyId }: Viewer): Promise<ListedOffice[]> {
    return this.database.read(bodyId, (em) => listOffices(em, bodyId));
  }
}
