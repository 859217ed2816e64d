import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { Database } from '../storage/database.js';
import { check, TypedForm, type Typed } from '../web/form.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, GoTo, show, showAgain, type View } from '../web/view.js';
import { findSectionScene, type SectionScene } from './section-scene.queries.js';
import { SubmitSection, type SeenTask } from './submit-section.js';
import { readHandover } from './read-handover.js';
import { NoteForm } from './tasks.forms.js';
import { SectionReviewPage, TASK_FIELD } from './views/section-review-page.js';

interface SectionPath {
  readonly handover: string;
  readonly section: string;
}

/** Sending what is ready in a section for review, all at once. */
@Pages()
@Controller('bodies/:body/handovers')
export class SectionReviewPages {
  constructor(
    private readonly database: Database,
    private readonly submitSection: SubmitSection,
  ) {}

  @Get(':handover/sections/:section/submit')
  @May('task.submit')
  async show(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: SectionPath): Promise<View> {
    return show(<SectionReviewPage page={page} viewer={viewer} {...await this.scene(viewer, path)} />);
  }

  @Post(':handover/sections/:section/submit')
  @May('task.submit')
  async submit(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: SectionPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const scene = await this.scene(viewer, path);
    const { form, errors } = check(NoteForm, typed);
    if (errors !== null) {
      return showAgain(<SectionReviewPage page={page} viewer={viewer} {...scene} typed={typed} errors={errors} />);
    }
    const { bodyId, personId } = viewer;
    const request = { bodyId, handoverId: path.handover, personId };
    const { sent, left } = await this.submitSection.execute(request, chosenTasks(scene, typed), form.note);
    const words = page.texts.tasks.moves.section;
    if (sent.length === 0) {
      const again = paths.submitSection(bodyId, path.handover, path.section);
      return new GoTo(again, { kind: 'info', text: words.doneNone });
    }
    const said = left.length === 0 ? words.done(sent.length) : words.doneSome(sent.length, left.length);
    return done(`${paths.tasks(bodyId, path.handover)}?show=submitted`, said);
  }

  private async scene(viewer: Viewer, { handover, section }: SectionPath): Promise<SectionScene> {
    const { bodyId, personId } = viewer;
    return answer(
      await readHandover(this.database, viewer, handover, (em) =>
        findSectionScene(em, { bodyId, handoverId: handover, personId }, section),
      ),
    );
  }
}

/** The tasks of the section that were ticked, with the version that was read of each. */
function chosenTasks({ tasks }: SectionScene, typed: Typed): SeenTask[] {
  return tasks.flatMap(({ task: { id } }) => {
    const version = typed[`${TASK_FIELD}${id}`] ?? '';
    return /^\d{1,9}$/.test(version) ? [{ taskId: id, version: Number(version) }] : [];
  });
}
