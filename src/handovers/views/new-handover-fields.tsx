import { SelectField, TextField } from '../../web/components/field.js';
import { RadioField } from '../../web/components/radio-field.js';
import { dayRange, longDay } from '../../web/dates.js';
import type { Typed } from '../../web/form.js';
import { memberName } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { MEETING_TYPES } from '../handovers.entity.js';
import { lastDayOf, NEW_MEETING, NO_MEETING, templateValue, termOf } from '../new-handover.forms.js';
import type { OfferedMeeting, OfferedTerm } from '../new-handover.queries.js';
import type { NewHandoverQuestionProps } from './new-handover-props.js';

/** The fields of one question. */
export function NewHandoverFields(props: NewHandoverQuestionProps) {
  switch (props.question) {
    case 'outgoing':
      return <TermChoice {...props} name="outgoingTermId" terms={props.offer.outgoing} />;
    case 'incoming':
      return <TermChoice {...props} name="incomingTermId" terms={incomingTerms(props)} />;
    case 'meeting':
      return <MeetingChoice {...props} />;
    case 'newMeeting':
      return <MeetingFields {...props} />;
    case 'day':
      return <DayField {...props} />;
    case 'template':
      return <TemplateChoice {...props} />;
    case 'name':
      return <NameFields {...props} />;
  }
}

/** What each field is called where it is wrong. */
export function labelsOf({ texts }: PageRequest): Readonly<Record<string, string>> {
  const { make } = texts.handovers;
  return {
    outgoingTermId: make.rows.outgoing,
    incomingTermId: make.rows.incoming,
    meetingId: make.rows.meeting,
    meetingTitle: make.meetingTitle,
    meetingType: make.meetingType,
    place: make.place,
    startsOn: make.startsOn,
    endsOn: make.endsOn,
    handoverDate: make.handoverDate,
    template: make.rows.template,
    title: make.name,
    id: make.shortName,
  };
}

/** Those that can follow the term that ends, the nearest in the rotation first. */
function incomingTerms({ offer, typed }: NewHandoverQuestionProps): readonly OfferedTerm[] {
  const from = termOf(offer.outgoing, typed.outgoingTermId)?.position ?? 0;
  const others = offer.incoming.filter(({ id }) => id !== typed.outgoingTermId);
  return [...others.filter(({ position }) => position > from), ...others.filter(({ position }) => position <= from)];
}

function TermChoice({
  name,
  terms,
  ...props
}: NewHandoverQuestionProps & { readonly name: string; readonly terms: readonly OfferedTerm[] }) {
  const { page, question } = props;
  return (
    <RadioField
      {...props}
      name={name}
      legend={page.texts.handovers.make.questions[question]}
      isLegendSeen={false}
      choices={terms.map((term) => ({
        value: term.id,
        text: termName(page, term),
        hint: `${spanOf(page, term)} · ${page.texts.layout.termStates[term.state]}`,
      }))}
    />
  );
}

/** The chair or co-chairs of a term. */
export function termName(page: PageRequest, { holders }: OfferedTerm): string {
  if (holders.length === 0) return page.texts.layout.unknownChair;
  return new Intl.ListFormat(page.locale).format(holders.map((holder) => memberName(page.language, holder)));
}

/** From when until when a term runs, as far as it is known. */
export function spanOf(page: PageRequest, { start, end }: OfferedTerm): string {
  const { make } = page.texts.handovers;
  if (start === null) return end === null ? make.undatedTerm : make.until(longDay(page, end));
  return end === null ? make.from(longDay(page, start)) : make.span(longDay(page, start), longDay(page, end));
}

function MeetingChoice(props: NewHandoverQuestionProps) {
  const { page, offer } = props;
  const { make } = page.texts.handovers;
  return (
    <RadioField
      {...props}
      name="meetingId"
      legend={make.questions.meeting}
      isLegendSeen={false}
      choices={[
        ...offer.meetings.map((meeting) => ({
          value: meeting.id,
          text: <bdi>{meeting.title}</bdi>,
          hint: meetingDays(page, meeting),
        })),
        { value: NEW_MEETING, text: make.newMeeting },
        { value: NO_MEETING, text: make.noMeeting },
      ]}
    />
  );
}

/** When and where a meeting is. */
export function meetingDays(
  page: PageRequest,
  { place, startsOn, endsOn }: Omit<OfferedMeeting, 'id' | 'title'>,
): string {
  const days =
    startsOn === null || endsOn === null ? page.texts.handovers.make.undated : dayRange(page, startsOn, endsOn);
  return place === null ? days : `${place}, ${days}`;
}

function MeetingFields(props: NewHandoverQuestionProps) {
  const { make } = props.page.texts.handovers;
  return (
    <>
      <TextField {...props} name="meetingTitle" label={make.meetingTitle} />
      <SelectField
        {...props}
        name="meetingType"
        label={make.meetingType}
        choices={MEETING_TYPES.map((type) => ({ value: type, text: make.meetingTypes[type] }))}
      />
      <TextField {...props} name="place" label={make.place} />
      <div class="pair-fields">
        <TextField {...props} type="date" name="startsOn" label={make.startsOn} />
        <TextField {...props} type="date" name="endsOn" label={make.endsOn} />
      </div>
    </>
  );
}

function DayField(props: NewHandoverQuestionProps) {
  const { page, typed, offer } = props;
  const { make } = page.texts.handovers;
  const last = lastDayOf(typed, offer);
  return (
    <TextField
      {...props}
      typed={{ handoverDate: last ?? '', ...typed }}
      type="date"
      name="handoverDate"
      label={make.handoverDate}
      hint={last === null ? undefined : make.handoverDateHint(longDay(page, last))}
    />
  );
}

function TemplateChoice(props: NewHandoverQuestionProps) {
  const { make } = props.page.texts.handovers;
  return (
    <RadioField
      {...props}
      name="template"
      legend={make.questions.template}
      isLegendSeen={false}
      choices={props.offer.templates.map((template) => ({
        value: templateValue(template),
        text: <bdi>{make.template(template.title, template.version)}</bdi>,
        hint: make.tasks(template.tasks),
      }))}
    />
  );
}

/** Suggests both names by the terms: whoever has better ones writes over them. */
function NameFields(props: NewHandoverQuestionProps) {
  const { page, typed, offer } = props;
  const { make } = page.texts.handovers;
  const [from, to] = [termOf(offer.outgoing, typed.outgoingTermId), termOf(offer.incoming, typed.incomingTermId)];
  const suggested: Typed =
    from === undefined || to === undefined
      ? {}
      : { title: make.suggested(termName(page, from), termName(page, to)), id: to.id };
  const filled = { ...suggested, ...typed };
  return (
    <>
      <TextField {...props} typed={filled} name="title" label={make.name} />
      <TextField {...props} typed={filled} name="id" label={make.shortName} hint={make.shortNameHint} />
    </>
  );
}
