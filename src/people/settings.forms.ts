import { IsLine, IsRealDate } from '../api/text-fields.js';
import { IsOneOf } from '../api/value-fields.js';
import type { IsoDate, Language } from '../engine/words.js';

/** The languages that mails are written in. */
export const MAIL_LANGUAGES: readonly Language[] = ['en', 'fr', 'pt'];
const LONGEST_LABEL = 100;

/** The language of one's own mails. */
export class OwnLanguageForm {
  @IsOneOf(MAIL_LANGUAGES) language!: Language;
}

/** A new access key for oneself. */
export class OwnTokenForm {
  @IsLine(LONGEST_LABEL) label!: string;
  @IsRealDate({ optional: true }) expiresOn?: IsoDate;
}
