import { Injectable } from '@nestjs/common';
import type { Refused } from '../engine/decision.js';
import type { PlanDifference } from '../engine/plan/plan-difference.js';
import type { Finding } from '../engine/plan/plan-findings.js';
import type { PlanChange } from '../engine/plan/re-planning.js';
import type { Anchors } from '../engine/words.js';
import { Database, isRefused } from '../storage/database.js';
import { replan, type Replan } from './replanning.js';

/** What would change, in each handover that the change reaches, and who would be told. */
export interface PlanPreview {
  /** To be given back to apply just this; it is void as soon as anything of it has changed. */
  readonly token: string;
  readonly change: PlanChange;
  readonly handovers: readonly {
    readonly handoverId: string;
    readonly anchors: { readonly before: Anchors; readonly after: Anchors };
    readonly difference: PlanDifference;
    /** All that would be wrong with the plan, also what is wrong with it now. */
    readonly findings: readonly Finding[];
    readonly told: readonly string[];
  }[];
}

/** Shows what a change would do to dates, reminders and people; changes nothing. */
@Injectable()
export class PreviewPlan {
  constructor(private readonly database: Database) {}

  /** Null when what the change is about does not exist in the body. */
  async execute(bodyId: string, change: PlanChange): Promise<PlanPreview | Refused | null> {
    return this.database.read(bodyId, async (em) => {
      const [{ at }]: [{ at: string }] = await em.query('SELECT iso_instant(gavel_now()) AS at');
      const found = await replan(em, bodyId, change, at);
      return found === null || isRefused(found) ? found : shown(found);
    });
  }
}

/** The part of a re-plan that people see. */
export function shown({ token, change, handovers }: Replan): PlanPreview {
  return {
    token,
    change,
    handovers: handovers.map(({ handoverId, anchors, difference, plan, told }) => ({
      handoverId,
      anchors,
      difference,
      findings: plan.findings,
      told: told.map(({ personId }) => personId),
    })),
  };
}
