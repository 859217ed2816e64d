import { ApiProperty } from '../api/swagger.js';
import { SILENCE_RULES, type SilenceRule } from '../engine/handovers/section.js';
import type { Boundary } from '../engine/terms/term.js';
import type { Facts, IsoDate, Language, Role } from '../engine/words.js';
import type { MemberStatus } from './people.entity.js';

/** What readers are given; everyone of a body sees its people's names and mail addresses, and nobody else does. */
export class BodyView {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly shortName!: string;
  @ApiProperty({ description: 'Its days begin and end in this zone.' }) readonly zone!: string;
  @ApiProperty({ type: String, description: 'Whether a term ends on the day the next begins, or on the day before.' })
  readonly boundary!: Boundary;
  @ApiProperty() readonly secretariatName!: string;
  @ApiProperty() readonly secretariatCalendarId!: string;
  @ApiProperty({ type: Object, description: 'What else is kept of it.' }) readonly facts!: Facts;
  @ApiProperty({ type: 'integer', description: 'Working days that an incoming chair has to review a section.' })
  readonly reviewDays!: number;
  @ApiProperty({ enum: SILENCE_RULES, description: 'What becomes of a section on which nobody decides by its day.' })
  readonly reviewSilence!: SilenceRule;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
}

export class MemberView {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Group of the rotation.' })
  readonly rotationGroup!: string | null;
  @ApiProperty({ type: String }) readonly status!: MemberStatus;
  @ApiProperty({ type: String, nullable: true }) readonly calendarId!: string | null;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
}

export class OfficeView {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null for an office of the secretariat.' })
  readonly memberId!: string | null;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly calendarId!: string;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
}

export class PersonView {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly officeId!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The member of their office.' })
  readonly memberId!: string | null;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly mail!: string;
  @ApiProperty({ type: String, description: 'In which mail reaches them.' }) readonly language!: Language;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'First day without a part in the body.' })
  readonly leftOn!: IsoDate | null;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
}

export class MeView {
  @ApiProperty() readonly bodyId!: string;
  @ApiProperty({ type: () => PersonView }) readonly person!: PersonView;
  @ApiProperty({ type: String, nullable: true }) readonly memberId!: string | null;
  @ApiProperty({ type: [String], description: 'Today: their own, and those of whom they stand in for.' })
  readonly roles!: readonly Role[];
}
