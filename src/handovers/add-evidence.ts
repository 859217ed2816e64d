import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Refused } from '../engine/decision.js';
import type { Marking } from '../engine/words.js';
import { ChangeTask, type TaskReceipt, type TaskRequest } from './change-task.js';
import { EvidenceRow, TaskRow } from './handovers.entity.js';

/** What shows that a task is done: a document elsewhere, by its address. */
export interface NewEvidence {
  readonly title: string;
  readonly reference: string;
  readonly language: string | null;
  /** The task's own marking when left out. */
  readonly marking?: Marking;
}

/** Adds a piece of evidence to a task. */
@Injectable()
export class AddEvidence {
  constructor(private readonly changeTask: ChangeTask) {}

  /** Null when there is no such task. */
  async execute(
    request: TaskRequest,
    piece: NewEvidence,
  ): Promise<(TaskReceipt & { evidenceId: string }) | Refused | null> {
    const id = uuid();
    const { bodyId, handoverId, taskId, personId: addedBy } = request;
    return this.changeTask.execute(request, { move: 'addEvidence', evidenceId: id }, async (em, { at }) => {
      const { marking } = await em.findOneByOrFail(TaskRow, { bodyId, handoverId, id: taskId });
      const row = { bodyId, handoverId, taskId, id, marking, ...piece, addedBy, addedAt: new Date(at) };
      await em.insert(EvidenceRow, row);
      return { evidenceId: id };
    });
  }
}
