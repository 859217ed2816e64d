import { ApiProperty } from './swagger.js';

/** Where the account tells of a command. */
export class AccountEntryView {
  @ApiProperty({ type: 'integer', description: 'Number of the newest entry the command wrote.' })
  readonly seq!: number;

  @ApiProperty({ description: 'SHA-256 of that entry, in hex; it holds fast all entries before it.' })
  readonly hash!: string;
}

/** What most commands answer with. */
export class ReceiptView {
  @ApiProperty({ description: 'What was added or changed.' })
  readonly id!: string;

  @ApiProperty({ type: 'integer', description: 'Its version now, also the `ETag`.' })
  readonly version!: number;

  @ApiProperty({ type: () => AccountEntryView })
  readonly account!: AccountEntryView;
}
