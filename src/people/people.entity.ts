import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SilenceRule } from '../engine/handovers/section.js';
import type { CalendarDefinition } from '../engine/time/calendar.js';
import type { IsoDate, Language, Role } from '../engine/words.js';
import type { Boundary } from '../engine/terms/term.js';

/** Rows of the feature, as the migrations define them. Days are `YYYY-MM-DD`, instants JavaScript dates. */

@Entity('body')
export class BodyRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'short_name' }) shortName!: string;
  @Column('text') zone!: string;
  @Column('text') boundary!: Boundary;
  @Column('text', { name: 'secretariat_name' }) secretariatName!: string;
  @Column('text', { name: 'secretariat_calendar_id' }) secretariatCalendarId!: string;
  @Column('jsonb') facts!: object;
  @Column('integer', { name: 'review_days' }) reviewDays!: number;
  @Column('text', { name: 'review_silence' }) reviewSilence!: SilenceRule;
  @Column('integer') version!: number;
}

@Entity('calendar')
export class CalendarRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text') id!: string;
  @Column('jsonb') definition!: CalendarDefinition;
  @Column('integer') version!: number;
}

export const MEMBER_STATUSES = ['partner', 'observer', 'organisation', 'suspended', 'former'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

@Entity('member')
export class MemberRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'rotation_group', nullable: true }) rotationGroup!: string | null;
  @Column('text') status!: MemberStatus;
  @Column('text', { name: 'calendar_id', nullable: true }) calendarId!: string | null;
  @Column('integer') version!: number;
}

@Entity('office')
export class OfficeRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'member_id', nullable: true }) memberId!: string | null;
  @Column('text') name!: string;
  @Column('text', { name: 'calendar_id' }) calendarId!: string;
  @Column('integer') version!: number;
}

@Entity('person')
export class PersonRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'office_id' }) officeId!: string;
  @Column('text') name!: string;
  @Column('text') mail!: string;
  @Column('text') language!: Language;
  @Column('date', { name: 'left_on', nullable: true }) leftOn!: IsoDate | null;
  @Column('integer') version!: number;
}

@Entity('role_grant')
export class RoleGrantRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('text') role!: Role;
  @Column('date', { name: 'from_day' }) fromDay!: IsoDate;
  @Column('date', { name: 'until_day', nullable: true }) untilDay!: IsoDate | null;
  @Column('integer') version!: number;
}

@Entity('stand_in')
export class StandInRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('text', { name: 'stand_in_id' }) standInId!: string;
  @Column('date', { name: 'from_day' }) fromDay!: IsoDate;
  @Column('date', { name: 'until_day' }) untilDay!: IsoDate;
  @Column('integer') version!: number;
}

@Entity('api_token')
export class ApiTokenRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('text') label!: string;
  @Column('text', { name: 'secret_hash' }) secretHash!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('integer') version!: number;
}

export const PEOPLE_ENTITIES = [
  BodyRow,
  CalendarRow,
  MemberRow,
  OfficeRow,
  PersonRow,
  RoleGrantRow,
  StandInRow,
  ApiTokenRow,
];
