import { BodyPage } from '../../web/components/body-page.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { PageHead } from '../../web/components/page-head.js';
import type { Typed } from '../../web/form.js';
import { paths } from '../../web/paths.js';
import { questionsFor, type Question } from '../new-handover.forms.js';
import { labelsOf, NewHandoverFields } from './new-handover-fields.js';
import type { NewHandoverQuestionProps } from './new-handover-props.js';
import { addressOf } from './preview-address.js';

/** The fields that answer each question; all others are carried along unseen. */
const FIELDS: Readonly<Record<Question, readonly string[]>> = {
  outgoing: ['outgoingTermId'],
  incoming: ['incomingTermId'],
  meeting: ['meetingId'],
  newMeeting: ['meetingTitle', 'meetingType', 'place', 'startsOn', 'endsOn'],
  day: ['handoverDate'],
  template: ['template'],
  name: ['title', 'id'],
};

/** One question of those that a new handover takes. */
export function NewHandoverQuestion(props: NewHandoverQuestionProps) {
  const { page, viewer, typed, question, errors } = props;
  const { make } = page.texts.handovers;
  const asked = questionsFor(typed);
  const title = make.questions[question];
  const missing = nothingToChoose(props);
  return (
    <BodyPage page={page} viewer={viewer} title={title} current="handovers" hasErrors={Object.keys(errors).length > 0}>
      <p class="back">
        <a href={backFrom(props)}>{page.texts.layout.back}</a>
      </p>
      <ErrorSummary page={page} errors={errors} labels={labelsOf(page)} />
      <PageHead above={`${make.title} · ${make.step(asked.indexOf(question) + 1, asked.length)}`} title={title} />
      {missing !== null ? (
        <p class="lead">
          {make.noTerm[missing]} <a href={paths.rotation(viewer.bodyId)}>{make.toRotation}</a>
        </p>
      ) : (
        <>
          <p class="lead">{make.hints[question]}</p>
          <form method="get" action={paths.newHandover(viewer.bodyId)} class="question" noValidate>
            <input type="hidden" name="answered" value={question} />
            {Object.entries(answersOf(typed))
              .filter(([name]) => !FIELDS[question].includes(name))
              .map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
            <NewHandoverFields {...props} />
            <div class="buttons">
              <button class="main" type="submit">
                {make.next}
              </button>
            </div>
          </form>
          <p class="quiet confirm">{make.nothingYet}</p>
        </>
      )}
    </BodyPage>
  );
}

/** The answers without what only steers through the questions. */
export function answersOf(typed: Typed): Typed {
  const known = new Set(Object.values(FIELDS).flat());
  return Object.fromEntries(Object.entries(typed).filter(([name]) => known.has(name)));
}

/** The question before this one, else the list of handovers. */
function backFrom({ viewer, typed, question }: NewHandoverQuestionProps): string {
  const asked = questionsFor(typed);
  const before = asked[asked.indexOf(question) - 1];
  if (before === undefined) return paths.handovers(viewer.bodyId);
  return addressOf(paths.newHandover(viewer.bodyId), { ...answersOf(typed), step: before });
}

/** What there is none of to choose from; null where there is something. */
function nothingToChoose({
  question,
  offer,
  typed,
}: NewHandoverQuestionProps): 'outgoing' | 'incoming' | 'template' | null {
  if (question === 'outgoing') return offer.outgoing.length === 0 ? question : null;
  if (question === 'incoming') return offer.incoming.some(({ id }) => id !== typed.outgoingTermId) ? null : question;
  return question === 'template' && offer.templates.length === 0 ? question : null;
}
