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
import { AddMember } from './add-member.js';
import { ChangeMember } from './change-member.js';
import { AddMemberForm, ChangeMemberForm } from './people.forms.js';
import { PeopleQueries } from './people.queries.js';
import { MemberView } from './people.views.js';

@ApiTags('members')
@Controller(`${BODY_PATH}/members`)
export class MembersController {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly addMember: AddMember,
    private readonly changeMember: ChangeMember,
  ) {}

  @Get()
  @May('member.read')
  @Described('List the members', [MemberView])
  async list(@Caller() { bodyId }: Caller, @Query() query: PageQuery): Promise<Page<MemberView>> {
    const window = windowOf(query, 'text');
    return pageOf(await this.queries.members(bodyId, window), window, ({ id }) => [id]);
  }

  @Get(':member')
  @May('member.read')
  @Described('Read a member', MemberView)
  async read(@Caller() { bodyId }: Caller, @Param('member') id: string): Promise<MemberView> {
    return answer(await this.queries.member(bodyId, id));
  }

  @Post()
  @May('member.add')
  @Described('Add a member', ReceiptView)
  async add(@Caller() caller: Caller, @Body() form: AddMemberForm): Promise<ReceiptView> {
    const { id, name, rotationGroup = null, status = 'partner', calendarId = null } = form;
    return answer(await this.addMember.execute(caller, { id, name, rotationGroup, status, calendarId }));
  }

  @Patch(':member')
  @May('member.change')
  @Described('Change a member', ReceiptView, 'Only what is sent changes.')
  async change(
    @Caller() caller: Caller,
    @Param('member') id: string,
    @IfMatch() version: number,
    @Body() form: ChangeMemberForm,
  ): Promise<ReceiptView> {
    const changes = changesOf(form, ['name', 'rotationGroup', 'status', 'calendarId']);
    return answer(await this.changeMember.execute(caller, id, version, changes, form.reason));
  }
}
