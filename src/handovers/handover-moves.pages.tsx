import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import type { UnmetGate } from '../engine/decision.js';
import { handoverGates } from '../engine/handovers/handover-gates.js';
import type { HandoverCommand } from '../engine/handovers/handover.js';
import { Database, isRefused } from '../storage/database.js';
import { check, TypedForm, type FieldErrors, type Typed } from '../web/form.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { done, show, showAgain, View, type GoTo } from '../web/view.js';
import { findFrame, type HandoverFrame } from './handover-frame.queries.js';
import { ReasonForm } from './handovers.forms.js';
import { loadHandover } from './load-handover.js';
import { MoveHandover } from './move-handover.js';
import { readHandover } from './read-handover.js';
import { afterMove, HandoverMovePage, type PageMove } from './views/handover-move-page.js';

/** Stands for a reason that is still to be written, when it is asked what else is in the way. */
const SOME_REASON = '…';

type PageCommand = Extract<HandoverCommand, { move: PageMove }>;

/** The moves of a handover as a whole, each with a page that says what will happen. */
@Pages()
@Controller('bodies/:body/handovers/:handover')
export class HandoverMovesPages {
  constructor(
    private readonly database: Database,
    private readonly moveHandover: MoveHandover,
  ) {}

  @Get('prepare')
  @May('handover.move')
  async askPrepare(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    return this.ask(viewer, page, id, { move: 'prepare' });
  }

  @Post('prepare')
  @May('handover.move')
  async prepare(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.move(viewer, page, id, { move: 'prepare' }, typed);
  }

  @Get('cancel')
  @May('handover.move')
  async askCancel(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    return this.ask(viewer, page, id, { move: 'cancel', reason: SOME_REASON });
  }

  @Post('cancel')
  @May('handover.move')
  async cancel(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.moveWithReason(viewer, page, id, 'cancel', typed);
  }

  @Get('freeze')
  @May('handover.move')
  async askFreeze(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    return this.ask(viewer, page, id, { move: 'freeze' });
  }

  @Post('freeze')
  @May('handover.move')
  async freeze(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.move(viewer, page, id, { move: 'freeze' }, typed);
  }

  @Get('reopen')
  @May('handover.move')
  async askReopen(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    return this.ask(viewer, page, id, { move: 'reopen', reason: SOME_REASON });
  }

  @Post('reopen')
  @May('handover.move')
  async reopen(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.moveWithReason(viewer, page, id, 'reopen', typed);
  }

  @Get('close')
  @May('handover.move')
  async askClose(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    return this.ask(viewer, page, id, { move: 'close' });
  }

  @Post('close')
  @May('handover.move')
  async close(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.move(viewer, page, id, { move: 'close' }, typed);
  }

  private async moveWithReason(
    viewer: Viewer,
    page: Page,
    id: string,
    move: 'cancel' | 'reopen',
    typed: Typed,
  ): Promise<View | GoTo> {
    const { form, errors } = check(ReasonForm, typed);
    if (form !== null) return this.move(viewer, page, id, { move, reason: form.reason }, typed);
    const { frame, gates } = await this.look(viewer, id, { move, reason: SOME_REASON });
    return showAgain(this.page(viewer, page, frame, move, gates, typed, errors));
  }

  private async ask(viewer: Viewer, page: Page, id: string, command: PageCommand) {
    const { frame, gates } = await this.look(viewer, id, command);
    return show(this.page(viewer, page, frame, command.move, gates));
  }

  private async move(
    viewer: Viewer,
    page: Page,
    handoverId: string,
    command: PageCommand,
    typed: Typed,
  ): Promise<View | GoTo> {
    const { bodyId, personId } = viewer;
    const expectedVersion = Number(typed.version);
    const result = await this.moveHandover.execute({ bodyId, handoverId, personId, expectedVersion }, command);
    if (!isRefused(result)) {
      answer(result);
      return done(afterMove(command.move)(bodyId, handoverId), page.texts.handovers.moves[command.move].done);
    }
    // A bystander learns nothing here: the same answer as to any page of the handover.
    const { frame } = await this.look(viewer, handoverId, command);
    return new View(this.page(viewer, page, frame, command.move, result.gates, typed), 409);
  }

  private page(
    viewer: Viewer,
    page: Page,
    frame: HandoverFrame,
    move: PageMove,
    gates: readonly UnmetGate[],
    typed: Typed = {},
    errors: FieldErrors = {},
  ) {
    const props = { page, viewer, frame, move, gates, typed, errors };
    return <HandoverMovePage {...props} />;
  }

  /** The handover, and what stands against the move for the reader. */
  private async look(
    viewer: Viewer,
    handoverId: string,
    command: HandoverCommand,
  ): Promise<{ readonly frame: HandoverFrame; readonly gates: readonly UnmetGate[] }> {
    const { bodyId, personId, now } = viewer;
    return answer(
      await readHandover(this.database, viewer, handoverId, async (em) => {
        const frame = await findFrame(em, bodyId, handoverId, personId);
        const before = await loadHandover(em, { bodyId, stream: handoverId, at: now }, personId);
        if (frame === null || before === null) return null;
        return { frame, gates: handoverGates(before.facts, command, before.actor) };
      }),
    );
  }
}
