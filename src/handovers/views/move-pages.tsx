import { Injectable } from '@nestjs/common';
import { answer } from '../../api/answer.js';
import { isStale } from '../../people/stale-version.js';
import { Database, isRefused } from '../../storage/database.js';
import type { Typed } from '../../web/form.js';
import type { Page, Viewer } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { done, show, showAgain, showRefused, type GoTo, type View } from '../../web/view.js';
import { ChangeTask } from '../change-task.js';
import { offerOf } from '../task-actions.js';
import { commandOf, seenBefore, type PageMove } from '../task-moves.forms.js';
import { listColleagues, type Colleague } from '../task-page.queries.js';
import { eventsSince, readTaskScene, type TaskPath, type TaskScene } from '../task-scene.queries.js';
import { MovePage } from './move-page.js';
import { moveWords } from './move-words.js';

type Scene = TaskScene & { readonly colleagues: readonly Colleague[] };

/** What the pages of all moves have in common: the question, and what becomes of the answer. */
@Injectable()
export class MovePages {
  constructor(
    private readonly database: Database,
    private readonly changeTask: ChangeTask,
  ) {}

  async show(viewer: Viewer, page: Page, path: TaskPath, move: PageMove): Promise<View> {
    const scene = await this.scene(viewer, path);
    return show(<MovePage page={page} viewer={viewer} {...scene} move={move} />);
  }

  /** Makes the move; where it cannot be made, shows the page again with what was typed and everything that is new. */
  async take(viewer: Viewer, page: Page, path: TaskPath, move: PageMove, typed: Typed): Promise<View | GoTo> {
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
