import { HandoverPage, holdersOf } from '../../../handovers/views/handover-page.js';
import { textIn } from '../../../handovers/views/task-link.js';
import { ErrorSummary } from '../../../web/components/error-summary.js';
import { TextArea } from '../../../web/components/field.js';
import { Form } from '../../../web/components/form.js';
import { PageHead } from '../../../web/components/page-head.js';
import { Refusals } from '../../../web/components/refusals.js';
import { longDay } from '../../../web/dates.js';
import { paths } from '../../../web/paths.js';
import { gatesAgainst } from '../section-offers.js';
import { KeptWords, writtenOf } from './kept-words.js';
import type { SectionPageProps } from './section-view.js';
import { StaleSection } from './stale-section.js';

/** Sending a section for review with its summary, or taking it back to write the summary anew. */
export function PresentPage(props: SectionPageProps) {
  const { page, viewer, frame, section, before, tasks, errors = {}, refusal = [], isStale = false } = props;
  const words = page.texts.review.present;
  const isToSend = section.state === 'drafting' || section.state === 'returned';
  const name = textIn(page, section.title).text;
  const title = isToSend ? words.title(name) : words.changeTitle(name);
  const against = gatesAgainst(before, isToSend ? 'present' : 'change', viewer.now);
  const lost = against.length > 0 ? writtenOf([props.typed?.summary, props.typed?.needs]) : [];
  const gates = refusal.length > 0 ? refusal : against;
  const titles = new Map(tasks.map((task) => [task.id, task.title]));
  return (
    <HandoverPage
      page={page}
      viewer={viewer}
      frame={frame}
      title={title}
      current="pack"
      hasErrors={Object.keys(errors).length > 0}
    >
      <ErrorSummary page={page} errors={errors} labels={page.texts.review.fields} />
      {isStale ? <StaleSection {...props} lost={lost} /> : null}
      <Refusals page={page} gates={gates} bodyId={viewer.bodyId} handoverId={frame.id} titles={titles} />
      {isStale ? null : <KeptWords page={page} lost={lost} />}
      <PageHead above={page.texts.review.sectionOf(section.number, props.sections.length)} title={title} />
      {against.length > 0 ? null : <PresentForm {...props} isToSend={isToSend} />}
      <p class="present-back">
        <a href={paths.section(viewer.bodyId, frame.id, section.id)}>{words.back}</a>
      </p>
    </HandoverPage>
  );
}

function PresentForm(props: SectionPageProps & { readonly isToSend: boolean }) {
  const { page, viewer, frame, section, before, errors = {}, isToSend } = props;
  const { fields, present: words } = page.texts.review;
  const typed = props.typed ?? { summary: section.summary, needs: section.needs };
  const common = { page, typed, errors };
  return (
    <Form page={page} action={paths.presentSection(viewer.bodyId, frame.id, section.id)} version={before.version}>
      {isToSend ? <PresentFacts {...props} /> : null}
      {isToSend ? null : <input type="hidden" name="move" value="change" />}
      <TextArea {...common} name="summary" label={fields.summary} hint={words.summaryHint} rows={6} />
      <TextArea {...common} name="needs" label={fields.needs} hint={words.needsHint} rows={5} />
      <p class="after-field quiet">{isToSend ? words.afterwards : page.texts.review.standing.changeHint}</p>
      <p class="buttons">
        <button class="main" type="submit">
          {isToSend ? words.button : words.changeButton}
        </button>
      </p>
    </Form>
  );
}

/** What goes, to whom, and by when they decide. */
function PresentFacts({ page, frame, before, tasks }: SectionPageProps) {
  const { present: words } = page.texts.review;
  const pieces = tasks.reduce((sum, { documents, links }) => sum + documents.length + links.length, 0);
  return (
    <dl class="facts move-facts present-facts">
      <dt>{words.sends}</dt>
      <dd>{words.holds(pieces, tasks.length)}</dd>
      <dt>{words.goes}</dt>
      <dd>
        <p>{holdersOf(page, frame.incoming)}</p>
        <p>{words.until(longDay(page, before.facts.reviewDueOn), before.reviewDays)}</p>
        <p class="quiet">{words.silence[before.silence]}</p>
      </dd>
    </dl>
  );
}
