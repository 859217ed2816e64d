import { ApiProperty } from '../api/swagger.js';
import { CHAIR_ROLES, type ChairRole } from '../engine/terms/chairs-on.js';
import type { Boundary, Certainty, Pause, Precision, TermDates, TermKind, TermState } from '../engine/terms/term.js';
import type { Facts, IsoDate, IsoInstant } from '../engine/words.js';

/** What the routes of this feature give, documented for readers of the API. */

const DATE = { type: String, format: 'date', nullable: true } as const;

export class HolderView {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly name!: string;
}

export class TermDatesView implements TermDates {
  @ApiProperty(DATE) readonly start!: IsoDate | null;
  @ApiProperty(DATE) readonly end!: IsoDate | null;
}

export class PrecisionView {
  @ApiProperty({ enum: ['day', 'month', 'year', 'approximate', 'unknown'] }) readonly start!: Precision;
  @ApiProperty({ enum: ['day', 'month', 'year', 'approximate', 'unknown'] }) readonly end!: Precision;
}

export class TermView {
  @ApiProperty() readonly id!: string;

  @ApiProperty({ enum: ['regular', 'caretaker', 'bridging', 'vacancy'] }) readonly kind!: TermKind;

  @ApiProperty({ enum: ['proposed', 'confirmed', 'serving', 'suspended', 'concluded', 'lapsed'] })
  readonly state!: TermState;

  @ApiProperty({ type: 'number', description: 'Order in the rotation.' }) readonly position!: number;

  @ApiProperty({ type: [HolderView], description: 'More than one are co-chairs; none is a vacancy, or not known yet.' })
  readonly holders!: readonly HolderView[];

  @ApiProperty({ type: TermDatesView, description: 'As agreed beforehand.' }) readonly planned!: TermDatesView;

  @ApiProperty({ type: TermDatesView, description: 'What really ran.' }) readonly effective!: TermDatesView;

  @ApiProperty({ type: String, nullable: true, description: 'What its programme prints.' })
  readonly label!: string | null;

  @ApiProperty({
    enum: ['shared_day', 'inclusive'],
    description: 'shared_day: the end is also the first day of the next.',
  })
  readonly boundary!: Boundary;

  @ApiProperty({
    enum: ['confirmed', 'uncertain', 'disputed'],
    description: 'disputed: a claim that a rival contests.',
  })
  readonly certainty!: Certainty;

  @ApiProperty({ type: String, nullable: true }) readonly certaintyNote!: string | null;

  @ApiProperty({ type: PrecisionView, description: 'A month is kept as its first or last day.' })
  readonly precision!: PrecisionView;

  @ApiProperty({
    type: 'array',
    items: { type: 'object' },
    description: 'Days on which the body was paused: `{ from, until }`.',
  })
  readonly pauses!: readonly Pause[];

  @ApiProperty({ type: [String] }) readonly sources!: readonly string[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What an imported document tells beside.' })
  readonly remarks!: Facts;

  @ApiProperty({ type: String, nullable: true, description: 'The instant from which it is the legal chair.' })
  readonly chairFrom!: IsoInstant | null;

  @ApiProperty({ type: String, nullable: true, description: 'The first instant at which it is not any more.' })
  readonly chairUntil!: IsoInstant | null;

  @ApiProperty({ type: 'integer' }) readonly version!: number;
}

export class TermRevisionView {
  @ApiProperty({ type: 'integer', description: 'Of the term, once it was changed.' }) readonly version!: number;
  @ApiProperty() readonly at!: IsoInstant;
  @ApiProperty({ description: 'The person who entered it.' }) readonly actorId!: string;
  @ApiProperty({ description: 'The move, or the operation on the rotation.' }) readonly move!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Each field as `{ from, to }`.' })
  readonly changed!: Facts;
  @ApiProperty({ description: 'Reference of the decision.' }) readonly decidedBy!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null once it was erased.' }) readonly reason!:
    string | null;
  @ApiProperty({ type: 'integer', description: 'The entry in the account of the body.' }) readonly accountSeq!: number;
}

export class TermWithRevisionsView extends TermView {
  @ApiProperty({ type: [TermRevisionView], description: 'Oldest first.' })
  readonly revisions!: readonly TermRevisionView[];
}

export class ChairView {
  @ApiProperty() readonly term!: string;
  @ApiProperty({ type: [HolderView] }) readonly holders!: readonly HolderView[];
  @ApiProperty({ enum: ['regular', 'caretaker', 'bridging', 'vacancy'] }) readonly kind!: TermKind;

  @ApiProperty({
    enum: CHAIR_ROLES,
    description:
      'chair, caretaker: the legal chair; paused_chair: of a paused body; vacancy: declared to have none; until_handover: past its planned end, chairs until it hands over; earlier_that_day: until the chair passed; rival_claim: one of several claimants; candidate: perhaps, its days are not known exactly; planned: is to chair then.',
  })
  readonly as!: ChairRole;

  @ApiProperty({ enum: ['confirmed', 'uncertain', 'disputed'] }) readonly certainty!: Certainty;
  @ApiProperty({ type: String, nullable: true }) readonly note!: string | null;
}

export class ChairsView {
  @ApiProperty({ format: 'date' }) readonly on!: IsoDate;

  @ApiProperty({ type: [ChairView], description: 'The legal chair first; empty when nobody is known.' })
  readonly chairs!: readonly ChairView[];
}

export class RotationProblemView {
  @ApiProperty({ enum: ['overlap', 'gap'] }) readonly kind!: 'overlap' | 'gap';
  @ApiProperty() readonly first!: string;
  @ApiProperty() readonly second!: string;
  @ApiProperty({ format: 'date' }) readonly from!: IsoDate;
  @ApiProperty(DATE) readonly until!: IsoDate | null;
  @ApiProperty({ enum: ['fact', 'plan'] }) readonly in!: 'fact' | 'plan';
}

export class RotationView {
  @ApiProperty({ type: [TermView], description: 'All terms in order, lapsed ones too.' })
  readonly terms!: readonly TermView[];

  @ApiProperty({ type: [RotationProblemView], description: 'Days between two terms that nobody has.' })
  readonly gaps!: readonly RotationProblemView[];

  @ApiProperty({ type: [RotationProblemView], description: 'Days that two terms have.' })
  readonly overlaps!: readonly RotationProblemView[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What an imported document tells of the rotation.',
  })
  readonly facts!: Facts;
}
