import { Transform } from 'class-transformer';
import { IsOneOf, IsWhole } from '../api/value-fields.js';
import { ACTIVITY_KINDS, ACTIVITY_SIDES, WHOEVER, type ActivityQuestion } from './activity.js';

/** Which entries of the record are shown, as the page's address says it. */
export class ActivityQuery implements ActivityQuestion {
  @IsOneOf([...ACTIVITY_SIDES, WHOEVER], { optional: true, says: `Only what this side did; ${WHOEVER} for everyone.` })
  by?: NonNullable<ActivityQuestion['by']>;

  @IsOneOf([...ACTIVITY_KINDS, WHOEVER], { optional: true, says: `Only entries of this kind; ${WHOEVER} for all.` })
  about?: NonNullable<ActivityQuestion['about']>;

  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
  )
  @IsWhole(1, Number.MAX_SAFE_INTEGER, { optional: true, says: 'The newest entry that is shown, by its number.' })
  upto?: number;
}
