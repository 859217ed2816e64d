import { Controller, Get, Param, Post } from '@nestjs/common';
import { May } from '../api/may.js';
import { TypedForm, type Typed } from '../web/form.js';
import { Page, Pages, Viewer } from '../web/page.js';
import type { GoTo, View } from '../web/view.js';
import { MovePages } from './views/move-pages.js';
import type { TaskPath } from './task-scene.queries.js';

const TASK = ':handover/tasks/:task';

/** Sending a task for review and answering it, each on a page that says what will happen. */
@Pages()
@Controller('bodies/:body/handovers')
export class TaskReviewPages {
  constructor(private readonly pages: MovePages) {}

  @Get(`${TASK}/submit`)
  @May('task.submit')
  async showSubmit(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.pages.show(viewer, page, path, 'submit');
  }

  @Post(`${TASK}/submit`)
  @May('task.submit')
  async submit(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.pages.take(viewer, page, path, 'submit', typed);
  }

  @Get(`${TASK}/accept`)
  @May('task.accept')
  async showAccept(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.pages.show(viewer, page, path, 'accept');
  }

  @Post(`${TASK}/accept`)
  @May('task.accept')
  async accept(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.pages.take(viewer, page, path, 'accept', typed);
  }

  @Get(`${TASK}/return`)
  @May('task.return')
  async showReturn(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.pages.show(viewer, page, path, 'return');
  }

  @Post(`${TASK}/return`)
  @May('task.return')
  async return(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.pages.take(viewer, page, path, 'return', typed);
  }

  @Get(`${TASK}/reopen`)
  @May('task.reopen')
  async showReopen(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.pages.show(viewer, page, path, 'reopen');
  }

  @Post(`${TASK}/reopen`)
  @May('task.reopen')
  async reopen(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.pages.take(viewer, page, path, 'reopen', typed);
  }

  @Get(`${TASK}/waive`)
  @May('task.waive')
  async showWaive(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return this.pages.show(viewer, page, path, 'waive');
  }

  @Post(`${TASK}/waive`)
  @May('task.waive')
  async waive(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.pages.take(viewer, page, path, 'waive', typed);
  }
}
