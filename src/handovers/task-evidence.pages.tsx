import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { Database, isRefused } from '../storage/database.js';
import { check, TypedForm, type Typed } from '../web/form.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, GoTo, show, showAgain, showRefused, type View } from '../web/view.js';
import { AddEvidence } from './add-evidence.js';
import { RemoveEvidence } from './remove-evidence.js';
import { readTaskScene, type TaskPath, type TaskScene } from './task-scene.queries.js';
import { EvidenceForm } from './tasks.forms.js';
import { AddLinkPage } from './views/add-link-page.js';
import { RemovePiecePage } from './views/remove-piece-page.js';

const TASK = ':handover/tasks/:task';

/** Links as evidence, and taking evidence away. Both are right whatever has become of the task meanwhile. */
@Pages()
@Controller('bodies/:body/handovers')
export class TaskEvidencePages {
  constructor(
    private readonly database: Database,
    private readonly addEvidence: AddEvidence,
    private readonly removeEvidence: RemoveEvidence,
  ) {}

  @Get(`${TASK}/links/new`)
  @May('evidence.add')
  async newLink(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: TaskPath): Promise<View> {
    return show(<AddLinkPage page={page} viewer={viewer} {...await this.scene(viewer, path)} />);
  }

  @Post(`${TASK}/links/new`)
  @May('evidence.add')
  async addLink(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const common = { page, viewer, ...(await this.scene(viewer, path)), typed };
    const { form, errors } = check(EvidenceForm, typed);
    if (errors !== null) return showAgain(<AddLinkPage {...common} errors={errors} />);
    const { title, reference, language = null, marking } = form;
    const piece = { title, reference, language, ...(marking === undefined ? {} : { marking }) };
    const result = await this.addEvidence.execute(requestOf(viewer, path), piece);
    if (isRefused(result)) return showRefused(<AddLinkPage {...common} refusal={result.gates} />);
    answer(result);
    return done(taskAddress(viewer, path), page.texts.tasks.moves.addLink.done);
  }

  @Get(`${TASK}/evidence/:evidence/remove`)
  @May('evidence.remove')
  async askToRemove(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @Param('evidence') evidenceId: string,
  ): Promise<View | GoTo> {
    const scene = await this.scene(viewer, path);
    const piece = scene.task.pieces.find(({ id }) => id === evidenceId);
    if (piece === undefined) return isGone(viewer, page, path);
    return show(<RemovePiecePage page={page} viewer={viewer} {...scene} piece={piece} />);
  }

  @Post(`${TASK}/evidence/:evidence/remove`)
  @May('evidence.remove')
  async remove(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: TaskPath,
    @Param('evidence') evidenceId: string,
  ): Promise<View | GoTo> {
    const scene = await this.scene(viewer, path);
    const piece = scene.task.pieces.find(({ id }) => id === evidenceId);
    if (piece === undefined) return isGone(viewer, page, path);
    const result = await this.removeEvidence.execute(requestOf(viewer, path), evidenceId);
    if (isRefused(result)) {
      return showRefused(
        <RemovePiecePage page={page} viewer={viewer} {...scene} piece={piece} refusal={result.gates} />,
      );
    }
    return result === null
      ? isGone(viewer, page, path)
      : done(taskAddress(viewer, path), page.texts.tasks.moves.remove.done);
  }

  private async scene(viewer: Viewer, path: TaskPath): Promise<TaskScene> {
    return answer(await readTaskScene(this.database, viewer, path, () => Promise.resolve({})));
  }
}

function requestOf({ bodyId, personId }: Viewer, { handover, task }: TaskPath) {
  return { bodyId, handoverId: handover, taskId: task, personId, expectedVersion: null };
}

function taskAddress({ bodyId }: Viewer, { handover, task }: TaskPath): string {
  return paths.task(bodyId, handover, task);
}

/** Somebody else took it away first, or it never was there. */
function isGone(viewer: Viewer, page: Page, path: TaskPath): GoTo {
  return new GoTo(taskAddress(viewer, path), { kind: 'info', text: page.texts.tasks.moves.remove.gone });
}
