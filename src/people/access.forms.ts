import { PageQuery } from '../api/paging.js';
import { IsDateAfter, IsKey, IsLine, IsProse, IsRealDate } from '../api/text-fields.js';
import { IsOneOf } from '../api/value-fields.js';
import type { IsoDate, Role } from '../engine/words.js';

const ROLES: readonly Role[] = ['delegate', 'lead', 'secretariat', 'observer'];
const LONGEST_LABEL = 100;
const LONGEST_REASON = 2_000;
const WHY = { says: 'Why; kept in the account, from which it can be erased.', optional: true };

/** A list of what one person was given, or of what everyone was. */
export class OfPersonQuery extends PageQuery {
  @IsKey({ says: 'Of this person alone.', optional: true }) person?: string;
}

export class GiveRoleForm {
  @IsKey() personId!: string;
  @IsOneOf(ROLES, { says: 'delegate and lead speak for the member of their office.' }) role!: Role;
  @IsRealDate({ says: 'The first day on which it holds.' }) fromDay!: IsoDate;
  @IsDateAfter('fromDay', {
    says: 'The first day on which it no longer does; null while no end is known.',
    optional: true,
    nullable: true,
  })
  untilDay?: IsoDate | null;
  @IsProse(LONGEST_REASON, WHY) reason?: string;
}

export class EndForm {
  @IsRealDate({ says: 'The first day on which it no longer holds; today or later.' }) untilDay!: IsoDate;
  @IsProse(LONGEST_REASON, WHY) reason?: string;
}

export class NameStandInForm {
  @IsKey({ says: 'Who will be absent.' }) personId!: string;
  @IsKey({ says: 'Who stands in, and counts as both meanwhile.' }) standInId!: string;
  @IsRealDate({ says: 'Today or later.' }) fromDay!: IsoDate;
  @IsDateAfter('fromDay', { says: 'The first day on which they no longer do.' }) untilDay!: IsoDate;
  @IsProse(LONGEST_REASON, WHY) reason?: string;
}

/** For whom somebody is to stand in, as an address says it. */
export class StandInQuery {
  @IsKey({ optional: true }) person?: string;
}

export class IssueTokenForm {
  @IsKey({ says: 'Oneself; anyone for the secretariat.' }) personId!: string;
  @IsLine(LONGEST_LABEL, { says: 'What it is for.', example: 'reporting script' }) label!: string;
  @IsRealDate({ says: 'The last day on which it opens anything; null for no end.', optional: true, nullable: true })
  expiresOn?: IsoDate | null;
}

export class RevokeForm {
  @IsProse(LONGEST_REASON, WHY) reason?: string;
}
