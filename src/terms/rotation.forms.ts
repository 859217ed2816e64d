import { IsDateFrom, IsKey, IsRealDate } from '../api/text-fields.js';
import { IsOneOf, IsShaped, IsWhole } from '../api/value-fields.js';
import type { Boundary } from '../engine/terms/term.js';
import { BOUNDARIES, GroundsForm, MOST_HOLDERS, NewTermForm } from './terms.forms.js';

/** What each operation on the rotation needs; to apply one, its preview's token comes with the same fields (rotation-apply.forms.ts). */

/** No queue is moved by more than a century at once. */
const MOST_MONTHS = 1200;
const MOST_GIVEN_UP = 50;

export class InsertForm extends GroundsForm {
  @IsShaped(() => NewTermForm)
  term!: NewTermForm;

  @IsKey({ nullable: true, says: 'The turn before which it is put; null for the end.' })
  before!: string | null;

  @IsWhole(-MOST_MONTHS, MOST_MONTHS, {
    optional: true,
    says: 'By how many months the turns from there on move; 0 if left out.',
  })
  laterMonths?: number;
}

export class SkipForm extends GroundsForm {
  @IsKey({ example: '2026-mm' })
  term!: string;

  @IsOneOf(['keep_dates', 'move_up'], {
    says: 'Whether later turns keep their dates, or each takes those of the one before it.',
  })
  later!: 'keep_dates' | 'move_up';
}

export class SwapForm extends GroundsForm {
  @IsKey() first!: string;
  @IsKey() second!: string;
}

export class InsertedForm {
  @IsShaped(() => NewTermForm)
  term!: NewTermForm;

  @IsKey({ nullable: true, says: 'The turn before which it is put; null for the end.' })
  before!: string | null;
}

export class ShiftForm extends GroundsForm {
  @IsKey({ says: 'The first turn that moves; all later ones move with it.' })
  from!: string;

  @IsWhole(-MOST_MONTHS, MOST_MONTHS, { example: -6, says: 'By how many months; negative for earlier.' })
  months!: number;

  @IsKey({ optional: true, listOfAtMost: MOST_GIVEN_UP, says: 'Turns that are given up by the same decision.' })
  givenUp?: string[];

  @IsShaped(() => InsertedForm, { optional: true, nullable: true, says: 'A turn that is put in by the same decision.' })
  insert?: InsertedForm | null;

  @IsOneOf(['refuse', 'last_of_month'], {
    optional: true,
    says: 'What to do with a day that the new month does not have, such as the 31st; refuse if left out.',
  })
  missingDay?: 'refuse' | 'last_of_month';
}

export class NewRhythmForm {
  @IsWhole(1, MOST_MONTHS, { says: 'How many months each later turn lasts.' })
  months!: number;

  @IsOneOf(BOUNDARIES) boundary!: Boundary;
}

export class BridgeForm extends GroundsForm {
  @IsKey({ says: 'The turn that becomes the bridge.' })
  term!: string;

  @IsRealDate({ says: 'Its last day.' })
  end!: string;

  @IsShaped(() => NewRhythmForm, {
    optional: true,
    nullable: true,
    says: 'The rhythm after it; later turns keep their dates if left out.',
  })
  later?: NewRhythmForm | null;
}

export class DeclareVacancyForm extends GroundsForm {
  @IsKey({ example: '2022-vacant', says: 'A name for the vacancy.' })
  id!: string;

  @IsRealDate({ says: 'First day without a chair. From today or before, the term in the chair is concluded at once.' })
  from!: string;

  @IsDateFrom('from', { optional: true, nullable: true, says: 'Last day; until further notice if left out.' })
  end?: string | null;

  @IsOneOf(BOUNDARIES) boundary!: Boundary;
}

export class AppointCaretakerForm extends DeclareVacancyForm {
  @IsKey({ listOfAtMost: MOST_HOLDERS, says: 'Members who mind the chair.' })
  holders!: string[];
}

export class MovePassageForm extends GroundsForm {
  @IsKey({ says: 'The turn to which the chair is to pass.' })
  incoming!: string;

  @IsRealDate({ says: 'The new planned day.' })
  on!: string;
}

export class SetSuccessorForm extends GroundsForm {
  @IsKey({ says: 'A turn whose holder was not known.' })
  term!: string;

  @IsKey({ listOfAtMost: MOST_HOLDERS })
  holders!: string[];
}

export class ReplacementForm {
  @IsKey() id!: string;

  @IsKey({ listOfAtMost: MOST_HOLDERS, says: 'None while they are not known.' })
  holders!: string[];
}

export class WithdrawForm extends GroundsForm {
  @IsKey({ says: 'The turn that its holder gives back.' })
  term!: string;

  @IsShaped(() => ReplacementForm, { says: 'The turn that takes its place and dates.' })
  replacement!: ReplacementForm;
}
