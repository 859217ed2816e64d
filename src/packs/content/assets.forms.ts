import { IsLine, IsProse } from '../../api/text-fields.js';
import { IsOneOf } from '../../api/value-fields.js';
import { ASSET_KINDS, type AssetKind } from './assets.queries.js';

export class NewAssetForm {
  @IsOneOf(ASSET_KINDS, { says: 'What it is.' })
  kind!: AssetKind;

  @IsLine(300, { says: 'What it is called, such as the address of a list. Never a password.' })
  name!: string;
}

export class SendBackForm {
  @IsProse(2000, { says: 'What does not work.' })
  reason!: string;
}
