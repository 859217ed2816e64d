import { IsKey, IsLine, IsProse, IsRealDate } from '../api/text-fields.js';
import { IsFlag, IsOneOf, IsShaped } from '../api/value-fields.js';
import { HttpProblem, type FieldProblem } from '../api/problem.js';
import type { PlanChange } from '../engine/plan/re-planning.js';

const KINDS = ['meeting', 'effect_date', 'holiday', 'working_day', 'rules'] as const;

/** Something that moves dates; which fields belong to it depends on its kind. */
export class PlanChangeForm {
  @IsOneOf(KINDS, {
    says: 'meeting: new days or none. effect_date: the chair passes on another day. holiday, working_day: a calendar is corrected. rules: apply the rules anew.',
  })
  kind!: PlanChange['kind'];

  @IsKey({ optional: true, says: 'meeting' }) meetingId?: string;
  @IsRealDate({ optional: true, nullable: true, says: 'meeting: null when postponed without a date' }) startsOn?:
    string | null;
  @IsRealDate({ optional: true, nullable: true, says: 'meeting' }) endsOn?: string | null;
  @IsFlag({ optional: true, says: 'meeting: the chair passes on the agreed day all the same' })
  keepHandoverDate?: boolean;
  @IsKey({ optional: true, says: 'effect_date, rules' }) handoverId?: string;
  @IsRealDate({ optional: true, nullable: true, says: 'effect_date' }) handoverDate?: string | null;
  @IsRealDate({ optional: true, nullable: true, says: 'effect_date; the handover date if left out' }) termStart?:
    string | null;
  @IsKey({ optional: true, says: 'holiday, working_day' }) calendarId?: string;
  @IsRealDate({ optional: true, says: 'holiday, working_day' }) date?: string;
  @IsLine(200, { optional: true, says: 'holiday' }) name?: string;
  @IsFlag({ optional: true, says: 'holiday: expected, not decreed yet' }) provisional?: boolean;
}

export class PreviewForm {
  @IsShaped(() => PlanChangeForm) change!: PlanChangeForm;
}

export class ApplyForm {
  @IsShaped(() => PlanChangeForm) change!: PlanChangeForm;

  @IsLine(64, { says: 'The token of the preview that is applied.' })
  token!: string;

  @IsProse(4000, { says: 'Why, in the words of whoever decided.' })
  reason!: string;
}

const FIELDS: Readonly<
  Record<PlanChange['kind'], { needed: readonly (keyof PlanChangeForm)[]; also: readonly (keyof PlanChangeForm)[] }>
> = {
  meeting: { needed: ['meetingId', 'startsOn', 'endsOn'], also: ['keepHandoverDate'] },
  effect_date: { needed: ['handoverId', 'handoverDate'], also: ['termStart'] },
  holiday: { needed: ['calendarId', 'date', 'name'], also: ['provisional'] },
  working_day: { needed: ['calendarId', 'date'], also: [] },
  rules: { needed: ['handoverId'], also: [] },
};

/** The change that a form says; throws a 422 that names every field that is missing, or that its kind does not have. */
export function changeOf(form: PlanChangeForm): PlanChange {
  const { needed, also } = FIELDS[form.kind];
  const known: readonly string[] = ['kind', ...needed, ...also];
  const missing = needed.filter((field) => form[field] === undefined);
  const strange = Object.entries(form).filter(([field, value]) => value !== undefined && !known.includes(field));
  const errors: FieldProblem[] = [
    ...missing.map((field) => ({
      field: `change.${field}`,
      reason: `is missing; a change of kind ${form.kind} needs it`,
    })),
    ...strange.map(([field]) => ({
      field: `change.${field}`,
      reason: `does not belong to a change of kind ${form.kind}`,
    })),
    ...orderProblems(form),
  ];
  if (errors.length > 0) throw new HttpProblem('input.refused', { errors });
  return assembled(form);
}

function orderProblems({ kind, startsOn, endsOn }: PlanChangeForm): FieldProblem[] {
  if (kind !== 'meeting' || startsOn === undefined || endsOn === undefined) return [];
  if ((startsOn === null) !== (endsOn === null)) {
    return [{ field: 'change.endsOn', reason: 'must be null together with startsOn: a meeting has both days or none' }];
  }
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return [];
  return [{ field: 'change.endsOn', reason: 'must not be before startsOn' }];
}

function assembled(form: PlanChangeForm): PlanChange {
  const { kind, meetingId = '', handoverId = '', calendarId = '', date = '', name = '' } = form;
  switch (kind) {
    case 'meeting':
      return {
        kind,
        meetingId,
        startsOn: form.startsOn ?? null,
        endsOn: form.endsOn ?? null,
        keepHandoverDate: form.keepHandoverDate ?? false,
      };
    case 'effect_date': {
      const handoverDate = form.handoverDate ?? null;
      return {
        kind,
        handoverId,
        handoverDate,
        termStart: form.termStart === undefined ? handoverDate : form.termStart,
      };
    }
    case 'holiday':
      return { kind, calendarId, date, name, provisional: form.provisional ?? false };
    case 'working_day':
      return { kind, calendarId, date };
    case 'rules':
      return { kind, handoverId };
  }
}
