import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SectionState } from '../engine/handovers/section.js';
import type { EffectWay, HandoverState, SignedLanguage } from '../engine/handovers/handover.js';
import type { ReminderLadder } from '../engine/plan/reminders.js';
import type { TaskState } from '../engine/tasks/task.js';
import type { Translated } from '../engine/tasks/template.js';
import type { Anchor, Desk, DueUnit, Evidence, IsoDate, Marking } from '../engine/words.js';

/** Rows of the feature, as the migrations define them. Days are `YYYY-MM-DD`, instants JavaScript dates. */

@Entity('template')
export class TemplateRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text') id!: string;
  @PrimaryColumn('text') version!: string;
  @Column('jsonb') content!: object;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
}

@Entity('meeting')
export class MeetingRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text') id!: string;
  @Column('text') title!: string;
  @Column('text') type!: MeetingType;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('text', { name: 'country_id', nullable: true }) countryId!: string | null;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn!: IsoDate | null;
  @Column('date', { name: 'ends_on', nullable: true }) endsOn!: IsoDate | null;
  @Column('text') status!: MeetingStatus;
  @Column('text') format!: MeetingFormat;
  @Column('jsonb') facts!: object;
  @Column('integer') version!: number;
}

export const MEETING_TYPES = [
  'som',
  'ministerial',
  'steering_committee',
  'thematic',
  'joint',
  'special_event',
  'online',
] as const;
export type MeetingType = (typeof MEETING_TYPES)[number];
export const MEETING_STATUSES = ['announced', 'postponed', 'held', 'not_held', 'cancelled'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];
export const MEETING_FORMATS = ['in_person', 'online', 'hybrid'] as const;
export type MeetingFormat = (typeof MEETING_FORMATS)[number];

@Entity('handover')
export class HandoverRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text') id!: string;
  @Column('text') title!: string;
  @Column('text', { name: 'outgoing_term_id' }) outgoingTermId!: string;
  @Column('text', { name: 'incoming_term_id' }) incomingTermId!: string;
  @Column('text', { name: 'meeting_id', nullable: true }) meetingId!: string | null;
  @Column('text', { name: 'template_id' }) templateId!: string;
  @Column('text', { name: 'template_version' }) templateVersion!: string;
  @Column('text') state!: HandoverState;
  @Column('date', { name: 'handover_date', nullable: true }) handoverDate!: IsoDate | null;
  @Column('date', { name: 'term_start', nullable: true }) termStart!: IsoDate | null;
  @Column('text', { name: 'outgoing_calendar_id' }) outgoingCalendarId!: string;
  @Column('text', { name: 'incoming_calendar_id' }) incomingCalendarId!: string;
  @Column('text', { name: 'secretariat_calendar_id' }) secretariatCalendarId!: string;
  @Column('jsonb') ladder!: ReminderLadder;
  @Column('integer', { name: 'plan_revision' }) planRevision!: number;
  @Column('integer', { name: 'signing_round' }) signingRound!: number;
  @Column('date', { name: 'ceremony_on', nullable: true }) ceremonyOn!: IsoDate | null;
  @Column('timestamptz', { name: 'effected_at', nullable: true }) effectedAt!: Date | null;
  @Column('text', { name: 'effected_how', nullable: true }) effectedHow!: 'signed' | 'without_signature' | null;
  @Column('text', { name: 'effected_by', nullable: true }) effectedBy!: EffectWay | null;
  @Column('text', { name: 'effect_reference', nullable: true }) effectReference!: string | null;
  @Column('integer') version!: number;
}

@Entity('section')
export class SectionRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text', { name: 'handover_id' }) handoverId!: string;
  @PrimaryColumn('text') id!: string;
  @Column('integer') position!: number;
  @Column('jsonb') title!: Translated;
  @Column('text') state!: SectionState;
  @Column('timestamptz', { name: 'state_since' }) stateSince!: Date;
  @Column('integer') version!: number;
  @Column('text') summary!: string;
  @Column('text') needs!: string;
  @Column('text', { name: 'presented_sides', array: true, nullable: true }) presentedSides!: string[] | null;
  @Column('text', { name: 'presented_persons', array: true, nullable: true }) presentedPersons!: string[] | null;
  @Column('jsonb', { name: 'presented_content', nullable: true }) presentedContent!: object | null;
  @Column('date', { name: 'review_due_on', nullable: true }) reviewDueOn!: IsoDate | null;
  @Column('timestamptz', { name: 'review_look_at', nullable: true }) reviewLookAt!: Date | null;
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decision_note', nullable: true }) decisionNote!: string | null;
  @Column('text', { nullable: true }) reservation!: string | null;
  @Column('text', { name: 'reservation_task_id', nullable: true }) reservationTaskId!: string | null;
  @Column('jsonb', { name: 'accepted_content', nullable: true }) acceptedContent!: object | null;
  @Column('boolean', { name: 'by_silence' }) bySilence!: boolean;
}

@Entity('section_comment')
export class SectionCommentRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text', { name: 'handover_id' }) handoverId!: string;
  @PrimaryColumn('text', { name: 'section_id' }) sectionId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('text', { name: 'author_id' }) authorId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') text!: string;
  @Column('text', { array: true }) mentions!: string[];
}

@Entity('task')
export class TaskRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text', { name: 'handover_id' }) handoverId!: string;
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'section_id' }) sectionId!: string;
  @Column('integer') position!: number;
  @Column('jsonb') title!: Translated;
  @Column('text') description!: string;
  @Column('text') owner!: Desk;
  @Column('text', { name: 'accepted_by', nullable: true }) acceptedBy!: Desk | null;
  @Column('boolean') mandatory!: boolean;
  @Column('text') evidence!: Evidence;
  @Column('text', { name: 'evidence_kind' }) evidenceKind!: string;
  @Column('text') marking!: Marking;
  @Column('boolean', { name: 'blocks_handover' }) blocksHandover!: boolean;
  @Column('text', { name: 'due_anchor' }) dueAnchor!: Anchor;
  @Column('integer', { name: 'due_offset' }) dueOffset!: number;
  @Column('text', { name: 'due_unit' }) dueUnit!: DueUnit;
  @Column('text', { name: 'depends_on', array: true }) dependsOn!: string[];
  @Column('text', { name: 'office_id', nullable: true }) officeId!: string | null;
  @Column('text', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text') state!: TaskState;
  @Column('timestamptz', { name: 'state_since' }) stateSince!: Date;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: IsoDate | null;
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt!: Date | null;
  @Column('jsonb', { name: 'due_because', nullable: true }) dueBecause!: object | null;
  @Column('boolean') compressed!: boolean;
  @Column('date', { name: 'pinned_on', nullable: true }) pinnedOn!: IsoDate | null;
  @Column('date', { name: 'committed_on', nullable: true }) committedOn!: IsoDate | null;
  @Column('integer', { name: 'evidence_count' }) evidenceCount!: number;
  @Column('text', { name: 'submitted_sides', array: true, nullable: true }) submittedSides!: string[] | null;
  @Column('text', { name: 'submitted_persons', array: true, nullable: true }) submittedPersons!: string[] | null;
  @Column('text', { array: true }) acceptances!: string[];
  @Column('text', { array: true }) waivers!: string[];
  @Column('text', { name: 'agreed_persons', array: true }) agreedPersons!: string[];
  @Column('integer') version!: number;
}

@Entity('evidence')
export class EvidenceRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text', { name: 'handover_id' }) handoverId!: string;
  @PrimaryColumn('text', { name: 'task_id' }) taskId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') title!: string;
  @Column('text') reference!: string;
  @Column('text', { nullable: true }) language!: string | null;
  @Column('text') marking!: Marking;
  @Column('text', { name: 'added_by' }) addedBy!: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt!: Date | null;
}

@Entity('task_comment')
export class TaskCommentRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text', { name: 'handover_id' }) handoverId!: string;
  @PrimaryColumn('text', { name: 'task_id' }) taskId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'author_id' }) authorId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') text!: string;
}

@Entity('signature')
export class SignatureRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text', { name: 'handover_id' }) handoverId!: string;
  @PrimaryColumn('integer') round!: number;
  @PrimaryColumn('text') side!: 'outgoing' | 'incoming';
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('text', { name: 'signed_for_id' }) signedForId!: string;
  @Column('timestamptz', { name: 'signed_at' }) signedAt!: Date;
  @Column('text', { nullable: true }) declaration!: string | null;
  @Column('text', { nullable: true }) language!: SignedLanguage | null;
  @Column('text', { nullable: true }) rank!: string | null;
  @Column('text', { name: 'signed_name', nullable: true }) signedName!: string | null;
  @Column('bigint', { name: 'account_seq', nullable: true }) accountSeq!: string | null;
  @Column('text', { name: 'account_head', nullable: true }) accountHead!: string | null;
  @Column('text', { name: 'paper_sha256', nullable: true }) paperSha256!: string | null;
  @Column('text', { name: 'paper_media_type', nullable: true }) paperMediaType!: string | null;
  @Column('bigint', { name: 'paper_bytes', nullable: true }) paperBytes!: string | null;
}

@Entity('plan_revision')
export class PlanRevisionRow {
  @PrimaryColumn('text', { name: 'body_id' }) bodyId!: string;
  @PrimaryColumn('text', { name: 'handover_id' }) handoverId!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('timestamptz') at!: Date;
  @Column('text', { name: 'actor_id' }) actorId!: string;
  @Column('text') cause!: string;
  @Column('jsonb') anchors!: object;
  @Column('jsonb') difference!: object;
}

export const HANDOVER_ENTITIES = [
  TemplateRow,
  MeetingRow,
  HandoverRow,
  SectionRow,
  SectionCommentRow,
  TaskRow,
  EvidenceRow,
  TaskCommentRow,
  SignatureRow,
  PlanRevisionRow,
];
