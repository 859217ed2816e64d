import { IsDateFrom, IsKey, IsLine, IsProse, IsRealDate } from '../api/text-fields.js';
import { IsOneOf } from '../api/value-fields.js';
import type { Boundary, TermDraft, TermKind } from '../engine/terms/term.js';

const KINDS = ['regular', 'caretaker', 'bridging', 'vacancy'] as const satisfies readonly TermKind[];
export const BOUNDARIES = ['shared_day', 'inclusive'] as const satisfies readonly Boundary[];
export const MOST_HOLDERS = 10;
const MOST_SOURCES = 50;

export class ChairQuery {
  @IsRealDate({ optional: true, says: 'The day asked about; today in the body’s zone if left out.' })
  on?: string;
}

/** Why, and by whose decision: every change that a body has to answer for says so. */
export class GroundsForm {
  @IsProse(4000, { says: 'Why, in words for the others.' })
  reason!: string;

  @IsLine(300, { example: 'Minutes of the steering committee, item 4', says: 'Reference of the decision.' })
  decidedBy!: string;
}

export class NewTermForm {
  @IsKey({
    example: '2024-pt',
    says: 'A name for addresses, unique in the body; it stays when dates or holders change.',
  })
  id!: string;

  @IsKey({
    listOfAtMost: MOST_HOLDERS,
    example: ['PT'],
    says: 'Members; more than one are co-chairs, none if not known yet.',
  })
  holders!: string[];

  @IsOneOf(KINDS, { optional: true, says: 'regular if left out.' })
  kind?: TermKind;

  @IsRealDate({ optional: true, nullable: true, says: 'First day, as agreed.' })
  plannedStart?: string | null;

  @IsDateFrom('plannedStart', { optional: true, nullable: true, says: 'Last day, in the boundary style of the term.' })
  plannedEnd?: string | null;

  @IsOneOf(BOUNDARIES, { says: 'shared_day: the end is also the first day of the next; inclusive: the day before it.' })
  boundary!: Boundary;

  @IsLine(300, { optional: true, nullable: true, example: 'January 2024 - January 2025' })
  label?: string | null;

  @IsLine(2000, { optional: true, listOfAtMost: MOST_SOURCES })
  sources?: string[];
}

/** The draft that a form says. */
export function draftOf(form: NewTermForm): TermDraft {
  const { id, holders, kind, plannedStart, plannedEnd, boundary, label, sources } = form;
  const planned = { start: plannedStart ?? null, end: plannedEnd ?? null };
  return { id, holders, kind: kind ?? 'regular', planned, boundary, label: label ?? null, sources: sources ?? [] };
}

export class StartForm {
  @IsRealDate({ says: 'First day on which the term chairs; not later than today.' })
  on!: string;
}

/** A move that takes hold on a day. */
export class OnDayForm extends GroundsForm {
  @IsRealDate({ says: 'First day on which the new state holds; not later than today.' })
  on!: string;
}

export class ExtendForm extends GroundsForm {
  @IsRealDate({ nullable: true, says: 'The new last day; null until further notice.' })
  end!: string | null;
}

export class ShortenForm extends GroundsForm {
  @IsRealDate({ says: 'The new last day.' })
  end!: string;
}

const CAUSES = ['agreed', 'replaced', 'withdrawn'] as const;

export class ChangeHolderForm extends GroundsForm {
  @IsKey({ listOfAtMost: MOST_HOLDERS, says: 'All members who hold the term from now on.' })
  holders!: string[];

  @IsOneOf(CAUSES)
  cause!: (typeof CAUSES)[number];
}

export class RelabelForm extends GroundsForm {
  @IsLine(300, { nullable: true, example: 'January 2024 - January 2025', says: 'null for none.' })
  label!: string | null;
}
