import type { ComponentChildren } from 'preact';
import type { UnmetGate } from '../../engine/decision.js';
import { BodyPage } from '../../web/components/body-page.js';
import { Form } from '../../web/components/form.js';
import { PageHead } from '../../web/components/page-head.js';
import { Refusals } from '../../web/components/refusals.js';
import { longDay } from '../../web/dates.js';
import { paths } from '../../web/paths.js';
import { meetingOf, newMeetingOf, templateOf, termOf, NEW_MEETING, type Question } from '../new-handover.forms.js';
import { meetingDays, spanOf, termName } from './new-handover-fields.js';
import type { NewHandoverProps } from './new-handover-props.js';
import { answersOf } from './new-handover-question.js';
import { addressOf } from './preview-address.js';

/** All answers, each with the way to change it, and the one button that makes the handover. */
export function NewHandoverCheck(props: NewHandoverProps & { readonly gates: readonly UnmetGate[] }) {
  const { page, viewer, offer, typed, gates } = props;
  const { make } = page.texts.handovers;
  const title = gates.length > 0 ? make.refused : make.questions.check;
  const from = termOf(offer.outgoing, typed.outgoingTermId);
  const to = termOf(offer.incoming, typed.incomingTermId);
  const template = templateOf(offer, typed);
  const day = (typed.handoverDate ?? '').trim();
  const row = { page, viewer, offer, typed };
  return (
    <BodyPage page={page} viewer={viewer} title={title} current="handovers" hasErrors={gates.length > 0}>
      <Refusals page={page} gates={gates} bodyId={viewer.bodyId} />
      <PageHead above={make.title} title={title} />
      <dl class="facts checked">
        <Row {...row} question="outgoing" name={make.rows.outgoing}>
          {from === undefined ? null : `${termName(page, from)}, ${spanOf(page, from)}`}
        </Row>
        <Row {...row} question="incoming" name={make.rows.incoming}>
          {to === undefined ? null : `${termName(page, to)}, ${spanOf(page, to)}`}
        </Row>
        <Row {...row} question={typed.meetingId === NEW_MEETING ? 'newMeeting' : 'meeting'} name={make.rows.meeting}>
          <Meeting {...row} />
        </Row>
        <Row {...row} question="day" name={make.rows.day}>
          {day === '' ? make.undated : longDay(page, day)}
        </Row>
        <Row {...row} question="template" name={make.rows.template}>
          {template === undefined ? null : (
            <>
              <bdi>{make.template(template.title, template.version)}</bdi>, {make.tasks(template.tasks)}
            </>
          )}
        </Row>
        <Row {...row} question="name" name={make.rows.name}>
          <bdi>{typed.title}</bdi> (<bdi>{typed.id}</bdi>)
        </Row>
      </dl>
      <Form page={page} action={addressOf(paths.newHandover(viewer.bodyId), answersOf(typed))} class="confirm">
        {Object.entries(answersOf(typed)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p class="lead">{make.whatHappens(template?.tasks ?? 0)}</p>
        <div class="buttons">
          <button class="main" type="submit">
            {make.make}
          </button>
        </div>
      </Form>
    </BodyPage>
  );
}

function Row({
  page,
  viewer,
  typed,
  question,
  name,
  children,
}: NewHandoverProps & {
  readonly question: Question;
  readonly name: string;
  readonly children: ComponentChildren;
}) {
  const address = addressOf(paths.newHandover(viewer.bodyId), { ...answersOf(typed), step: question });
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <span>{children}</span>
        <a href={address}>
          {page.texts.handovers.make.change}
          <span class="unseen">: {name}</span>
        </a>
      </dd>
    </>
  );
}

function Meeting({ page, offer, typed }: NewHandoverProps) {
  const { make } = page.texts.handovers;
  const meeting = typed.meetingId === NEW_MEETING ? newMeetingOf(typed) : meetingOf(offer, typed);
  if (meeting === undefined) return <>{make.noMeeting}</>;
  return (
    <>
      <bdi>{meeting.title}</bdi>
      {typed.meetingId === NEW_MEETING ? ` (${make.newMeeting})` : null}
      <br />
      {meetingDays(page, meeting)}
    </>
  );
}
