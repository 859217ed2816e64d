import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Refused } from '../engine/decision.js';
import { ChangeTask, type TaskReceipt, type TaskRequest } from './change-task.js';
import { EvidenceRow } from './handovers.entity.js';

/** Takes a piece of evidence away from a task; that it was there stays in the account. */
@Injectable()
export class RemoveEvidence {
  constructor(private readonly changeTask: ChangeTask) {}

  /** Null when there is no such task, or no such piece on it. */
  async execute(request: TaskRequest, evidenceId: string): Promise<TaskReceipt | Refused | null> {
    const { bodyId, handoverId, taskId } = request;
    return this.changeTask.execute(request, { move: 'removeEvidence', evidenceId }, async (em, { at }) => {
      const piece = { bodyId, handoverId, taskId, id: evidenceId, removedAt: IsNull() };
      const removed = await em.update(EvidenceRow, piece, { removedAt: new Date(at) });
      return removed.affected === 1 ? {} : false;
    });
  }
}
