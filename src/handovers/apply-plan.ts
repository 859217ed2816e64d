import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Refused } from '../engine/decision.js';
import type { PlanChange } from '../engine/plan/re-planning.js';
import { BODY_STREAM, Database, isRefused } from '../storage/database.js';
import { MeetingRow } from './handovers.entity.js';
import { shown, type PlanPreview } from './preview-plan.js';
import { reachedBy, replan, type Replan } from './replanning.js';
import { tellBodyOfChange, writeReplan, type RevisionReceipt } from './write-replan.js';

/** What was applied: the new revision of each handover that the change reached. */
export interface PlanReceipt {
  readonly token: string;
  readonly handovers: readonly RevisionReceipt[];
}

/** The refusal to apply what is no longer so, with what is so now. */
export interface StalePreview extends Refused {
  readonly preview: PlanPreview;
}

/**
 * Applies a previewed change: dates, reminders, revision, account and one message per person in one transaction. If
 * anything that the preview showed has changed since, nothing happens and the answer is the new preview.
 */
@Injectable()
export class ApplyPlan {
  constructor(private readonly database: Database) {}

  /**
   * @param token of the preview that is applied.
   * @param reason why, in the words of whoever decided.
   * @returns null when what the change is about does not exist in the body.
   */
  async execute(
    bodyId: string,
    personId: string,
    change: PlanChange,
    token: string,
    reason: string,
  ): Promise<PlanReceipt | StalePreview | Refused | null> {
    const reached = await this.database.read(bodyId, (em) => reachedBy(em, bodyId, change));
    return this.database.changeAllInTurn(bodyId, [...reached, BODY_STREAM], async (em, locked) => {
      const body = locked.find(({ stream }) => stream === BODY_STREAM);
      if (body === undefined) return null;
      const found = await replan(em, bodyId, change, body.at);
      if (found === null || isRefused(found)) return found;
      const accounts = found.handovers.map((one) => locked.find(({ stream }) => stream === one.handoverId));
      if (found.token !== token || accounts.includes(undefined)) return stale(found);
      await writeCause(em, bodyId, found);
      const handovers: RevisionReceipt[] = [];
      for (const [index, one] of found.handovers.entries()) {
        const account = accounts[index];
        if (account !== undefined) handovers.push(writeReplan(em, account, one, { change, reason, personId }));
      }
      if (found.calendar !== null || handovers.length === 0) {
        tellBodyOfChange(em, body, { change, reason, personId });
      }
      return { token, handovers };
    });
  }
}

function stale(found: Replan): StalePreview {
  const facts = { token: found.token };
  return {
    refused: true,
    gates: [{ code: 'plan.preview_stale', facts, whose: 'secretariat' }],
    preview: shown(found),
  };
}

/** Writes what the change itself says: the meeting's days, or the calendar. A handover's own dates come with its plan. */
async function writeCause(em: EntityManager, bodyId: string, { change, calendar }: Replan): Promise<void> {
  if (change.kind === 'meeting') {
    const { startsOn, endsOn } = change;
    const status = startsOn === null ? 'postponed' : 'announced';
    const changes = { startsOn, endsOn, status, version: () => 'version + 1' } as const;
    await em.update(MeetingRow, { bodyId, id: change.meetingId }, changes);
  }
  if (calendar !== null) {
    await em.query('UPDATE calendar SET definition = $3, version = version + 1 WHERE body_id = $1 AND id = $2', [
      bodyId,
      calendar.id,
      calendar,
    ]);
  }
}
