import { IsKey, IsLine, IsMail, IsProse, IsRealDate } from '../api/text-fields.js';
import { IsOneOf } from '../api/value-fields.js';
import type { IsoDate, Language } from '../engine/words.js';
import { MEMBER_STATUSES, type MemberStatus } from './people.entity.js';

const LANGUAGES: readonly Language[] = ['en', 'fr', 'pt'];
const LONGEST_NAME = 200;
const LONGEST_REASON = 2_000;
const WHY = { says: 'Why; kept in the account, from which it can be erased.', optional: true };
const FOR_EVER = 'It stays for ever, and stands in addresses and in the account.';

export class AddMemberForm {
  @IsKey({ says: `Usually the country code. ${FOR_EVER}`, example: 'MA' }) id!: string;
  @IsLine(LONGEST_NAME, { example: 'Morocco' }) name!: string;
  @IsLine(LONGEST_NAME, { says: 'Group of the rotation.', example: 'Africa', optional: true, nullable: true })
  rotationGroup?: string | null;
  @IsOneOf(MEMBER_STATUSES, { says: 'partner when absent.', optional: true }) status?: MemberStatus;
  @IsKey({ says: 'Calendar of its seat.', optional: true, nullable: true }) calendarId?: string | null;
}

export class ChangeMemberForm {
  @IsLine(LONGEST_NAME, { optional: true }) name?: string;
  @IsLine(LONGEST_NAME, { optional: true, nullable: true }) rotationGroup?: string | null;
  @IsOneOf(MEMBER_STATUSES, { optional: true }) status?: MemberStatus;
  @IsKey({ optional: true, nullable: true }) calendarId?: string | null;
  @IsProse(LONGEST_REASON, WHY) reason?: string;
}

export class AddOfficeForm {
  @IsKey({ says: FOR_EVER, example: 'ma-foreign-affairs' }) id!: string;
  @IsKey({ says: 'Null for an office of the secretariat.', nullable: true, example: 'MA' }) memberId!: string | null;
  @IsLine(LONGEST_NAME) name!: string;
  @IsKey({ says: 'By whose working hours mail reaches its people.' }) calendarId!: string;
}

export class ChangeOfficeForm {
  @IsLine(LONGEST_NAME, { optional: true }) name?: string;
  @IsKey({ optional: true }) calendarId?: string;
  @IsProse(LONGEST_REASON, WHY) reason?: string;
}

export class AddPersonForm {
  @IsKey({ says: `Not a name. ${FOR_EVER}`, example: 'ma-1' }) id!: string;
  @IsKey({ example: 'ma-foreign-affairs' }) officeId!: string;
  @IsLine(LONGEST_NAME) name!: string;
  @IsMail({ example: 'delegate@foreign-affairs.example' }) mail!: string;
  @IsOneOf(LANGUAGES, { says: 'In which mail reaches them.' }) language!: Language;
}

export class ChangePersonForm {
  @IsKey({ optional: true }) officeId?: string;
  @IsLine(LONGEST_NAME, { optional: true }) name?: string;
  @IsMail({ optional: true }) mail?: string;
  @IsOneOf(LANGUAGES, { optional: true }) language?: Language;
  @IsProse(LONGEST_REASON, WHY) reason?: string;
}

export class LeaveForm {
  @IsRealDate({ says: 'The first day on which they have no part any more; today or later.' }) leftOn!: IsoDate;
  @IsProse(LONGEST_REASON, WHY) reason?: string;
}
