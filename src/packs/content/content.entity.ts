import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssetKind } from './assets.queries.js';

/** Rows of the feature, as the migrations define them. */

@Entity('action_plan')
export class ActionPlanRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text') id!: string;
  @Column('text') title!: string;
  @Column('jsonb') content!: object;
  @Column('text', { array: true }) sources!: readonly string[];
}

@Entity('term_programme')
export class TermProgrammeRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text', { name: 'term_id' }) termId!: string;
  @Column('jsonb') content!: object;
  @Column('text', { array: true }) sources!: readonly string[];
}

@Entity('term_result')
export class TermResultRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text', { name: 'term_id' }) termId!: string;
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'plan_id' }) planId!: string;
  @Column('text') area!: string;
  @Column('text', { nullable: true }) objective!: string | null;
  @Column('integer', { nullable: true }) action!: number | null;
  @Column('text') text!: string;
  @Column('text', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('text', { nullable: true }) certainty!: string | null;
  @Column('text', { array: true }) sources!: readonly string[];
}

@Entity('asset')
export class AssetRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text', { name: 'handover_id' }) handoverId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: AssetKind;
  @Column('text') name!: string;
  @Column('text', { name: 'added_by' }) addedBy!: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
  @Column('text', { name: 'transferred_by', nullable: true }) transferredBy!: string | null;
  @Column('text', { name: 'transferred_persons', array: true, nullable: true }) transferredPersons!: string[] | null;
  @Column('timestamptz', { name: 'transferred_at', nullable: true }) transferredAt!: Date | null;
  @Column('text', { name: 'confirmed_by', nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt!: Date | null;
  @Column('integer') version!: number;
}

export const CONTENT_ENTITIES = [ActionPlanRow, TermProgrammeRow, TermResultRow, AssetRow];
