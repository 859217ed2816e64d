import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { May } from '../api/may.js';
import { BODY_PATH } from '../api/paths.js';
import { HttpProblem } from '../api/problem.js';
import { ApiTags } from '../api/swagger.js';
import { ApplyPlan, type PlanReceipt } from './apply-plan.js';
import { ApplyForm, changeOf, PreviewForm } from './plans.forms.js';
import { PreviewPlan, type PlanPreview } from './preview-plan.js';

/** Re-planning: what moves a date is previewed first, and applied with the preview's token. */
@ApiTags('Re-planning')
@Controller(`${BODY_PATH}/plan`)
export class PlansApi {
  constructor(
    private readonly previewPlan: PreviewPlan,
    private readonly applyPlan: ApplyPlan,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @May('plan.preview')
  @Described('See what a change of dates would do: every date, reminder and person', 'json')
  async preview(@Caller() caller: Caller, @Body() { change }: PreviewForm): Promise<PlanPreview> {
    return answer(await this.previewPlan.execute(caller.bodyId, changeOf(change)));
  }

  @Post('apply')
  @HttpCode(200)
  @May('plan.apply')
  @Described(
    'Apply a previewed change',
    'json',
    'If anything that the preview showed has changed since, nothing happens: 409 with the new preview.',
  )
  async apply(@Caller() caller: Caller, @Body() { change, token, reason }: ApplyForm): Promise<PlanReceipt> {
    const result = await this.applyPlan.execute(caller.bodyId, caller.personId, changeOf(change), token, reason);
    if (result !== null && 'preview' in result) {
      throw new HttpProblem('refused', { gates: result.gates, preview: result.preview });
    }
    return answer(result);
  }
}
