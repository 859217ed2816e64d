import { field } from '../../api/field.js';
import { IsLine, IsMail } from '../../api/text-fields.js';

const DIGITS = /^\d{6}$/;
const RECOVERY = /^[A-Za-z0-9 -]{12,40}$/;
const LONGEST_ANSWER = 20_000;

export class AddressQuery {
  @IsLine(2000, { optional: true, says: 'Where to go after.' })
  next?: string;

  @IsLine(2000, { optional: true, says: 'Where to go back to.' })
  back?: string;
}

export class MailForm {
  @IsMail({ says: 'Whom to send a link to.' })
  mail!: string;
}

export class CodeForm {
  @IsCode(DIGITS)
  code!: string;
}

export class RecoveryForm {
  @IsCode(RECOVERY)
  recovery!: string;
}

export class PasskeyForm {
  @IsLine(LONGEST_ANSWER, { says: 'What the browser answered, as JSON.' })
  answer!: string;
}

function IsCode(pattern: RegExp): PropertyDecorator {
  const holds = (value: unknown): boolean => typeof value === 'string' && pattern.test(value);
  const schema = { type: 'string', pattern: pattern.source } as const;
  return field({ name: 'code', holds, reason: 'must be a code as it was shown', schema }, {});
}
