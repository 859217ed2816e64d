import { IsKey, IsLine, IsRealDate, IsDateFrom } from '../api/text-fields.js';
import { IsOneOf } from '../api/value-fields.js';
import {
  MEETING_FORMATS,
  MEETING_STATUSES,
  MEETING_TYPES,
  type MeetingFormat,
  type MeetingStatus,
  type MeetingType,
} from './handovers.entity.js';

export class NewMeetingForm {
  @IsKey({ example: 'som-2024-rabat' }) id!: string;
  @IsLine(300) title!: string;
  @IsOneOf(MEETING_TYPES) type!: MeetingType;
  @IsLine(200, { optional: true, nullable: true }) place?: string | null;
  @IsKey({ optional: true, nullable: true, says: 'ISO code of the country.' }) countryId?: string | null;
  @IsRealDate({ optional: true, nullable: true }) startsOn?: string | null;
  @IsDateFrom('startsOn', { optional: true, nullable: true }) endsOn?: string | null;
  @IsOneOf(MEETING_STATUSES, { optional: true }) status?: MeetingStatus;
  @IsOneOf(MEETING_FORMATS, { optional: true }) format?: MeetingFormat;
}

export class ChangeMeetingForm {
  @IsLine(300, { optional: true }) title?: string;
  @IsLine(200, { optional: true, nullable: true }) place?: string | null;
  @IsOneOf(MEETING_FORMATS, { optional: true }) format?: MeetingFormat;
  @IsOneOf(MEETING_STATUSES, { optional: true }) status?: MeetingStatus;
}
