import { IsLine } from '../api/text-fields.js';

export class AddressQuery {
  @IsLine(2000, { optional: true, says: 'Where to go after.' })
  next?: string;

  @IsLine(2000, { optional: true, says: 'Where to go back to.' })
  back?: string;
}
