import { IsDateFrom, IsKey, IsLine, IsRealDate } from '../api/text-fields.js';
import { IsOneOf } from '../api/value-fields.js';
import { daysBetween } from '../engine/time/days.js';
import type { IsoDate } from '../engine/words.js';
import { check, type FieldErrors, type Typed } from '../web/form.js';
import type { NewHandover } from './create-handover.js';
import type { NewMeeting } from './add-meeting.js';
import { MEETING_TYPES, type MeetingType } from './handovers.entity.js';
import type { Offer, OfferedMeeting, OfferedTemplate, OfferedTerm } from './new-handover.queries.js';

/** The questions, in their order; the one about a new meeting is asked only where there is one. */
export const QUESTIONS = ['outgoing', 'incoming', 'meeting', 'newMeeting', 'day', 'template', 'name'] as const;
export type Question = (typeof QUESTIONS)[number];

/** Answers that are no id, which is why they begin with what no id begins with. */
export const NEW_MEETING = '+new';
export const NO_MEETING = '+none';

/** A day further away than this, in days, is a slip of the hand. */
const FAR = 3_653;

class NewMeetingForm {
  @IsLine(300) meetingTitle!: string;
  @IsOneOf(MEETING_TYPES) meetingType!: MeetingType;
  @IsLine(200, { optional: true }) place?: string;
  @IsRealDate({ optional: true }) startsOn?: string;
  @IsDateFrom('startsOn', { optional: true }) endsOn?: string;
}

class DayForm {
  @IsRealDate({ optional: true }) handoverDate?: string;
}

class NameForm {
  @IsLine(200) title!: string;
  @IsKey() id!: string;
}

/** Which questions are asked of somebody with these answers. */
export function questionsFor(typed: Typed): readonly Question[] {
  return QUESTIONS.filter((question) => question !== 'newMeeting' || typed.meetingId === NEW_MEETING);
}

/** What is wrong with the answer to one question; empty when it is answered. */
export function problemsOf(question: Question, typed: Typed, offer: Offer): FieldErrors {
  switch (question) {
    case 'outgoing':
      return chosen('outgoingTermId', typed, termOf(offer.outgoing, typed.outgoingTermId));
    case 'incoming': {
      const term = termOf(offer.incoming, typed.incomingTermId);
      return chosen('incomingTermId', typed, term?.id === typed.outgoingTermId ? undefined : term);
    }
    case 'meeting':
      return chosen('meetingId', typed, isSpecial(typed.meetingId) ? typed.meetingId : meetingOf(offer, typed));
    case 'newMeeting':
      return newMeetingProblems(typed, offer.today);
    case 'day': {
      const { form, errors } = check(DayForm, typed);
      if (form === null) return errors;
      return 'handoverDate' in typed
        ? farFrom(offer.today, 'handoverDate', form.handoverDate)
        : { handoverDate: 'missing' };
    }
    case 'template':
      return chosen('template', typed, templateOf(offer, typed));
    case 'name':
      return check(NameForm, typed).errors ?? {};
  }
}

/** The first question without an answer that can be used; null when all have one. */
export function firstOpen(typed: Typed, offer: Offer): Question | null {
  return questionsFor(typed).find((question) => Object.keys(problemsOf(question, typed, offer)).length > 0) ?? null;
}

/** The handover that the answers describe. Only for answers of which none is open. */
export function wantedBy(typed: Typed, offer: Offer): NewHandover {
  const { id = '', title = '', outgoingTermId = '', incomingTermId = '', handoverDate = '' } = typed;
  const template = templateOf(offer, typed);
  const newMeeting = typed.meetingId === NEW_MEETING ? newMeetingOf(typed) : undefined;
  return {
    id: id.trim(),
    title: title.trim(),
    outgoingTermId,
    incomingTermId,
    meetingId: newMeeting?.id ?? meetingOf(offer, typed)?.id ?? null,
    templateId: template?.id ?? '',
    templateVersion: template?.version ?? '',
    handoverDate: handoverDate.trim() === '' ? null : handoverDate.trim(),
    ...(newMeeting === undefined ? {} : { newMeeting }),
  };
}

/** The last day of the meeting, known or new: on it the chair passes, where nothing else is said. */
export function lastDayOf(typed: Typed, offer: Offer): IsoDate | null {
  const { endsOn = null } = (typed.meetingId === NEW_MEETING ? newMeetingOf(typed) : meetingOf(offer, typed)) ?? {};
  return endsOn;
}

export function termOf(terms: readonly OfferedTerm[], id: string | undefined): OfferedTerm | undefined {
  return terms.find((term) => term.id === id);
}

export function meetingOf({ meetings }: Offer, { meetingId }: Typed): OfferedMeeting | undefined {
  return meetings.find(({ id }) => id === meetingId);
}

/** How a version of a template stands in a form; ids have no blanks. */
export function templateValue({ id, version }: OfferedTemplate): string {
  return `${id} ${version}`;
}

export function templateOf({ templates }: Offer, { template }: Typed): OfferedTemplate | undefined {
  return templates.find((one) => templateValue(one) === template);
}

/** The new meeting, as far as it can be read; its id follows from that of the handover, which is unique. */
export function newMeetingOf(typed: Typed): NewMeeting | undefined {
  const { form } = check(NewMeetingForm, typed);
  if (form === null) return undefined;
  const { meetingTitle: title, meetingType: type, place = null, startsOn = null, endsOn = null } = form;
  return {
    id: `${(typed.id ?? '').trim().slice(0, 50)}-meeting`,
    title,
    type,
    place,
    countryId: null,
    startsOn,
    endsOn,
    status: startsOn === null ? 'postponed' : 'announced',
    format: type === 'online' ? 'online' : 'in_person',
  };
}

function newMeetingProblems(typed: Typed, today: IsoDate): FieldErrors {
  const { form, errors } = check(NewMeetingForm, typed);
  if (form === null) return errors;
  const { startsOn, endsOn } = form;
  if (startsOn === undefined) return endsOn === undefined ? {} : { startsOn: 'missing' };
  if (endsOn === undefined) return { endsOn: 'missing' };
  const far = farFrom(today, 'startsOn', startsOn);
  return daysBetween(startsOn, endsOn) > 30 ? { ...far, endsOn: 'meetingLong' } : far;
}

function chosen(field: string, typed: Typed, found: unknown): FieldErrors {
  if (found !== undefined) return {};
  return { [field]: (typed[field] ?? '') === '' ? 'missing' : 'oneOf' };
}

function isSpecial(meetingId: string | undefined): meetingId is string {
  return meetingId === NEW_MEETING || meetingId === NO_MEETING;
}

function farFrom(today: IsoDate, field: string, day: IsoDate | undefined): FieldErrors {
  return day !== undefined && Math.abs(daysBetween(today, day)) > FAR ? { [field]: 'dateNear' } : {};
}
