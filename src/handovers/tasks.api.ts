import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { IfMatch } from '../api/if-match.js';
import { May } from '../api/may.js';
import { pageOf, windowOf, type Page } from '../api/paging.js';
import { BODY_PATH } from '../api/paths.js';
import { ReceiptView } from '../api/receipt.js';
import { ApiTags } from '../api/swagger.js';
import { UuidPipe } from '../api/uuid.pipe.js';
import type { TaskCommand } from '../engine/tasks/task.js';
import { Database } from '../storage/database.js';
import { AddEvidence } from './add-evidence.js';
import { ChangeTask, type TaskReceipt, type TaskRequest } from './change-task.js';
import { CommentOnTask } from './comment-on-task.js';
import { ReasonForm } from './handovers.forms.js';
import { readHandover } from './read-handover.js';
import { RemoveEvidence } from './remove-evidence.js';
import {
  CommentForm,
  CommitForm,
  EvidenceForm,
  NoteForm,
  PinForm,
  ReassignForm,
  TaskListQuery,
} from './tasks.forms.js';
import { findTask, listTasks, type TaskSummary, type TaskView } from './tasks.queries.js';

const TASK = ':handover/tasks/:task';

/** The checklist: every move of a task is a POST with the version that was read in `If-Match`. */
@ApiTags('Tasks')
@Controller(`${BODY_PATH}/handovers`)
export class TasksApi {
  constructor(
    private readonly database: Database,
    private readonly changeTask: ChangeTask,
    private readonly commentOnTask: CommentOnTask,
    private readonly addEvidence: AddEvidence,
    private readonly removeEvidence: RemoveEvidence,
  ) {}

  @Get(':handover/tasks')
  @May('task.read')
  @Described('List the tasks of a handover in the order of the checklist', 'json')
  async list(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Query() query: TaskListQuery,
  ): Promise<Page<TaskSummary>> {
    const window = windowOf(query, 'whole');
    const after = Number(window.after?.[0] ?? 0);
    const found = await readHandover(this.database, caller, handoverId, (em) =>
      listTasks(em, caller.bodyId, handoverId, query, after, window.rows),
    );
    return pageOf(answer(found), window, ({ position }) => [String(position)]);
  }

  @Get(TASK)
  @May('task.read')
  @Described('Read a task with its evidence and comments', 'json')
  async read(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Param('task') taskId: string,
  ): Promise<TaskView> {
    const found = await readHandover(this.database, caller, handoverId, (em, { inside }) =>
      findTask(em, caller.bodyId, handoverId, taskId, inside),
    );
    return answer(found);
  }

  @Post(`${TASK}/start`)
  @HttpCode(200)
  @May('task.start')
  @Described('Start a task, or take it up again after it was returned', ReceiptView)
  async start(@Caller() caller: Caller, @Param() path: TaskPath, @IfMatch() version: number): Promise<TaskReceipt> {
    return this.move(caller, path, version, { move: 'start' });
  }

  @Post(`${TASK}/submit`)
  @HttpCode(200)
  @May('task.submit')
  @Described('Submit a task to the desk that accepts it', ReceiptView)
  async submit(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Body() { note }: NoteForm,
  ): Promise<TaskReceipt> {
    return this.move(caller, path, version, { move: 'submit', ...(note === undefined ? {} : { note }) });
  }

  @Post(`${TASK}/return`)
  @HttpCode(200)
  @May('task.return')
  @Described('Return a submitted task with the reason', ReceiptView)
  async return(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Body() { reason }: ReasonForm,
  ): Promise<TaskReceipt> {
    return this.move(caller, path, version, { move: 'return', reason });
  }

  @Post(`${TASK}/accept`)
  @HttpCode(200)
  @May('task.accept')
  @Described('Accept a submitted task; at a joint desk each chair accepts', ReceiptView)
  async accept(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Body() { note }: NoteForm,
  ): Promise<TaskReceipt> {
    return this.move(caller, path, version, { move: 'accept', ...(note === undefined ? {} : { note }) });
  }

  @Post(`${TASK}/waive`)
  @HttpCode(200)
  @May('task.waive')
  @Described('Do without a task; its accepting side says why', ReceiptView)
  async waive(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Body() { reason }: ReasonForm,
  ): Promise<TaskReceipt> {
    return this.move(caller, path, version, { move: 'waive', reason });
  }

  @Post(`${TASK}/commit`)
  @HttpCode(200)
  @May('task.commit')
  @Described('Take an unfinished task on into the new term; a lead of the incoming chair consents', ReceiptView)
  async commit(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Body() { reason, dueOn, personId }: CommitForm,
  ): Promise<TaskReceipt> {
    const command = { move: 'commit', reason, dueOn, ...(personId === undefined ? {} : { personId }) } as const;
    return this.move(caller, path, version, command);
  }

  @Post(`${TASK}/reopen`)
  @HttpCode(200)
  @May('task.reopen')
  @Described('Reopen an accepted task with the reason, before the pack is frozen', ReceiptView)
  async reopen(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Body() { reason }: ReasonForm,
  ): Promise<TaskReceipt> {
    return this.move(caller, path, version, { move: 'reopen', reason });
  }

  @Post(`${TASK}/fulfil`)
  @HttpCode(200)
  @May('task.fulfil')
  @Described('Mark what the incoming chair took on as done, with what shows it; its reminders end', ReceiptView)
  async fulfil(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Body() { reason }: ReasonForm,
  ): Promise<TaskReceipt> {
    return this.move(caller, path, version, { move: 'fulfil', reason });
  }

  @Post(`${TASK}/reassign`)
  @HttpCode(200)
  @May('task.reassign')
  @Described('Give a task to a person or an office', ReceiptView)
  async reassign(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Body() { personId, officeId }: ReassignForm,
  ): Promise<TaskReceipt> {
    const person = personId === undefined ? {} : { personId };
    return this.move(caller, path, version, {
      move: 'reassign',
      ...person,
      ...(officeId === undefined ? {} : { officeId }),
    });
  }

  @Post(`${TASK}/pin`)
  @HttpCode(200)
  @May('task.pin')
  @Described('Pin the date of a task: no re-planning moves it', ReceiptView)
  async pin(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Body() { on, reason }: PinForm,
  ): Promise<TaskReceipt> {
    return this.move(caller, path, version, { move: 'pin', on, reason });
  }

  @Post(`${TASK}/unpin`)
  @HttpCode(200)
  @May('task.pin')
  @Described('Free a pinned date: the task has the date of its rule again', ReceiptView)
  async unpin(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Body() { reason }: ReasonForm,
  ): Promise<TaskReceipt> {
    return this.move(caller, path, version, { move: 'unpin', reason });
  }

  @Post(`${TASK}/comments`)
  @May('task.comment')
  @Described('Comment on a task', ReceiptView)
  async comment(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Body() { text }: CommentForm,
  ): Promise<TaskReceipt> {
    return answer(await this.commentOnTask.execute(requestOf(caller, path, version), text));
  }

  @Post(`${TASK}/evidence`)
  @May('evidence.add')
  @Described('Add evidence: a document elsewhere, by its address', ReceiptView)
  async addPiece(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @IfMatch() version: number,
    @Body() { title, reference, language, marking }: EvidenceForm,
  ): Promise<TaskReceipt> {
    const piece = { title, reference, language: language ?? null, ...(marking === undefined ? {} : { marking }) };
    return answer(await this.addEvidence.execute(requestOf(caller, path, version), piece));
  }

  @Delete(`${TASK}/evidence/:evidence`)
  @May('evidence.remove')
  @Described('Take a piece of evidence away', ReceiptView)
  async removePiece(
    @Caller() caller: Caller,
    @Param() path: TaskPath,
    @Param('evidence', UuidPipe) evidenceId: string,
    @IfMatch() version: number,
  ): Promise<TaskReceipt> {
    return answer(await this.removeEvidence.execute(requestOf(caller, path, version), evidenceId));
  }

  private async move(caller: Caller, path: TaskPath, version: number, command: TaskCommand): Promise<TaskReceipt> {
    return answer(await this.changeTask.execute(requestOf(caller, path, version), command));
  }
}

interface TaskPath {
  readonly handover: string;
  readonly task: string;
}

function requestOf({ bodyId, personId }: Caller, path: TaskPath, expectedVersion: number): TaskRequest {
  return { bodyId, handoverId: path.handover, taskId: path.task, personId, expectedVersion };
}
