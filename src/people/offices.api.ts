import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
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
import { AddOffice } from './add-office.js';
import { ChangeOffice } from './change-office.js';
import { AddOfficeForm, ChangeOfficeForm } from './people.forms.js';
import { PeopleQueries } from './people.queries.js';
import { OfficeView } from './people.views.js';

@ApiTags('offices')
@Controller(`${BODY_PATH}/offices`)
export class OfficesController {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly addOffice: AddOffice,
    private readonly changeOffice: ChangeOffice,
  ) {}

  @Get()
  @May('office.read')
  @Described('List the offices of the members and of the secretariat', [OfficeView])
  async list(@Caller() { bodyId }: Caller, @Query() query: PageQuery): Promise<Page<OfficeView>> {
    const window = windowOf(query, 'text');
    return pageOf(await this.queries.offices(bodyId, window), window, ({ id }) => [id]);
  }

  @Get(':office')
  @May('office.read')
  @Described('Read an office', OfficeView)
  async read(@Caller() { bodyId }: Caller, @Param('office') id: string): Promise<OfficeView> {
    return answer(await this.queries.office(bodyId, id));
  }

  @Post()
  @May('office.add')
  @Described('Add an office', ReceiptView)
  async add(@Caller() caller: Caller, @Body() form: AddOfficeForm): Promise<ReceiptView> {
    const { id, memberId, name, calendarId } = form;
    return answer(await this.addOffice.execute(caller, { id, memberId, name, calendarId }));
  }

  @Patch(':office')
  @May('office.change')
  @Described('Change an office', ReceiptView, 'Only what is sent changes.')
  async change(
    @Caller() caller: Caller,
    @Param('office') id: string,
    @IfMatch() version: number,
    @Body() form: ChangeOfficeForm,
  ): Promise<ReceiptView> {
    const changes = changesOf(form, ['name', 'calendarId']);
    return answer(await this.changeOffice.execute(caller, id, version, changes, form.reason));
  }
}
