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
import type { TermCommand } from '../engine/terms/term-moves.js';
import { Database } from '../storage/database.js';
import { ChangeTerm, type TermReceipt } from './change-term.js';
import { ProposeTerm } from './propose-term.js';
import {
  ChangeHolderForm,
  draftOf,
  ExtendForm,
  GroundsForm,
  NewTermForm,
  OnDayForm,
  RelabelForm,
  ShortenForm,
  StartForm,
} from './terms.forms.js';
import { findTerm, listTerms } from './terms.queries.js';
import { TermView, TermWithRevisionsView } from './terms.views.js';

/** The terms of a body: every move of one is a POST with the version that was read in `If-Match`. */
@ApiTags('Terms')
@Controller(`${BODY_PATH}/terms`)
export class TermsApi {
  constructor(
    private readonly database: Database,
    private readonly proposeTerm: ProposeTerm,
    private readonly changeTerm: ChangeTerm,
  ) {}

  @Get()
  @May('term.read')
  @Described('List the terms in the order of the rotation', [TermView])
  async list(@Caller() { bodyId }: Caller, @Query() query: PageQuery): Promise<Page<TermView>> {
    const window = windowOf(query, 'decimal', 'text');
    const [position, id] = window.after ?? [];
    const after = position === undefined || id === undefined ? null : ([position, id] as const);
    const found = await this.database.read(bodyId, (em) => listTerms(em, bodyId, after, window.rows));
    return pageOf(found, window, (term) => [String(term.position), term.id]);
  }

  @Get(':term')
  @May('term.read')
  @Described('Read a term with all that was decided about it', TermWithRevisionsView)
  async read(@Caller() { bodyId }: Caller, @Param('term') termId: string): Promise<TermWithRevisionsView> {
    return answer(await this.database.read(bodyId, (em) => findTerm(em, bodyId, termId)));
  }

  @Post()
  @May('term.propose')
  @Described('Propose a term at the end of the rotation', ReceiptView)
  async propose(@Caller() { bodyId, personId }: Caller, @Body() form: NewTermForm): Promise<TermReceipt> {
    return answer(await this.proposeTerm.execute(bodyId, personId, draftOf(form)));
  }

  @Post(':term/confirm')
  @HttpCode(200)
  @May('term.confirm')
  @Described('Confirm a proposed term whose holder is known', ReceiptView)
  async confirm(@Caller() caller: Caller, @Param('term') id: string, @IfMatch() version: number): Promise<TermReceipt> {
    return this.move(caller, id, version, { move: 'confirm' });
  }

  @Post(':term/start')
  @HttpCode(200)
  @May('term.start')
  @Described(
    'Let a term begin to chair where nobody hands over',
    ReceiptView,
    'The first chair of a body, the end of a vacancy, or a caretaker or vacancy that was declared. A chair that serves passes by its handover.',
  )
  async start(
    @Caller() caller: Caller,
    @Param('term') id: string,
    @IfMatch() version: number,
    @Body() { on }: StartForm,
  ): Promise<TermReceipt> {
    return this.move(caller, id, version, { move: 'start', on });
  }

  @Post(':term/conclude')
  @HttpCode(200)
  @May('term.conclude')
  @Described('Conclude the last term of a rotation that ends, or a claim that is settled', ReceiptView)
  async conclude(
    @Caller() caller: Caller,
    @Param('term') id: string,
    @IfMatch() version: number,
    @Body() { on, reason, decidedBy }: OnDayForm,
  ): Promise<TermReceipt> {
    return this.move(caller, id, version, { move: 'conclude', on, reason, decidedBy });
  }

  @Post(':term/lapse')
  @HttpCode(200)
  @May('term.lapse')
  @Described('Give up a term that has not begun', ReceiptView)
  async lapse(
    @Caller() caller: Caller,
    @Param('term') id: string,
    @IfMatch() version: number,
    @Body() { reason, decidedBy }: GroundsForm,
  ): Promise<TermReceipt> {
    return this.move(caller, id, version, { move: 'lapse', reason, decidedBy });
  }

  @Post(':term/suspend')
  @HttpCode(200)
  @May('term.suspend')
  @Described('Pause the body under its chair', ReceiptView)
  async suspend(
    @Caller() caller: Caller,
    @Param('term') id: string,
    @IfMatch() version: number,
    @Body() { on, reason, decidedBy }: OnDayForm,
  ): Promise<TermReceipt> {
    return this.move(caller, id, version, { move: 'suspend', on, reason, decidedBy });
  }

  @Post(':term/resume')
  @HttpCode(200)
  @May('term.resume')
  @Described('End the pause of the body', ReceiptView)
  async resume(
    @Caller() caller: Caller,
    @Param('term') id: string,
    @IfMatch() version: number,
    @Body() { on, reason, decidedBy }: OnDayForm,
  ): Promise<TermReceipt> {
    return this.move(caller, id, version, { move: 'resume', on, reason, decidedBy });
  }

  @Post(':term/extend')
  @HttpCode(200)
  @May('term.extend')
  @Described('Extend a term to a later day, or until further notice', ReceiptView)
  async extend(
    @Caller() caller: Caller,
    @Param('term') id: string,
    @IfMatch() version: number,
    @Body() { end, reason, decidedBy }: ExtendForm,
  ): Promise<TermReceipt> {
    return this.move(caller, id, version, { move: 'extend', end, reason, decidedBy });
  }

  @Post(':term/shorten')
  @HttpCode(200)
  @May('term.shorten')
  @Described('Shorten a term, or give one without an end its end', ReceiptView)
  async shorten(
    @Caller() caller: Caller,
    @Param('term') id: string,
    @IfMatch() version: number,
    @Body() { end, reason, decidedBy }: ShortenForm,
  ): Promise<TermReceipt> {
    return this.move(caller, id, version, { move: 'shorten', end, reason, decidedBy });
  }

  @Post(':term/change-holder')
  @HttpCode(200)
  @May('term.change_holder')
  @Described('Change who holds a term; co-chairs may join or leave one that serves', ReceiptView)
  async changeHolder(
    @Caller() caller: Caller,
    @Param('term') id: string,
    @IfMatch() version: number,
    @Body() { holders, cause, reason, decidedBy }: ChangeHolderForm,
  ): Promise<TermReceipt> {
    return this.move(caller, id, version, { move: 'change-holder', holders, cause, reason, decidedBy });
  }

  @Post(':term/relabel')
  @HttpCode(200)
  @May('term.relabel')
  @Described('Change what the programme of a term prints', ReceiptView)
  async relabel(
    @Caller() caller: Caller,
    @Param('term') id: string,
    @IfMatch() version: number,
    @Body() { label, reason, decidedBy }: RelabelForm,
  ): Promise<TermReceipt> {
    return this.move(caller, id, version, { move: 'relabel', label, reason, decidedBy });
  }

  private async move(caller: Caller, termId: string, version: number, command: TermCommand): Promise<TermReceipt> {
    const { bodyId, personId } = caller;
    return answer(await this.changeTerm.execute({ bodyId, termId, personId, expectedVersion: version }, command));
  }
}
