import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { IfMatch } from '../api/if-match.js';
import { May } from '../api/may.js';
import { pageOf, windowOf, type Page } from '../api/paging.js';
import { BODY_PATH } from '../api/paths.js';
import { ReceiptView } from '../api/receipt.js';
import { ApiTags } from '../api/swagger.js';
import { UuidPipe } from '../api/uuid.pipe.js';
import { EndForm, GiveRoleForm, OfPersonQuery } from './access.forms.js';
import { AccessQueries } from './access.queries.js';
import { RoleView } from './access.views.js';
import { EndRole } from './end-role.js';
import { GiveRole } from './give-role.js';

@ApiTags('roles')
@Controller(`${BODY_PATH}/roles`)
export class RolesController {
  constructor(
    private readonly queries: AccessQueries,
    private readonly giveRole: GiveRole,
    private readonly endRole: EndRole,
  ) {}

  @Get()
  @May('role.read')
  @Described('List who has which role, and had', [RoleView])
  async list(@Caller() { bodyId }: Caller, @Query() query: OfPersonQuery): Promise<Page<RoleView>> {
    const window = windowOf(query, 'uuid');
    return pageOf(await this.queries.roles(bodyId, query.person ?? null, window), window, ({ id }) => [id]);
  }

  @Get(':role')
  @May('role.read')
  @Described('Read a role', RoleView)
  async read(@Caller() { bodyId }: Caller, @Param('role', UuidPipe) id: string): Promise<RoleView> {
    return answer(await this.queries.role(bodyId, id));
  }

  @Post()
  @May('role.give')
  @Described('Give a person a role for a period', ReceiptView)
  async give(@Caller() caller: Caller, @Body() form: GiveRoleForm): Promise<ReceiptView> {
    const { personId, role, fromDay, untilDay = null, reason } = form;
    return answer(await this.giveRole.execute(caller, { personId, role, fromDay, untilDay }, reason));
  }

  @Post(':role/end')
  @HttpCode(200)
  @May('role.end')
  @Described('End a role', ReceiptView)
  async end(
    @Caller() caller: Caller,
    @Param('role', UuidPipe) id: string,
    @IfMatch() version: number,
    @Body() { untilDay, reason }: EndForm,
  ): Promise<ReceiptView> {
    return answer(await this.endRole.execute(caller, id, version, untilDay, reason));
  }
}
