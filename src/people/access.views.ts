import { ReceiptView } from '../api/receipt.js';
import { ApiProperty } from '../api/swagger.js';
import type { IsoDate, IsoInstant, Role } from '../engine/words.js';

export class RoleView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly personId!: string;
  @ApiProperty({ type: String }) readonly role!: Role;
  @ApiProperty({ format: 'date' }) readonly fromDay!: IsoDate;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'First day on which it no longer holds.' })
  readonly untilDay!: IsoDate | null;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
}

export class StandInView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ description: 'Who is absent.' }) readonly personId!: string;
  @ApiProperty({ description: 'Who stands in.' }) readonly standInId!: string;
  @ApiProperty({ format: 'date' }) readonly fromDay!: IsoDate;
  @ApiProperty({ format: 'date', description: 'First day on which they no longer do.' }) readonly untilDay!: IsoDate;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
}

export class TokenView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly personId!: string;
  @ApiProperty() readonly label!: string;
  @ApiProperty({ format: 'date-time' }) readonly createdAt!: IsoInstant;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly expiresAt!: IsoInstant | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly revokedAt!: IsoInstant | null;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
}

export class IssuedTokenView extends ReceiptView {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The token itself, shown this once; null when the answer is repeated, since it is not kept.',
  })
  readonly secret!: string | null;
}
