import { Controller, Get, Param, Post } from '@nestjs/common';
import { May } from '../api/may.js';
import { TypedForm, type Typed } from '../web/form.js';
import { Page, Pages, Viewer } from '../web/page.js';
import type { GoTo, View } from '../web/view.js';
import { MovePages } from './views/move-pages.js';
import type { TaskPath } from './task-scene.queries.js';

const TASK = ':handover/tasks/:task';

/** Moves that change who does a task and by when, each on a page that says what will happen. */
@Pages()
@Controller('bodies/:body/handovers')
export class TaskMovesPages {
  constructor(private readonly pages: MovePages) {}

  @Get(`${TASK}/commit`)
  @May('task.commit')
  async showCommit(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.pages.show(viewer, page, path, 'commit');
  }

  @Post(`${TASK}/commit`)
  @May('task.commit')
  async commit(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.pages.take(viewer, page, path, 'commit', typed);
  }

  @Get(`${TASK}/reassign`)
  @May('task.reassign')
  async showReassign(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.pages.show(viewer, page, path, 'reassign');
  }

  @Post(`${TASK}/reassign`)
  @May('task.reassign')
  async reassign(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.pages.take(viewer, page, path, 'reassign', typed);
  }

  @Get(`${TASK}/pin`)
  @May('task.pin')
  async showPin(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.pages.show(viewer, page, path, 'pin');
  }

  @Post(`${TASK}/pin`)
  @May('task.pin')
  async pin(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.pages.take(viewer, page, path, 'pin', typed);
  }

  @Get(`${TASK}/unpin`)
  @May('task.pin')
  async showUnpin(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.pages.show(viewer, page, path, 'unpin');
  }

  @Post(`${TASK}/unpin`)
  @May('task.pin')
  async unpin(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.pages.take(viewer, page, path, 'unpin', typed);
  }
}
