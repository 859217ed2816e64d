import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { answer } from '../../api/answer.js';
import { Caller } from '../../api/caller.js';
import { Described } from '../../api/described.js';
import { IfMatch } from '../../api/if-match.js';
import { HttpProblem } from '../../api/problem.js';
import { May } from '../../api/may.js';
import { BODY_PATH } from '../../api/paths.js';
import { ReceiptView } from '../../api/receipt.js';
import { ApiTags } from '../../api/swagger.js';
import type { SectionCommand } from '../../engine/handovers/section.js';
import { NoteForm } from '../../handovers/tasks.forms.js';
import { ReasonForm } from '../../handovers/handovers.forms.js';
import { Database } from '../../storage/database.js';
import type { SectionOfPack } from '../content/pack.queries.js';
import { ChangeSection, type SectionReceipt } from './change-section.js';
import { CommentOnSection, type CommentReceipt } from './comment-on-section.js';
import { PresentSectionForm, ReservationForm, SectionCommentForm } from './review.forms.js';
import { readSectionScene, type SectionComment, type SectionPath, type SectionScene } from './section-scene.queries.js';

const SECTION = ':handover/sections/:section';

/** What there is to decide on in a section, and what differs from what was accepted last. */
type SectionContents = Pick<SectionScene['before'], 'content'> & Pick<SectionScene, 'changes'> & { sha256: string };

/** The review of the pack: every move of a section is a POST with the version that was read in `If-Match`. */
@ApiTags('Review')
@Controller(`${BODY_PATH}/handovers`)
export class ReviewApi {
  constructor(
    private readonly database: Database,
    private readonly changeSection: ChangeSection,
    private readonly commentOnSection: CommentOnSection,
  ) {}

  @Get(SECTION)
  @May('section.read')
  @Described('Read how far the review of a section of the pack has come', 'json')
  async read(@Caller() caller: Caller, @Param() path: SectionPath): Promise<SectionOfPack> {
    return (await this.scene(caller, path)).section;
  }

  @Get(`${SECTION}/content`)
  @May('section.read')
  @Described(
    'Read what is decided on with a section',
    'json',
    'Its summary, tasks and documents with their digests, and what differs from what was accepted last; null where nothing was.',
  )
  async content(@Caller() caller: Caller, @Param() path: SectionPath): Promise<SectionContents> {
    const { before, changes } = await this.scene(caller, path);
    return { content: before.content, sha256: before.facts.content, changes };
  }

  @Get(`${SECTION}/comments`)
  @May('section.read')
  @Described('Read what was said about a section, oldest first', 'json')
  async comments(@Caller() caller: Caller, @Param() path: SectionPath): Promise<readonly SectionComment[]> {
    return (await this.scene(caller, path)).comments;
  }

  @Post(`${SECTION}/present`)
  @HttpCode(200)
  @May('section.present')
  @Described('Send a section to the incoming chair for review, with its summary', ReceiptView)
  async present(
    @Caller() caller: Caller,
    @Param() path: SectionPath,
    @IfMatch() version: number,
    @Body() { summary, needs = '' }: PresentSectionForm,
  ): Promise<SectionReceipt> {
    return this.move(caller, path, version, { move: 'present', summary, needs });
  }

  @Post(`${SECTION}/change`)
  @HttpCode(200)
  @May('section.present')
  @Described('Take a section back to change its summary; it has to be reviewed again', ReceiptView)
  async change(
    @Caller() caller: Caller,
    @Param() path: SectionPath,
    @IfMatch() version: number,
    @Body() { summary, needs = '' }: PresentSectionForm,
  ): Promise<SectionReceipt> {
    return this.move(caller, path, version, { move: 'change', summary, needs });
  }

  @Post(`${SECTION}/accept`)
  @HttpCode(200)
  @May('section.decide')
  @Described('Accept a section for the incoming chair', ReceiptView)
  async accept(
    @Caller() caller: Caller,
    @Param() path: SectionPath,
    @IfMatch() version: number,
    @Body() { note }: NoteForm,
  ): Promise<SectionReceipt> {
    return this.move(caller, path, version, { move: 'accept', ...(note === undefined ? {} : { note }) });
  }

  @Post(`${SECTION}/reserve`)
  @HttpCode(200)
  @May('section.decide')
  @Described(
    'Accept a section with a reservation; a lead of the incoming chair does',
    ReceiptView,
    'With `followUp` a task of the section follows from it: a commitment of the incoming chair, or an open task of the outgoing one.',
  )
  async reserve(
    @Caller() caller: Caller,
    @Param() path: SectionPath,
    @IfMatch() version: number,
    @Body() form: ReservationForm,
  ): Promise<SectionReceipt> {
    return this.move(caller, path, version, reservationOf(form));
  }

  @Post(`${SECTION}/return`)
  @HttpCode(200)
  @May('section.decide')
  @Described('Return a section to be changed, with the reason', ReceiptView)
  async return(
    @Caller() caller: Caller,
    @Param() path: SectionPath,
    @IfMatch() version: number,
    @Body() { reason }: ReasonForm,
  ): Promise<SectionReceipt> {
    return this.move(caller, path, version, { move: 'return', reason });
  }

  @Post(`${SECTION}/comments`)
  @May('section.comment')
  @Described('Say something about a section; whoever is mentioned or answered is told', 'json')
  async comment(
    @Caller() { bodyId, personId }: Caller,
    @Param() { handover: handoverId, section: sectionId }: SectionPath,
    @Body() { text, mentions = [], answers }: SectionCommentForm,
  ): Promise<CommentReceipt> {
    const remark = { text, mentions, parentId: answers ?? null };
    return answer(await this.commentOnSection.execute({ bodyId, handoverId, sectionId, personId }, remark));
  }

  private async scene(caller: Caller, path: SectionPath): Promise<SectionScene> {
    return answer(await readSectionScene(this.database, caller, path));
  }

  private async move(
    { bodyId, personId }: Caller,
    { handover: handoverId, section: sectionId }: SectionPath,
    expectedVersion: number,
    command: SectionCommand,
  ): Promise<SectionReceipt> {
    const request = { bodyId, handoverId, sectionId, personId, expectedVersion };
    return answer(await this.changeSection.execute(request, command));
  }
}

/** A task that follows has a side and a day: one without the other is no task. */
function reservationOf({ reservation, followUp: owner, dueOn }: ReservationForm): SectionCommand {
  const move = 'accept_with_reservation';
  if (owner === undefined && dueOn === undefined) return { move, reservation };
  if (owner !== undefined && dueOn !== undefined) return { move, reservation, followUp: { owner, dueOn } };
  const field = owner === undefined ? 'followUp' : 'dueOn';
  throw new HttpProblem('input.refused', { errors: [{ field, reason: 'is needed with the other of the two' }] });
}
