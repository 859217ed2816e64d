import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { May } from '../api/may.js';
import { BODY_PATH } from '../api/paths.js';
import { ApiTags } from '../api/swagger.js';
import type { RotationCommand } from '../engine/terms/rotation.js';
import { ApplyRotation, type RotationReceipt } from './apply-rotation.js';
import type { RotationPreview } from './plan-operation.js';
import {
  ApplyBridgeForm,
  ApplyInsertForm,
  ApplyShiftForm,
  ApplySkipForm,
  ApplySwapForm,
} from './rotation-apply.forms.js';
import { bridgeOf, insertOf, shiftOf, skipOf, swapOf } from './rotation-commands.js';
import { PreviewRotation } from './preview-rotation.js';
import { BridgeForm, InsertForm, ShiftForm, SkipForm, SwapForm } from './rotation.forms.js';
import { RotationPreviewView, RotationReceiptView } from './rotation.views.js';

/** Operations on the queue of turns to come: each is previewed first, and applied with the preview’s token. */
@ApiTags('Rotation')
@Controller(`${BODY_PATH}/rotation`)
export class RotationQueueApi {
  constructor(
    private readonly previewRotation: PreviewRotation,
    private readonly applyRotation: ApplyRotation,
  ) {}

  @Post('insert/preview')
  @HttpCode(200)
  @May('rotation.insert')
  @Described('Put a turn into the queue: what it would do', RotationPreviewView)
  async insertPreview(@Caller() caller: Caller, @Body() form: InsertForm): Promise<RotationPreview> {
    return this.preview(caller, insertOf(form));
  }

  @Post('insert/apply')
  @HttpCode(200)
  @May('rotation.insert')
  @Described('Put a turn into the queue, as previewed', RotationReceiptView)
  async insert(@Caller() caller: Caller, @Body() form: ApplyInsertForm): Promise<RotationReceipt> {
    return this.apply(caller, insertOf(form), form.token);
  }

  @Post('skip/preview')
  @HttpCode(200)
  @May('rotation.skip')
  @Described('Skip a turn: what it would do', RotationPreviewView)
  async skipPreview(@Caller() caller: Caller, @Body() form: SkipForm): Promise<RotationPreview> {
    return this.preview(caller, skipOf(form));
  }

  @Post('skip/apply')
  @HttpCode(200)
  @May('rotation.skip')
  @Described('Skip a turn, as previewed', RotationReceiptView)
  async skip(@Caller() caller: Caller, @Body() form: ApplySkipForm): Promise<RotationReceipt> {
    return this.apply(caller, skipOf(form), form.token);
  }

  @Post('swap/preview')
  @HttpCode(200)
  @May('rotation.swap')
  @Described('Let two turns exchange their slots, once: what it would do', RotationPreviewView)
  async swapPreview(@Caller() caller: Caller, @Body() form: SwapForm): Promise<RotationPreview> {
    return this.preview(caller, swapOf(form));
  }

  @Post('swap/apply')
  @HttpCode(200)
  @May('rotation.swap')
  @Described('Let two turns exchange their slots, once, as previewed', RotationReceiptView)
  async swap(@Caller() caller: Caller, @Body() form: ApplySwapForm): Promise<RotationReceipt> {
    return this.apply(caller, swapOf(form), form.token);
  }

  @Post('shift/preview')
  @HttpCode(200)
  @May('rotation.shift')
  @Described('Move all turns from one on by months: what it would do', RotationPreviewView)
  async shiftPreview(@Caller() caller: Caller, @Body() form: ShiftForm): Promise<RotationPreview> {
    return this.preview(caller, shiftOf(form));
  }

  @Post('shift/apply')
  @HttpCode(200)
  @May('rotation.shift')
  @Described('Move all turns from one on by months, as previewed', RotationReceiptView)
  async shift(@Caller() caller: Caller, @Body() form: ApplyShiftForm): Promise<RotationReceipt> {
    return this.apply(caller, shiftOf(form), form.token);
  }

  @Post('bridge/preview')
  @HttpCode(200)
  @May('rotation.bridge')
  @Described('Make a turn a bridge of unusual length: what it would do', RotationPreviewView)
  async bridgePreview(@Caller() caller: Caller, @Body() form: BridgeForm): Promise<RotationPreview> {
    return this.preview(caller, bridgeOf(form));
  }

  @Post('bridge/apply')
  @HttpCode(200)
  @May('rotation.bridge')
  @Described('Make a turn a bridge of unusual length, as previewed', RotationReceiptView)
  async bridge(@Caller() caller: Caller, @Body() form: ApplyBridgeForm): Promise<RotationReceipt> {
    return this.apply(caller, bridgeOf(form), form.token);
  }

  private async preview({ bodyId, personId }: Caller, command: RotationCommand): Promise<RotationPreview> {
    return answer(await this.previewRotation.execute(bodyId, personId, command));
  }

  private async apply({ bodyId, personId }: Caller, command: RotationCommand, token: string): Promise<RotationReceipt> {
    return answer<RotationReceipt>(await this.applyRotation.execute(bodyId, personId, command, token));
  }
}
