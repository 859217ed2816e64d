import { IsFlag, IsOneOf, IsWhole } from '../../api/value-fields.js';

/** Which record an archive is wanted of. */
export class ArchiveForm {
  @IsWhole(1, 1_000_000, { says: 'The number of the record.' })
  record!: number;

  @IsFlag({ optional: true, says: 'Whether restricted documents are in it; left out without.' })
  withRestricted?: boolean;
}

/** The same as a page sends it. */
export class AskForArchiveForm {
  @IsOneOf(['all', 'open'])
  holds!: 'all' | 'open';
}
