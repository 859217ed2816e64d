import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { IfMatch } from '../api/if-match.js';
import { May } from '../api/may.js';
import { pageOf, PageQuery, windowOf, type Page } from '../api/paging.js';
import { BODY_PATH } from '../api/paths.js';
import { ReceiptView } from '../api/receipt.js';
import { ApiTags } from '../api/swagger.js';
import type { HandoverCommand } from '../engine/handovers/handover.js';
import type { HandoverReadiness } from '../engine/tasks/readiness.js';
import { Database } from '../storage/database.js';
import { CreateHandover } from './create-handover.js';
import { EffectForm, NewHandoverForm, ReasonForm } from './handovers.forms.js';
import {
  findHandover,
  findReadiness,
  listHandovers,
  listPlanRevisions,
  type HandoverSummary,
  type HandoverView,
  type PlanRevisionView,
} from './handovers.queries.js';
import { MoveHandover, type HandoverReceipt } from './move-handover.js';
import { readHandover, readHandoverAtOnce } from './read-handover.js';
import { listTasksOf, type TaskSummary } from './tasks.queries.js';

/** Handovers: made from a template, prepared, frozen, signed by both chairs, taking effect, closed. */
@ApiTags('Handovers')
@Controller(BODY_PATH)
export class HandoversApi {
  constructor(
    private readonly database: Database,
    private readonly createHandover: CreateHandover,
    private readonly moveHandover: MoveHandover,
  ) {}

  @Get('handovers')
  @May('handover.read')
  @Described('List handovers: all for the secretariat and observers, else those one is a party of', 'json')
  async list(@Caller() caller: Caller, @Query() query: PageQuery): Promise<Page<HandoverSummary>> {
    const window = windowOf(query, 'text');
    const readsAll = caller.roles.includes('secretariat') || caller.roles.includes('observer');
    const party = readsAll ? null : caller.personId;
    const found = await this.database.read(caller.bodyId, (em) =>
      listHandovers(em, caller.bodyId, party, window.after?.[0] ?? '', window.rows),
    );
    return pageOf(found, window, ({ id }) => [id]);
  }

  @Post('handovers')
  @May('handover.create')
  @Described('Make a handover with its checklist and first plan from a template', ReceiptView)
  async create(@Caller() caller: Caller, @Body() form: NewHandoverForm): Promise<HandoverReceipt> {
    const wanted = Object.assign({}, form, { meetingId: form.meetingId ?? null });
    return answer(await this.createHandover.execute(caller.bodyId, caller.personId, wanted));
  }

  @Get('handovers/:handover')
  @May('handover.read')
  @Described('Read a handover with its sections and tasks', 'json')
  async read(@Caller() caller: Caller, @Param('handover') handoverId: string): Promise<HandoverView> {
    const { bodyId } = caller;
    return answer(
      await readHandoverAtOnce(this.database, caller, handoverId, (em) => findHandover(em, bodyId, handoverId)),
    ).found;
  }

  @Get('handovers/:handover/readiness')
  @May('handover.read')
  @Described('How far each section has come, from evidence and acceptance', 'json')
  async readiness(@Caller() caller: Caller, @Param('handover') handoverId: string): Promise<HandoverReadiness> {
    return answer(
      await readHandover(this.database, caller, handoverId, (em) => findReadiness(em, caller.bodyId, handoverId)),
    );
  }

  @Get('handovers/:handover/plan')
  @May('plan.read')
  @Described('The revisions of the plan, newest first, each with what it changed and why', 'json')
  async plan(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Query() query: PageQuery,
  ): Promise<Page<PlanRevisionView>> {
    const window = windowOf(query, 'whole');
    const before = window.after === null ? null : Number(window.after[0]);
    const found = await readHandover(this.database, caller, handoverId, (em) =>
      listPlanRevisions(em, caller.bodyId, handoverId, before, window.rows),
    );
    return pageOf(answer(found), window, ({ revision }) => [String(revision)]);
  }

  @Get('tasks/mine')
  @May('task.read')
  @Described('What waits for you now in all handovers, soonest first, at most 200', 'json')
  async mine(@Caller() caller: Caller): Promise<{ readonly items: readonly TaskSummary[] }> {
    return {
      items: await this.database.readAtOnce(caller.bodyId, (em) => listTasksOf(em, caller.bodyId, caller.personId)),
    };
  }

  @Post('handovers/:handover/prepare')
  @HttpCode(200)
  @May('handover.move')
  @Described('Begin to prepare a planned handover', ReceiptView)
  async prepare(
    @Caller() caller: Caller,
    @Param('handover') id: string,
    @IfMatch() version: number,
  ): Promise<HandoverReceipt> {
    return this.move(caller, id, version, { move: 'prepare' });
  }

  @Post('handovers/:handover/freeze')
  @HttpCode(200)
  @May('handover.move')
  @Described('Freeze the pack for signing, once every mandatory task before the handover is settled', ReceiptView)
  async freeze(
    @Caller() caller: Caller,
    @Param('handover') id: string,
    @IfMatch() version: number,
  ): Promise<HandoverReceipt> {
    return this.move(caller, id, version, { move: 'freeze' });
  }

  @Post('handovers/:handover/reopen')
  @HttpCode(200)
  @May('handover.move')
  @Described('Reopen a frozen or signed handover; signatures are void and stay readable', ReceiptView)
  async reopen(
    @Caller() caller: Caller,
    @Param('handover') id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonForm,
  ): Promise<HandoverReceipt> {
    return this.move(caller, id, version, { move: 'reopen', reason });
  }

  @Post('handovers/:handover/effect')
  @HttpCode(200)
  @May('handover.move')
  @Described('The chair passes: one term is concluded and the next begins in the same instant', ReceiptView)
  async effect(
    @Caller() caller: Caller,
    @Param('handover') id: string,
    @IfMatch() version: number,
    @Body() form: EffectForm,
  ): Promise<HandoverReceipt> {
    return this.move(caller, id, version, Object.assign({ move: 'effect' } as const, form));
  }

  @Post('handovers/:handover/close')
  @HttpCode(200)
  @May('handover.move')
  @Described('Close the file, once every task is settled', ReceiptView)
  async close(
    @Caller() caller: Caller,
    @Param('handover') id: string,
    @IfMatch() version: number,
  ): Promise<HandoverReceipt> {
    return this.move(caller, id, version, { move: 'close' });
  }

  @Post('handovers/:handover/cancel')
  @HttpCode(200)
  @May('handover.move')
  @Described('Cancel a handover that has not taken effect', ReceiptView)
  async cancel(
    @Caller() caller: Caller,
    @Param('handover') id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonForm,
  ): Promise<HandoverReceipt> {
    return this.move(caller, id, version, { move: 'cancel', reason });
  }

  private async move(
    { bodyId, personId }: Caller,
    handoverId: string,
    expectedVersion: number,
    command: HandoverCommand,
  ): Promise<HandoverReceipt> {
    return answer(await this.moveHandover.execute({ bodyId, handoverId, personId, expectedVersion }, command));
  }
}
