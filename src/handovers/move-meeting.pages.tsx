import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { listActivity, type ActivityLine } from '../audit/account.queries.js';
import type { PlanChange } from '../engine/plan/re-planning.js';
import { Database, isRefused } from '../storage/database.js';
import { check, TypedForm, TypedQuery, type FieldErrors, type Typed } from '../web/form.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, show, showAgain, View, type GoTo } from '../web/view.js';
import { ApplyPlan } from './apply-plan.js';
import { findFrame } from './handover-frame.queries.js';
import { causeOf, changesOf, ReasonAndToken, type AskedChanges } from './move.forms.js';
import { findMoved, listPeople, titlesOf } from './move.queries.js';
import { listPageTasks, listSections } from './page-tasks.queries.js';
import { PreviewPlan, type PlanPreview } from './preview-plan.js';
import { toldBy, wholeNumber } from './previewed.js';
import { readHandover } from './read-handover.js';
import { CandidatesPage } from './views/candidates-page.js';
import type { MoveProps } from './views/change-words.js';
import { ChooseMovePage, isOfMeeting } from './views/choose-move-page.js';
import { MoveRefusedPage } from './views/move-refused-page.js';
import { addressOf } from './views/preview-address.js';
import { PreviewPage } from './views/preview-page.js';

/** Entries of the account that are told to somebody whose preview was no longer so. */
const MOST_TOLD = 10;

/** Moving what dates hang on: choosing, seeing everything that would change, and doing just that. */
@Pages()
@Controller('bodies/:body/handovers/:handover/move')
export class MoveMeetingPages {
  constructor(
    private readonly database: Database,
    private readonly previewPlan: PreviewPlan,
    private readonly applyPlan: ApplyPlan,
  ) {}

  @Get()
  @May('plan.preview')
  async choose(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @TypedQuery() typed: Typed,
  ): Promise<View> {
    const props = await this.about(viewer, page, handoverId);
    return show(this.choice(props, typed, {}));
  }

  /** The address asks for the change, so that a preview can be kept, sent, and read in another language. */
  @Get('preview')
  @May('plan.preview')
  async preview(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @TypedQuery() typed: Typed,
  ): Promise<View> {
    const props = await this.about(viewer, page, handoverId);
    const { changes, errors } = changesFor(props, typed);
    if (changes === null) return showAgain(this.choice(props, typed, errors));
    if (tooLateFor(props, typed) !== null) return show(this.choice(props, typed, {}));
    const previews: PlanPreview[] = [];
    for (const change of changes) {
      const found = await this.previewPlan.execute(viewer.bodyId, change);
      if (isRefused(found)) return new View(<MoveRefusedPage {...props} gates={found.gates} />, 409);
      previews.push(answer(found));
    }
    const [only, ...others] = previews;
    if (only !== undefined && others.length === 0) return show(await this.shown(props, only));
    const back = addressOf(paths.moveMeeting(viewer.bodyId, handoverId), typed);
    return show(<CandidatesPage {...props} previews={previews} back={back} />);
  }

  @Post()
  @May('plan.apply')
  async apply(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') handoverId: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const props = await this.about(viewer, page, handoverId);
    const { changes, errors } = changesFor(props, typed);
    const change = changes?.[0];
    if (change === undefined) return showAgain(this.choice(props, typed, errors ?? {}));
    if (tooLateFor(props, typed) !== null) return new View(this.choice(props, typed, {}), 409);
    const { form, errors: missing } = check(ReasonAndToken, typed);
    if (form === null) return this.previewAgain(props, change, typed, missing);
    const { token, reason } = form;
    const result = await this.applyPlan.execute(viewer.bodyId, viewer.personId, change, token, reason);
    if (result !== null && 'preview' in result) return this.stale(props, result.preview, typed);
    if (isRefused(result)) return new View(<MoveRefusedPage {...props} gates={result.gates} />, 409);
    const { handovers } = answer(result);
    const own = handovers.find((one) => one.handoverId === handoverId);
    const moved = handovers.reduce((sum, one) => sum + one.moved, 0);
    // Whom the preview named: its token holds, so it is still so.
    const told = wholeNumber(typed.told);
    const address =
      own === undefined
        ? paths.plan(viewer.bodyId, handoverId)
        : paths.planRevision(viewer.bodyId, handoverId, own.revision);
    return done(address, page.texts.move.done(moved, told));
  }

  private async about(viewer: Viewer, page: Page, handoverId: string): Promise<MoveProps> {
    const { bodyId, personId } = viewer;
    const found = answer(
      await readHandover(this.database, viewer, handoverId, async (em) => {
        const frame = await findFrame(em, bodyId, handoverId, personId);
        const about = await findMoved(em, bodyId, handoverId);
        return frame === null || about === null ? null : { frame, about };
      }),
    );
    return { page, viewer, ...found };
  }

  private choice(props: MoveProps, typed: Typed, errors: FieldErrors) {
    const tooLate = tooLateFor(props, typed);
    return <ChooseMovePage {...props} cause={causeFor(props, typed)} typed={typed} errors={errors} tooLate={tooLate} />;
  }

  /** A preview with what it names: tasks, sections, people, the other handovers. */
  private async shown(
    props: MoveProps,
    preview: PlanPreview,
    more: { readonly typed?: Typed; readonly errors?: FieldErrors; readonly since?: readonly ActivityLine[] } = {},
  ) {
    const { viewer, frame } = props;
    const { bodyId } = viewer;
    const named = await this.database.read(bodyId, async (em) => ({
      tasks: await listPageTasks(em, bodyId, frame.id),
      sections: await listSections(em, bodyId, frame.id),
      people: await listPeople(em, bodyId, toldBy(preview, viewer.personId)),
      titles: await titlesOf(
        em,
        bodyId,
        preview.handovers.map(({ handoverId }) => handoverId),
      ),
    }));
    return <PreviewPage {...props} {...named} {...more} preview={preview} />;
  }

  /** Nobody said why: the same preview, made anew, with what was typed. */
  private async previewAgain(props: MoveProps, change: PlanChange, typed: Typed, errors: FieldErrors): Promise<View> {
    const found = await this.previewPlan.execute(props.viewer.bodyId, change);
    if (isRefused(found)) return new View(<MoveRefusedPage {...props} gates={found.gates} />, 409);
    return showAgain(await this.shown(props, answer(found), { typed, errors }));
  }

  /** What was shown is no longer so: what is so now, and who changed it since. Nothing was moved. */
  private async stale(props: MoveProps, preview: PlanPreview, typed: Typed): Promise<View> {
    const { viewer, frame } = props;
    const seen = Number(typed.seen);
    const newest = await this.database.read(viewer.bodyId, (em) =>
      listActivity(em, viewer.bodyId, frame.id, {}, MOST_TOLD),
    );
    const since = newest.filter(({ seq }) => seq > seen);
    return new View(await this.shown(props, preview, { typed, since }), 409);
  }
}

function causeFor({ frame }: MoveProps, typed: Typed) {
  const cause = causeOf(typed);
  return frame.meeting === null && isOfMeeting(cause) ? 'effect_date' : cause;
}

function changesFor(props: MoveProps, typed: Typed): AskedChanges {
  const { frame, about } = props;
  return changesOf(causeFor(props, typed), typed, {
    handoverId: frame.id,
    meetingId: frame.meeting?.id ?? null,
    today: frame.today,
    calendarIds: Object.values(about.calendars),
  });
}

/** Why nothing can be moved any more, in words; null while it can. */
function tooLateFor(props: MoveProps, typed: Typed): string | null {
  const { page, frame } = props;
  const { tooLate } = page.texts.move;
  const cause = causeFor(props, typed);
  if (frame.state === 'closed' || frame.state === 'cancelled') return tooLate[frame.state];
  const movesAnchor = isOfMeeting(cause) || cause === 'effect_date';
  return frame.state === 'effected' && movesAnchor ? tooLate.effected : null;
}
