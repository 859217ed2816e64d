import { Injectable } from '@nestjs/common';
import { writeAccount } from '../../audit/account.js';
import type { Happening, Refused } from '../../engine/decision.js';
import { BODY_STREAM, Database } from '../../storage/database.js';
import { ActionPlanRow, TermProgrammeRow, TermResultRow } from './content.entity.js';
import type { ProgrammeContent } from './programme.js';
import type { PlanContent } from './stocktaking.js';

export interface NewActionPlan {
  readonly id: string;
  readonly title: string;
  readonly content: PlanContent;
  readonly sources: readonly string[];
}

export interface NewProgramme {
  readonly termId: string;
  readonly content: ProgrammeContent;
  readonly sources: readonly string[];
}

export interface NewTermResult {
  readonly id: string;
  readonly termId: string;
  readonly planId: string;
  readonly area: string;
  readonly objective: string | null;
  readonly action: number | null;
  readonly text: string;
  readonly meetingId: string | null;
  readonly certainty: string | null;
  readonly sources: readonly string[];
}

/** What a body means to do: its action plans, the programmes of its terms, and what terms did for the plans. */
export interface NewPlans {
  readonly actionPlans: readonly NewActionPlan[];
  readonly programmes: readonly NewProgramme[];
  readonly results: readonly NewTermResult[];
}

/** Adds plans, programmes and results to a body, all of them or none. */
@Injectable()
export class AddPlans {
  constructor(private readonly database: Database) {}

  /** Null when there is no such body; refuses ids that are taken, and terms, plans and meetings that are not there. */
  async execute(bodyId: string, personId: string, plans: NewPlans): Promise<Refused | NewPlans | null> {
    const { actionPlans, programmes, results } = plans;
    const [first, ...rest] = happeningsOf(plans);
    if (first === undefined) return plans;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const ofBody = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ bodyId, ...row }));
      await em.insert(ActionPlanRow, ofBody(actionPlans));
      await em.insert(TermProgrammeRow, ofBody(programmes));
      await em.insert(TermResultRow, ofBody(results));
      writeAccount(em, locked, { actorId: personId, happenings: [first, ...rest], owed: [] });
      return plans;
    });
  }
}

function happeningsOf({ actionPlans, programmes, results }: NewPlans): Happening[] {
  const plans = actionPlans.map(({ id, content }): Happening => {
    const facts = { areas: content.areas.length, results: results.filter(({ planId }) => planId === id).length };
    return { action: 'action_plan.added', subject: `action_plan:${id}`, facts };
  });
  const ofTerms = programmes.map(({ termId, content }): Happening => {
    return { action: 'programme.added', subject: `term:${termId}`, facts: { priorities: content.priorities.length } };
  });
  return [...plans, ...ofTerms];
}
