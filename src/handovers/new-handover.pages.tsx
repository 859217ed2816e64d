import { Controller, Get, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { Database, isRefused } from '../storage/database.js';
import { TypedForm, TypedQuery, type FieldErrors, type Typed } from '../web/form.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, show, showAgain, View, type GoTo } from '../web/view.js';
import { CreateHandover } from './create-handover.js';
import { firstOpen, problemsOf, QUESTIONS, questionsFor, wantedBy, type Question } from './new-handover.forms.js';
import { findOffer, type Offer } from './new-handover.queries.js';
import { NewHandoverCheck } from './views/new-handover-check.js';
import { NewHandoverQuestion } from './views/new-handover-question.js';

/** A new handover, one question at a time: the answers travel in the address, and nothing is written before the last page. */
@Pages()
@Controller('bodies/:body/handovers/new')
export class NewHandoverPages {
  constructor(
    private readonly database: Database,
    private readonly createHandover: CreateHandover,
  ) {}

  /** @param typed the answers so far; `answered` is the question just answered, `step` one to be asked again. */
  @Get()
  @May('handover.create')
  async ask(@Viewer() viewer: Viewer, @Page() page: Page, @TypedQuery() typed: Typed): Promise<View> {
    const offer = await this.offer(viewer);
    const props = { page, viewer, offer, typed };
    const answered = questionOf(typed.answered, typed);
    if (answered !== null) {
      const errors = problemsOf(answered, typed, offer);
      if (Object.keys(errors).length > 0) {
        return showAgain(<NewHandoverQuestion {...props} question={answered} errors={errors} />);
      }
    }
    const asked = (answered === null ? questionOf(typed.step, typed) : null) ?? firstOpen(typed, offer);
    if (asked !== null) return show(<NewHandoverQuestion {...props} question={asked} errors={{}} />);
    return show(<NewHandoverCheck {...props} gates={[]} />);
  }

  @Post()
  @May('handover.create')
  async make(@Viewer() viewer: Viewer, @Page() page: Page, @TypedForm() typed: Typed): Promise<View | GoTo> {
    const offer = await this.offer(viewer);
    const props = { page, viewer, offer, typed };
    const open = firstOpen(typed, offer);
    if (open !== null) {
      const errors: FieldErrors = problemsOf(open, typed, offer);
      return showAgain(<NewHandoverQuestion {...props} question={open} errors={errors} />);
    }
    const result = await this.createHandover.execute(viewer.bodyId, viewer.personId, wantedBy(typed, offer));
    if (isRefused(result)) return new View(<NewHandoverCheck {...props} gates={result.gates} />, 409);
    const { id } = answer(result);
    return done(paths.handover(viewer.bodyId, id), page.texts.handovers.make.made);
  }

  private async offer({ bodyId }: Viewer): Promise<Offer> {
    return answer(await this.database.read(bodyId, (em) => findOffer(em, bodyId)));
  }
}

function questionOf(name: string | undefined, typed: Typed): Question | null {
  const question = QUESTIONS.find((each) => each === name);
  return question !== undefined && questionsFor(typed).includes(question) ? question : null;
}
