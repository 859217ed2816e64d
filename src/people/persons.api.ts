import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { changesOf } from '../api/changes.js';
import { Described } from '../api/described.js';
import { IfMatch } from '../api/if-match.js';
import { May } from '../api/may.js';
import { PageQuery, pageOf, windowOf, type Page } from '../api/paging.js';
import { BODY_PATH } from '../api/paths.js';
import { ReceiptView } from '../api/receipt.js';
import { ApiTags } from '../api/swagger.js';
import { AddPerson } from './add-person.js';
import { ChangePerson } from './change-person.js';
import { LeaveBody } from './leave-body.js';
import { AddPersonForm, ChangePersonForm, LeaveForm } from './people.forms.js';
import { PeopleQueries } from './people.queries.js';
import { PersonView } from './people.views.js';

@ApiTags('persons')
@Controller(`${BODY_PATH}/persons`)
export class PersonsController {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly addPerson: AddPerson,
    private readonly changePerson: ChangePerson,
    private readonly leaveBody: LeaveBody,
  ) {}

  @Get()
  @May('person.read')
  @Described('List the people', [PersonView])
  async list(@Caller() { bodyId }: Caller, @Query() query: PageQuery): Promise<Page<PersonView>> {
    const window = windowOf(query, 'text');
    return pageOf(await this.queries.persons(bodyId, window), window, ({ id }) => [id]);
  }

  @Get(':person')
  @May('person.read')
  @Described('Read a person', PersonView)
  async read(@Caller() { bodyId }: Caller, @Param('person') id: string): Promise<PersonView> {
    return answer(await this.queries.person(bodyId, id));
  }

  @Post()
  @May('person.add')
  @Described('Add a person', ReceiptView, 'As yet without a role.')
  async add(@Caller() caller: Caller, @Body() form: AddPersonForm): Promise<ReceiptView> {
    const { id, officeId, name, mail, language } = form;
    return answer(await this.addPerson.execute(caller, { id, officeId, name, mail, language }));
  }

  @Patch(':person')
  @May('person.change')
  @Described('Change a person', ReceiptView, 'Only what is sent changes.')
  async change(
    @Caller() caller: Caller,
    @Param('person') id: string,
    @IfMatch() version: number,
    @Body() form: ChangePersonForm,
  ): Promise<ReceiptView> {
    const changes = changesOf(form, ['officeId', 'name', 'mail', 'language']);
    return answer(await this.changePerson.execute(caller, id, version, changes, form.reason));
  }

  @Post(':person/leave')
  @HttpCode(200)
  @May('person.leave')
  @Described('Say that a person leaves', ReceiptView, 'Their roles and stand-ins end, and their tokens open nothing.')
  async leave(
    @Caller() caller: Caller,
    @Param('person') id: string,
    @IfMatch() version: number,
    @Body() form: LeaveForm,
  ): Promise<ReceiptView> {
    return answer(await this.leaveBody.execute(caller, id, version, form.leftOn, form.reason));
  }
}
