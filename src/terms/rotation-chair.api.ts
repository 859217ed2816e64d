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
  ApplyAppointCaretakerForm,
  ApplyDeclareVacancyForm,
  ApplyMovePassageForm,
  ApplySetSuccessorForm,
  ApplyWithdrawForm,
} from './rotation-apply.forms.js';
import { caretakerOf, passageOf, successorOf, vacancyOf, withdrawalOf } from './rotation-commands.js';
import { PreviewRotation } from './preview-rotation.js';
import {
  AppointCaretakerForm,
  DeclareVacancyForm,
  MovePassageForm,
  SetSuccessorForm,
  WithdrawForm,
} from './rotation.forms.js';
import { RotationPreviewView, RotationReceiptView } from './rotation.views.js';

/** Operations on who chairs and when: each is previewed first, and applied with the preview’s token. */
@ApiTags('Rotation')
@Controller(`${BODY_PATH}/rotation`)
export class RotationChairApi {
  constructor(
    private readonly previewRotation: PreviewRotation,
    private readonly applyRotation: ApplyRotation,
  ) {}

  @Post('declare-vacancy/preview')
  @HttpCode(200)
  @May('rotation.declare_vacancy')
  @Described('Declare that the body has no chair: what it would do', RotationPreviewView)
  async declareVacancyPreview(@Caller() caller: Caller, @Body() form: DeclareVacancyForm): Promise<RotationPreview> {
    return this.preview(caller, vacancyOf(form));
  }

  @Post('declare-vacancy/apply')
  @HttpCode(200)
  @May('rotation.declare_vacancy')
  @Described('Declare that the body has no chair, as previewed', RotationReceiptView)
  async declareVacancy(@Caller() caller: Caller, @Body() form: ApplyDeclareVacancyForm): Promise<RotationReceipt> {
    return this.apply(caller, vacancyOf(form), form.token);
  }

  @Post('appoint-caretaker/preview')
  @HttpCode(200)
  @May('rotation.appoint_caretaker')
  @Described('Appoint who minds the chair until a regular term begins: what it would do', RotationPreviewView)
  async appointCaretakerPreview(
    @Caller() caller: Caller,
    @Body() form: AppointCaretakerForm,
  ): Promise<RotationPreview> {
    return this.preview(caller, caretakerOf(form));
  }

  @Post('appoint-caretaker/apply')
  @HttpCode(200)
  @May('rotation.appoint_caretaker')
  @Described('Appoint who minds the chair until a regular term begins, as previewed', RotationReceiptView)
  async appointCaretaker(@Caller() caller: Caller, @Body() form: ApplyAppointCaretakerForm): Promise<RotationReceipt> {
    return this.apply(caller, caretakerOf(form), form.token);
  }

  @Post('move-passage/preview')
  @HttpCode(200)
  @May('rotation.move_passage')
  @Described('Move the day on which the chair is to pass: what it would do', RotationPreviewView)
  async movePassagePreview(@Caller() caller: Caller, @Body() form: MovePassageForm): Promise<RotationPreview> {
    return this.preview(caller, passageOf(form));
  }

  @Post('move-passage/apply')
  @HttpCode(200)
  @May('rotation.move_passage')
  @Described('Move the day on which the chair is to pass, as previewed', RotationReceiptView)
  async movePassage(@Caller() caller: Caller, @Body() form: ApplyMovePassageForm): Promise<RotationReceipt> {
    return this.apply(caller, passageOf(form), form.token);
  }

  @Post('set-successor/preview')
  @HttpCode(200)
  @May('rotation.set_successor')
  @Described('Name the holder of a turn that had none: what it would do', RotationPreviewView)
  async setSuccessorPreview(@Caller() caller: Caller, @Body() form: SetSuccessorForm): Promise<RotationPreview> {
    return this.preview(caller, successorOf(form));
  }

  @Post('set-successor/apply')
  @HttpCode(200)
  @May('rotation.set_successor')
  @Described('Name the holder of a turn that had none, as previewed', RotationReceiptView)
  async setSuccessor(@Caller() caller: Caller, @Body() form: ApplySetSuccessorForm): Promise<RotationReceipt> {
    return this.apply(caller, successorOf(form), form.token);
  }

  @Post('withdraw/preview')
  @HttpCode(200)
  @May('rotation.withdraw')
  @Described('Let a holder give a turn back: what it would do', RotationPreviewView)
  async withdrawPreview(@Caller() caller: Caller, @Body() form: WithdrawForm): Promise<RotationPreview> {
    return this.preview(caller, withdrawalOf(form));
  }

  @Post('withdraw/apply')
  @HttpCode(200)
  @May('rotation.withdraw')
  @Described('Let a holder give a turn back, as previewed', RotationReceiptView)
  async withdraw(@Caller() caller: Caller, @Body() form: ApplyWithdrawForm): Promise<RotationReceipt> {
    return this.apply(caller, withdrawalOf(form), form.token);
  }

  private async preview({ bodyId, personId }: Caller, command: RotationCommand): Promise<RotationPreview> {
    return answer(await this.previewRotation.execute(bodyId, personId, command));
  }

  private async apply({ bodyId, personId }: Caller, command: RotationCommand, token: string): Promise<RotationReceipt> {
    return answer<RotationReceipt>(await this.applyRotation.execute(bodyId, personId, command, token));
  }
}
