import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { isStale } from '../people/stale-version.js';
import { Database, isRefused } from '../storage/database.js';
import { check, TypedForm, type Typed } from '../web/form.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, show, showAgain, showRefused, type GoTo, type View } from '../web/view.js';
import { ChangeTask } from './change-task.js';
import { CommentOnTask } from './comment-on-task.js';
import { seenBefore } from './task-moves.forms.js';
import { eventsSince, readTaskScene, type TaskPath, type TaskScene } from './task-scene.queries.js';
import { CommentForm } from './tasks.forms.js';
import { TaskPage } from './views/task-page.js';

const TASK = ':handover/tasks/:task';

/** A task, and what is done to it without a page of its own: starting it, and saying something about it. */
@Pages()
@Controller('bodies/:body/handovers')
export class TaskPages {
  constructor(
    private readonly database: Database,
    private readonly changeTask: ChangeTask,
    private readonly commentOnTask: CommentOnTask,
  ) {}

  @Get(TASK)
  @May('task.read')
  async read(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return show(<TaskPage page={page} viewer={viewer} {...await this.scene(viewer, path)} />);
  }

  @Post(`${TASK}/start`)
  @May('task.start')
  async start(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const { bodyId, personId } = viewer;
    const { version: expectedVersion, seq } = seenBefore(typed);
    const request = { bodyId, handoverId: path.handover, taskId: path.task, personId, expectedVersion };
    const result = await this.changeTask.execute(request, { move: 'start' });
    if (isRefused(result)) {
      const scene = await this.scene(viewer, path);
      const why = isStale(result) ? { since: eventsSince(scene, seq) } : { refusal: result.gates };
      return showRefused(<TaskPage page={page} viewer={viewer} {...scene} {...why} />);
    }
    answer(result);
    return done(paths.task(bodyId, path.handover, path.task), page.texts.tasks.moves.start.done);
  }

  /** A comment is right whatever has become of the task meanwhile. */
  @Post(`${TASK}/comments`)
  @May('task.comment')
  async comment(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const { bodyId, personId } = viewer;
    const { form, errors } = check(CommentForm, typed);
    if (errors !== null) {
      const scene = await this.scene(viewer, path);
      return showAgain(<TaskPage page={page} viewer={viewer} {...scene} typed={typed} errors={errors} />);
    }
    const request = { bodyId, handoverId: path.handover, taskId: path.task, personId, expectedVersion: null };
    const result = await this.commentOnTask.execute(request, form.text);
    if (isRefused(result)) {
      const scene = await this.scene(viewer, path);
      return showRefused(<TaskPage page={page} viewer={viewer} {...scene} typed={typed} refusal={result.gates} />);
    }
    answer(result);
    return done(paths.task(bodyId, path.handover, path.task), page.texts.tasks.page.commented);
  }

  private async scene(viewer: Viewer, path: TaskPath): Promise<TaskScene> {
    return answer(await readTaskScene(this.database, viewer, path, () => Promise.resolve({})));
  }
}
