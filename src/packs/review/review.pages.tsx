import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../../api/answer.js';
import { May } from '../../api/may.js';
import { isStale } from '../../people/stale-version.js';
import { Database, isRefused } from '../../storage/database.js';
import { check, TypedForm, type Typed } from '../../web/form.js';
import { versionTyped } from '../../web/outcome.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { done, GoTo, show, showAgain, showRefused, type View } from '../../web/view.js';
import { holdersOf } from '../../handovers/views/handover-page.js';
import { ChangeSection } from './change-section.js';
import { CommentOnSection } from './comment-on-section.js';
import { decisionOf, mentionsOf, PresentSectionForm, SectionCommentForm } from './review.forms.js';
import { readSectionScene, type SectionPath, type SectionScene } from './section-scene.queries.js';
import { DecisionSentPage } from './views/decision-sent-page.js';
import { PresentPage } from './views/present-page.js';
import { SectionPage } from './views/section-page.js';

const SECTION = ':handover/pack/sections/:section';

/** The review of a section of the pack: reading it, deciding on it, saying something about it, and sending it for review. */
@Pages()
@Controller('bodies/:body/handovers')
export class ReviewPages {
  constructor(
    private readonly database: Database,
    private readonly changeSection: ChangeSection,
    private readonly commentOnSection: CommentOnSection,
  ) {}

  @Get(SECTION)
  @May('section.read')
  async read(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: SectionPath): Promise<View> {
    return show(<SectionPage page={page} viewer={viewer} {...await this.scene(viewer, path)} />);
  }

  @Get(`${SECTION}/decision`)
  @May('section.read')
  async decided(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: SectionPath): Promise<View> {
    return show(<DecisionSentPage page={page} viewer={viewer} {...await this.scene(viewer, path)} />);
  }

  @Post(`${SECTION}/decision`)
  @May('section.decide')
  async decide(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: SectionPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const { form: command, errors } = decisionOf(typed);
    if (errors !== null) {
      const scene = await this.scene(viewer, path);
      return showAgain(<SectionPage page={page} viewer={viewer} {...scene} typed={typed} errors={errors} />);
    }
    const result = await this.changeSection.execute(requestOf(viewer, path, typed), command);
    if (isRefused(result)) {
      const scene = await this.scene(viewer, path);
      const why = isStale(result) ? { isStale: true } : { refusal: result.gates };
      return showRefused(<SectionPage page={page} viewer={viewer} {...scene} typed={typed} {...why} />);
    }
    answer(result);
    return done(paths.sectionDecision(viewer.bodyId, path.handover, path.section));
  }

  /** A comment is right whatever has become of the section meanwhile. */
  @Post(`${SECTION}/comments`)
  @May('section.comment')
  async comment(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: SectionPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const { bodyId, personId } = viewer;
    const { comment = '', answers = '' } = typed;
    const { form, errors } = check(SectionCommentForm, { text: comment, answers });
    if (errors !== null) {
      const { text, ...others } = errors;
      const wrong = { ...others, ...(text === undefined ? {} : { comment: text }) };
      const scene = await this.scene(viewer, path);
      return showAgain(<SectionPage page={page} viewer={viewer} {...scene} typed={typed} errors={wrong} />);
    }
    const key = { bodyId, handoverId: path.handover, sectionId: path.section, personId };
    const remark = { text: form.text, mentions: mentionsOf(typed), parentId: form.answers ?? null };
    const result = await this.commentOnSection.execute(key, remark);
    if (isRefused(result)) {
      const scene = await this.scene(viewer, path);
      return showRefused(<SectionPage page={page} viewer={viewer} {...scene} typed={typed} refusal={result.gates} />);
    }
    answer(result);
    return done(paths.section(bodyId, path.handover, path.section), page.texts.review.comments.done);
  }

  @Get(`${SECTION}/present`)
  @May('section.present')
  async showPresent(@Viewer() viewer: Viewer, @Page() page: Page, @Param() path: SectionPath): Promise<View> {
    return show(<PresentPage page={page} viewer={viewer} {...await this.scene(viewer, path)} />);
  }

  @Post(`${SECTION}/present`)
  @May('section.present')
  async present(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param() path: SectionPath,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const { form, errors } = check(PresentSectionForm, typed);
    if (errors !== null) {
      const scene = await this.scene(viewer, path);
      return showAgain(<PresentPage page={page} viewer={viewer} {...scene} typed={typed} errors={errors} />);
    }
    const { summary, needs = '' } = form;
    const move = typed.move === 'change' ? 'change' : 'present';
    const result = await this.changeSection.execute(requestOf(viewer, path, typed), { move, summary, needs });
    const scene = await this.scene(viewer, path);
    if (isRefused(result)) {
      const why = isStale(result) ? { isStale: true } : { refusal: result.gates };
      return showRefused(<PresentPage page={page} viewer={viewer} {...scene} typed={typed} {...why} />);
    }
    answer(result);
    const words = page.texts.review.present;
    const said = move === 'change' ? words.changed : words.done(holdersOf(page, scene.frame.incoming));
    return done(paths.section(viewer.bodyId, path.handover, path.section), said);
  }

  private async scene(viewer: Viewer, path: SectionPath): Promise<SectionScene> {
    return answer(await readSectionScene(this.database, viewer, path, viewer.now));
  }
}

function requestOf({ bodyId, personId }: Viewer, path: SectionPath, typed: Typed) {
  return {
    bodyId,
    handoverId: path.handover,
    sectionId: path.section,
    personId,
    expectedVersion: versionTyped(typed),
  };
}
