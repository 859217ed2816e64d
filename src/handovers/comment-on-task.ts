import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Refused } from '../engine/decision.js';
import { ChangeTask, type TaskReceipt, type TaskRequest } from './change-task.js';
import { TaskCommentRow } from './handovers.entity.js';

/** Says something about a task to everyone who works in the handover. */
@Injectable()
export class CommentOnTask {
  constructor(private readonly changeTask: ChangeTask) {}

  /** Null when there is no such task. */
  async execute(request: TaskRequest, text: string): Promise<(TaskReceipt & { commentId: string }) | Refused | null> {
    const id = uuid();
    const { bodyId, handoverId, taskId, personId: authorId } = request;
    const receipt = await this.changeTask.execute(request, { move: 'comment', text }, async (em, { at }) => {
      await em.insert(TaskCommentRow, { bodyId, handoverId, taskId, id, authorId, at: new Date(at), text });
      return {};
    });
    return receipt === null || 'refused' in receipt ? receipt : { ...receipt, commentId: id };
  }
}
