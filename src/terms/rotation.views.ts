import { AccountEntryView } from '../api/receipt.js';
import { ApiProperty } from '../api/swagger.js';
import type { DateMove } from '../engine/terms/term-change.js';
import type { TermState } from '../engine/terms/term.js';
import type { Facts, IsoDate } from '../engine/words.js';
import { RotationProblemView } from './terms.views.js';

/** What the operations on the rotation and its import give, documented for readers of the API. */

const IDS: { type: [StringConstructor] } = { type: [String] };
const DATE = { type: String, format: 'date', nullable: true } as const;

export class ChangedTermView {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'As it is; null for a term that would be new.' })
  readonly version!: number | null;
  @ApiProperty({ description: 'As it would be.' }) readonly state!: TermState;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Each field that would change, as `{ from, to }`.',
  })
  readonly changed!: Facts;
}

export class DateMoveView {
  @ApiProperty() readonly term!: string;
  @ApiProperty({ enum: ['planned.start', 'planned.end', 'effective.start', 'effective.end'] })
  readonly field!: DateMove['field'];
  @ApiProperty(DATE) readonly from!: IsoDate | null;
  @ApiProperty(DATE) readonly to!: IsoDate | null;
}

export class RotationPreviewView {
  @ApiProperty({ description: 'To be given back to apply just this; void as soon as anything of it has changed.' })
  readonly token!: string;
  @ApiProperty() readonly operation!: string;
  @ApiProperty({ type: [ChangedTermView] }) readonly terms!: readonly ChangedTermView[];
  @ApiProperty({ type: [DateMoveView], description: 'Every date that would move, old and new.' })
  readonly dates!: readonly DateMoveView[];
  @ApiProperty({ type: [RotationProblemView], description: 'Days that nobody would have.' })
  readonly gaps!: readonly RotationProblemView[];
  @ApiProperty({ ...IDS, description: 'Handovers under way whose dates are to be re-planned next.' })
  readonly handovers!: readonly string[];
  @ApiProperty({ ...IDS, description: 'Persons who would get a message, one each.' })
  readonly told!: readonly string[];
}

export class AppliedTermView {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty() readonly state!: TermState;
}

export class RotationReceiptView {
  @ApiProperty() readonly token!: string;
  @ApiProperty() readonly operation!: string;
  @ApiProperty({ type: [AppliedTermView] }) readonly terms!: readonly AppliedTermView[];
  @ApiProperty(IDS) readonly handovers!: readonly string[];
  @ApiProperty(IDS) readonly told!: readonly string[];
  @ApiProperty({ type: () => AccountEntryView }) readonly account!: AccountEntryView;
}

export class ImportReceiptView {
  @ApiProperty({ description: 'True when all of it was here already: nothing was written.' })
  readonly unchanged!: boolean;
  @ApiProperty(IDS) readonly added!: readonly string[];
  @ApiProperty(IDS) readonly known!: readonly string[];
  @ApiProperty({ ...IDS, description: 'Added terms that the sources leave in doubt.' })
  readonly uncertain!: readonly string[];
  @ApiProperty({ ...IDS, description: 'Members who were missing and have been added.' })
  readonly members!: readonly string[];
  @ApiProperty({ type: () => AccountEntryView }) readonly account!: AccountEntryView;
}
