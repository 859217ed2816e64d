import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { isStale } from '../people/stale-version.js';
import { Database, isRefused } from '../storage/database.js';
import { TypedForm, type Typed } from '../web/form.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, show, showAgain, showRefused, type GoTo, type View } from '../web/view.js';
import { ChangeTask } from './change-task.js';
import { offerOf } from './task-actions.js';
import { commandOf, seenBefore, type PageMove } from './task-moves.forms.js';
import { listColleagues, type Colleague } from './task-page.queries.js';
import { eventsSince, readTaskScene, type TaskPath, type TaskScene } from './task-scene.queries.js';
import { MovePage } from './views/move-page.js';
import { moveWords } from './views/move-words.js';

const TASK = ':handover/tasks/:task';

type Scene = TaskScene & { readonly colleagues: readonly Colleague[] };

/** The moves of weight: each has a page that says what will happen, and a form on it that makes it happen. */
@Pages()
@Controller('bodies/:body/handovers')
export class TaskMovesPages {
  constructor(
    private readonly database: Database,
    private readonly changeTask: ChangeTask,
  ) {}

  @Get(`${TASK}/submit`)
  @May('task.submit')
  async showSubmit(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.ask(viewer, page, path, 'submit');
  }

  @Post(`${TASK}/submit`)
  @May('task.submit')
  async submit(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.make(viewer, page, path, 'submit', typed);
  }

  @Get(`${TASK}/accept`)
  @May('task.accept')
  async showAccept(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.ask(viewer, page, path, 'accept');
  }

  @Post(`${TASK}/accept`)
  @May('task.accept')
  async accept(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.make(viewer, page, path, 'accept', typed);
  }

  @Get(`${TASK}/return`)
  @May('task.return')
  async showReturn(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.ask(viewer, page, path, 'return');
  }

  @Post(`${TASK}/return`)
  @May('task.return')
  async return(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.make(viewer, page, path, 'return', typed);
  }

  @Get(`${TASK}/reopen`)
  @May('task.reopen')
  async showReopen(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.ask(viewer, page, path, 'reopen');
  }

  @Post(`${TASK}/reopen`)
  @May('task.reopen')
  async reopen(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.make(viewer, page, path, 'reopen', typed);
  }

  @Get(`${TASK}/waive`)
  @May('task.waive')
  async showWaive(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.ask(viewer, page, path, 'waive');
  }

  @Post(`${TASK}/waive`)
  @May('task.waive')
  async waive(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.make(viewer, page, path, 'waive', typed);
  }

  @Get(`${TASK}/commit`)
  @May('task.commit')
  async showCommit(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.ask(viewer, page, path, 'commit');
  }

  @Post(`${TASK}/commit`)
  @May('task.commit')
  async commit(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.make(viewer, page, path, 'commit', typed);
  }

  @Get(`${TASK}/fulfil`)
  @May('task.fulfil')
  async showFulfil(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.ask(viewer, page, path, 'fulfil');
  }

  @Post(`${TASK}/fulfil`)
  @May('task.fulfil')
  async fulfil(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.make(viewer, page, path, 'fulfil', typed);
  }

  @Get(`${TASK}/reassign`)
  @May('task.reassign')
  async showReassign(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.ask(viewer, page, path, 'reassign');
  }

  @Post(`${TASK}/reassign`)
  @May('task.reassign')
  async reassign(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.make(viewer, page, path, 'reassign', typed);
  }

  @Get(`${TASK}/pin`)
  @May('task.pin')
  async showPin(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.ask(viewer, page, path, 'pin');
  }

  @Post(`${TASK}/pin`)
  @May('task.pin')
  async pin(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.make(viewer, page, path, 'pin', typed);
  }

  @Get(`${TASK}/unpin`)
  @May('task.pin')
  async showUnpin(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.ask(viewer, page, path, 'unpin');
  }

  @Post(`${TASK}/unpin`)
  @May('task.pin')
  async unpin(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.make(viewer, page, path, 'unpin', typed);
  }

  /** The page of a move: what it does, and what stands against it. */
  private async ask(viewer: Viewer, page: Page, path: TaskPath, move: PageMove): Promise<View> {
    const scene = await this.scene(viewer, path);
    return show(<MovePage page={page} viewer={viewer} {...scene} move={move} />);
  }

  /** Makes the move; where it cannot be made, shows the page again with what was typed and everything that is new. */
  private async make(viewer: Viewer, page: Page, path: TaskPath, move: PageMove, typed: Typed): Promise<View | GoTo> {
    const { bodyId, personId } = viewer;
    const { form: command, errors } = commandOf(move, typed);
    const scene = await this.scene(viewer, path);
    const common = { page, viewer, ...scene, move, typed };
    if (errors !== null) return showAgain(<MovePage {...common} errors={errors} />);
    const { version: expectedVersion, seq } = seenBefore(typed);
    const { handover: handoverId, task: taskId } = path;
    const request = { bodyId, handoverId, taskId, personId, expectedVersion };
    const result = await this.changeTask.execute(request, command);
    if (isRefused(result)) {
      const now = await this.scene(viewer, path);
      const why = isStale(result) ? { since: eventsSince(now, seq) } : { refusal: result.gates };
      return showRefused(<MovePage {...common} {...now} {...why} />);
    }
    answer(result);
    const { outcome } = offerOf(scene.before.facts, move, scene.before.actor, viewer.now);
    return done(paths.task(bodyId, handoverId, taskId), moveWords({ page, viewer, ...scene }, move, outcome).done);
  }

  private async scene(viewer: Viewer, path: TaskPath): Promise<Scene> {
    const { bodyId } = viewer;
    return answer(
      await readTaskScene(this.database, viewer, path, async (em) => ({
        colleagues: await listColleagues(em, bodyId, path.handover),
      })),
    );
  }
}
