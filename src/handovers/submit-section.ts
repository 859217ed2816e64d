import { Injectable } from '@nestjs/common';
import { isRefused } from '../storage/database.js';
import { ChangeTask, type TaskRequest } from './change-task.js';

/** A task of a section, as it was read. */
export interface SeenTask {
  readonly taskId: string;
  readonly version: number;
}

/** What became of the tasks of a section: ids, in the order of the checklist. */
export interface SectionReceipt {
  readonly sent: readonly string[];
  /** Not possible any more, or changed since it was read. */
  readonly left: readonly string[];
}

/**
 * Sends several tasks for review, one after the other. Each is a move of its own: what has changed meanwhile stays, and
 * keeps none of the others back.
 */
@Injectable()
export class SubmitSection {
  constructor(private readonly changeTask: ChangeTask) {}

  async execute(
    request: Pick<TaskRequest, 'bodyId' | 'handoverId' | 'personId'>,
    tasks: readonly SeenTask[],
    note?: string,
  ): Promise<SectionReceipt> {
    const sent: string[] = [];
    const left: string[] = [];
    for (const { taskId, version: expectedVersion } of tasks) {
      const command = { move: 'submit', ...(note === undefined ? {} : { note }) } as const;
      const result = await this.changeTask.execute({ ...request, taskId, expectedVersion }, command);
      (result === null || isRefused(result) ? left : sent).push(taskId);
    }
    return { sent, left };
  }
}
