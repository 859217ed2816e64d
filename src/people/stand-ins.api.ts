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
import { EndForm, NameStandInForm, OfPersonQuery } from './access.forms.js';
import { AccessQueries } from './access.queries.js';
import { StandInView } from './access.views.js';
import { EndStandIn } from './end-stand-in.js';
import { NameStandIn } from './name-stand-in.js';

@ApiTags('stand-ins')
@Controller(`${BODY_PATH}/stand-ins`)
export class StandInsController {
  constructor(
    private readonly queries: AccessQueries,
    private readonly nameStandIn: NameStandIn,
    private readonly endStandIn: EndStandIn,
  ) {}

  @Get()
  @May('stand_in.read')
  @Described('List who stands in for whom, and did', [StandInView])
  async list(@Caller() { bodyId }: Caller, @Query() query: OfPersonQuery): Promise<Page<StandInView>> {
    const window = windowOf(query, 'uuid');
    return pageOf(await this.queries.standIns(bodyId, query.person ?? null, window), window, ({ id }) => [id]);
  }

  @Get(':standIn')
  @May('stand_in.read')
  @Described('Read who stands in for whom', StandInView)
  async read(@Caller() { bodyId }: Caller, @Param('standIn', UuidPipe) id: string): Promise<StandInView> {
    return answer(await this.queries.standIn(bodyId, id));
  }

  @Post()
  @May('stand_in.name')
  @Described('Name a stand-in for some days', ReceiptView, 'Everyone names their own; the secretariat anyone’s.')
  async name(@Caller() caller: Caller, @Body() form: NameStandInForm): Promise<ReceiptView> {
    const { personId, standInId, fromDay, untilDay, reason } = form;
    return answer(await this.nameStandIn.execute(caller, { personId, standInId, fromDay, untilDay }, reason));
  }

  @Post(':standIn/end')
  @HttpCode(200)
  @May('stand_in.end')
  @Described('End a stand-in earlier', ReceiptView)
  async end(
    @Caller() caller: Caller,
    @Param('standIn', UuidPipe) id: string,
    @IfMatch() version: number,
    @Body() { untilDay, reason }: EndForm,
  ): Promise<ReceiptView> {
    return answer(await this.endStandIn.execute(caller, id, version, untilDay, reason));
  }
}
