import { localDate } from '../../../engine/time/zones.js';
import { HandoverPage } from '../../../handovers/views/handover-page.js';
import { textIn } from '../../../handovers/views/task-link.js';
import { ErrorSummary } from '../../../web/components/error-summary.js';
import { Refusals } from '../../../web/components/refusals.js';
import { SectionTag } from '../../../web/components/section-tag.js';
import { longDay } from '../../../web/dates.js';
import { isolated } from '../../../web/gate-words.js';
import { mayDecide } from '../section-offers.js';
import { KeptWords, lostWords } from './kept-words.js';
import { ChangesOfSection } from './section-changes.js';
import { SectionComments } from './section-comments.js';
import { SectionDecision } from './section-decision.js';
import { PreviousAndNext, SectionList } from './section-list.js';
import { SectionDocuments } from './section-documents.js';
import type { SectionPageProps } from './section-view.js';
import { StaleSection } from './stale-section.js';

/** A section of the pack under review: all sections on one side, what is reviewed in the middle, the decision on the other. */
export function SectionPage(props: SectionPageProps) {
  const { page, viewer, frame, section, errors = {}, refusal = [], isStale = false } = props;
  const words = page.texts.review;
  const title = textIn(page, section.title);
  const lost = lostWords(props);
  return (
    <HandoverPage
      page={page}
      viewer={viewer}
      frame={frame}
      title={title.text}
      current="pack"
      hasErrors={Object.keys(errors).length > 0}
    >
      <ErrorSummary page={page} errors={errors} labels={words.fields} />
      {isStale ? <StaleSection {...props} lost={lost} /> : null}
      <Refusals page={page} gates={refusal} bodyId={viewer.bodyId} handoverId={frame.id} />
      {isStale ? null : <KeptWords page={page} lost={lost} />}
      <div class="review">
        <SectionList {...props} />
        <article class="sheet review-sheet">
          <header class="review-head">
            <p class="above">{words.sectionOf(section.number, props.sections.length)}</p>
            <h1 lang={title.lang}>
              <bdi>{title.text}</bdi>
            </h1>
            <p class="quiet">{standingLine(props)}</p>
            <SectionTag page={page} state={section.state} />
            {mayDecide(props.before) ? (
              <p class="to-decision">
                <a href="#decision">{words.toDecision}</a>
              </p>
            ) : null}
          </header>
          <ChangesOfSection {...props} />
          <section aria-labelledby="summary-title">
            <h2 id="summary-title">{words.summary}</h2>
            {section.summary === '' ? (
              <p class="quiet">{words.noSummary}</p>
            ) : (
              <p class="written" dir="auto">
                {section.summary}
              </p>
            )}
          </section>
          <Needs {...props} />
          <SectionDocuments {...props} />
          <SectionComments {...props} />
          <PreviousAndNext {...props} />
        </article>
        <SectionDecision {...props} />
      </div>
    </HandoverPage>
  );
}

/** Which version it is, and who sent it for review. */
function standingLine({ page, viewer, section, history }: SectionPageProps): string {
  const words = page.texts.review;
  const { presentedBy, presentedAt } = history;
  const version = words.version(section.version);
  if (presentedBy === null || presentedAt === null || section.state === 'drafting') return version;
  const day = longDay(page, localDate(presentedAt, viewer.zone));
  return `${version} · ${words.presented(isolated(page, presentedBy), day)}`;
}

/** One thing on each line that was written. */
function Needs({ page, section }: SectionPageProps) {
  const words = page.texts.review;
  const lines = section.needs.split('\n').filter((line) => line.trim() !== '');
  return (
    <section aria-labelledby="needs-title">
      <h2 id="needs-title">{words.needs}</h2>
      {lines.length === 0 ? <p class="quiet">{words.noNeeds}</p> : null}
      {lines.length === 0 ? null : (
        <ol class="needs">
          {lines.map((line, index) => (
            <li key={index}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
