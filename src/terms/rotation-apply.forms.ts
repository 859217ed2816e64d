import { field } from '../api/field.js';
import {
  AppointCaretakerForm,
  BridgeForm,
  DeclareVacancyForm,
  InsertForm,
  MovePassageForm,
  SetSuccessorForm,
  ShiftForm,
  SkipForm,
  SwapForm,
  WithdrawForm,
} from './rotation.forms.js';

/** Each operation again, with the token of the preview that is applied. */

const TOKEN = /^[0-9a-f]{64}$/;

function IsToken(): PropertyDecorator {
  const reason = 'must be the token of a preview';
  const holds = (value: unknown): boolean => typeof value === 'string' && TOKEN.test(value);
  const schema = { type: 'string', pattern: TOKEN.source } as const;
  return field({ name: 'token', holds, reason, schema }, { says: 'The token of the preview that is applied.' });
}

export class ApplyInsertForm extends InsertForm {
  @IsToken() token!: string;
}

export class ApplySkipForm extends SkipForm {
  @IsToken() token!: string;
}

export class ApplySwapForm extends SwapForm {
  @IsToken() token!: string;
}

export class ApplyShiftForm extends ShiftForm {
  @IsToken() token!: string;
}

export class ApplyBridgeForm extends BridgeForm {
  @IsToken() token!: string;
}

export class ApplyDeclareVacancyForm extends DeclareVacancyForm {
  @IsToken() token!: string;
}

export class ApplyAppointCaretakerForm extends AppointCaretakerForm {
  @IsToken() token!: string;
}

export class ApplyMovePassageForm extends MovePassageForm {
  @IsToken() token!: string;
}

export class ApplySetSuccessorForm extends SetSuccessorForm {
  @IsToken() token!: string;
}

export class ApplyWithdrawForm extends WithdrawForm {
  @IsToken() token!: string;
}
