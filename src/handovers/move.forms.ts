import { IsDateFrom, IsKey, IsLine, IsProse, IsRealDate } from '../api/text-fields.js';
import { IsOneOf } from '../api/value-fields.js';
import type { PlanChange } from '../engine/plan/re-planning.js';
import { daysBetween } from '../engine/time/days.js';
import type { IsoDate } from '../engine/words.js';
import { check, type FieldErrors, type FieldRule, type Typed } from '../web/form.js';

/** What can have happened to the dates of a handover, as the pages ask for it. */
export const CAUSES = ['meeting', 'postponed', 'effect_date', 'holiday', 'working_day', 'rules'] as const;
export type Cause = (typeof CAUSES)[number];

const YES = ['yes'];
/** A day further away than this, in days, is a slip of the hand. */
const FAR = 3_653;
/** The engine, too, looks at no more days of a meeting. */
const LONGEST_MEETING = 31;

class CauseForm {
  @IsOneOf(CAUSES, { optional: true }) what?: Cause;
}

class MeetingDaysForm {
  @IsRealDate() startsOn!: string;
  @IsDateFrom('startsOn') endsOn!: string;
  @IsRealDate({ optional: true }) startsOn2?: string;
  @IsDateFrom('startsOn2', { optional: true }) endsOn2?: string;
  @IsRealDate({ optional: true }) startsOn3?: string;
  @IsDateFrom('startsOn3', { optional: true }) endsOn3?: string;
  @IsOneOf(YES, { optional: true }) keep?: string;
}

class PostponedForm {
  @IsOneOf(YES, { optional: true }) keep?: string;
}

class EffectDateForm {
  @IsRealDate({ optional: true }) handoverDate?: string;
  @IsDateFrom('handoverDate', { optional: true }) termStart?: string;
  @IsOneOf(YES, { optional: true }) undated?: string;
}

class HolidayForm {
  @IsKey() calendarId!: string;
  @IsRealDate() date!: string;
  @IsLine(200) name!: string;
  @IsOneOf(YES, { optional: true }) provisional?: string;
}

class WorkingDayForm {
  @IsKey() calendarId!: string;
  @IsRealDate() date!: string;
}

/** What applying a preview takes beside the change itself. */
export class ReasonAndToken {
  @IsProse(4000) reason!: string;
  @IsLine(64) token!: string;
}

/** What the fields are about. */
export interface MovedFrom {
  readonly handoverId: string;
  readonly meetingId: string | null;
  readonly today: IsoDate;
  /** Those of its three sides. */
  readonly calendarIds: readonly string[];
}

/** The changes that the fields ask for, several where dates are compared; or what is wrong with the fields. */
export type AskedChanges =
  | { readonly changes: readonly PlanChange[]; readonly errors: null }
  | { readonly changes: null; readonly errors: FieldErrors };

/** What has happened; a meeting that has new days where nothing else is said. */
export function causeOf(typed: Typed): Cause {
  return check(CauseForm, typed).form?.what ?? 'meeting';
}

/** Reads the fields of one cause. */
export function changesOf(cause: Cause, typed: Typed, about: MovedFrom): AskedChanges {
  switch (cause) {
    case 'meeting':
      return meetingDays(typed, about);
    case 'postponed':
      return postponed(typed, about);
    case 'effect_date':
      return effectDate(typed, about);
    case 'holiday':
    case 'working_day':
      return calendarDay(cause, typed, about);
    case 'rules':
      return { changes: [{ kind: 'rules', handoverId: about.handoverId }], errors: null };
  }
}

/** The fields that ask for a change: for links to its preview, and for the form that applies it. */
export function fieldsOf(change: PlanChange): Typed {
  switch (change.kind) {
    case 'meeting': {
      const keep: Typed = change.keepHandoverDate ? { keep: 'yes' } : {};
      const { startsOn, endsOn } = change;
      return startsOn === null || endsOn === null
        ? { what: 'postponed', ...keep }
        : { what: 'meeting', startsOn, endsOn, ...keep };
    }
    case 'effect_date': {
      const { handoverDate, termStart } = change;
      if (handoverDate === null) return { what: 'effect_date', undated: 'yes' };
      const other: Typed = termStart === null || termStart === handoverDate ? {} : { termStart };
      return { what: 'effect_date', handoverDate, ...other };
    }
    case 'holiday': {
      const { calendarId, date, name, provisional } = change;
      return { what: 'holiday', calendarId, date, name, ...(provisional ? { provisional: 'yes' } : {}) };
    }
    case 'working_day':
      return { what: 'working_day', calendarId: change.calendarId, date: change.date };
    case 'rules':
      return { what: 'rules' };
  }
}

function meetingDays(typed: Typed, { meetingId, today }: MovedFrom): AskedChanges {
  const { form, errors } = check(MeetingDaysForm, typed);
  if (form === null) return { changes: null, errors };
  const pairs = [
    ['startsOn', 'endsOn'],
    ['startsOn2', 'endsOn2'],
    ['startsOn3', 'endsOn3'],
  ] as const;
  const wrong: Record<string, FieldRule> = {};
  const candidates: [IsoDate, IsoDate][] = [];
  for (const [first, last] of pairs) {
    const [startsOn, endsOn] = [form[first], form[last]];
    if (startsOn === undefined && endsOn === undefined) continue;
    if (startsOn === undefined) wrong[first] = 'missing';
    else if (endsOn === undefined) wrong[last] = 'missing';
    else if (isFar(startsOn, today)) wrong[first] = 'dateNear';
    else if (daysBetween(startsOn, endsOn) >= LONGEST_MEETING) wrong[last] = 'meetingLong';
    else candidates.push([startsOn, endsOn]);
  }
  const keepHandoverDate = form.keep !== undefined;
  return asked(
    wrong,
    candidates.map(([startsOn, endsOn]) => ({
      kind: 'meeting',
      meetingId: meetingId ?? '',
      startsOn,
      endsOn,
      keepHandoverDate,
    })),
  );
}

function postponed(typed: Typed, { meetingId }: MovedFrom): AskedChanges {
  const { form, errors } = check(PostponedForm, typed);
  if (form === null) return { changes: null, errors };
  const keepHandoverDate = form.keep !== undefined;
  return asked({}, [{ kind: 'meeting', meetingId: meetingId ?? '', startsOn: null, endsOn: null, keepHandoverDate }]);
}

function effectDate(typed: Typed, { handoverId, today }: MovedFrom): AskedChanges {
  const { form, errors } = check(EffectDateForm, typed);
  if (form === null) return { changes: null, errors };
  const { handoverDate, termStart, undated } = form;
  if (undated !== undefined) {
    return asked({}, [{ kind: 'effect_date', handoverId, handoverDate: null, termStart: null }]);
  }
  if (handoverDate === undefined) return { changes: null, errors: { handoverDate: 'missing' } };
  const far = ([handoverDate, termStart ?? handoverDate] as const).map((day) => isFar(day, today));
  return asked(
    { ...(far[0] === true ? { handoverDate: 'dateNear' } : far[1] === true ? { termStart: 'dateNear' } : {}) },
    [{ kind: 'effect_date', handoverId, handoverDate, termStart: termStart ?? handoverDate }],
  );
}

function calendarDay(kind: 'holiday' | 'working_day', typed: Typed, about: MovedFrom): AskedChanges {
  const { form, errors } = check<HolidayForm | WorkingDayForm>(
    kind === 'holiday' ? HolidayForm : WorkingDayForm,
    typed,
  );
  if (form === null) return { changes: null, errors };
  const { calendarId, date } = form;
  const wrong: Record<string, FieldRule> = {};
  if (!about.calendarIds.includes(calendarId)) wrong.calendarId = 'oneOf';
  if (isFar(date, about.today)) wrong.date = 'dateNear';
  if (!(form instanceof HolidayForm)) return asked(wrong, [{ kind: 'working_day', calendarId, date }]);
  const provisional = form.provisional !== undefined;
  return asked(wrong, [{ kind: 'holiday', calendarId, date, name: form.name, provisional }]);
}

function isFar(day: IsoDate, today: IsoDate): boolean {
  return Math.abs(daysBetween(today, day)) > FAR;
}

function asked(wrong: FieldErrors, changes: readonly PlanChange[]): AskedChanges {
  return Object.keys(wrong).length === 0 ? { changes, errors: null } : { changes: null, errors: wrong };
}
