import { AccountEntryView } from '../api/receipt.js';
import { ApiProperty } from '../api/swagger.js';
import { IsKey } from '../api/text-fields.js';
import { IsShaped } from '../api/value-fields.js';
import type { ListedLink } from './import-links.js';
import { EvidenceForm } from './tasks.forms.js';

/** More than a checklist of sixty tasks has need of. */
export const MOST_LINKS = 200;

export class LinkForm extends EvidenceForm {
  @IsKey({ says: 'The task of the handover whose evidence it becomes.', example: 'GOV-01' })
  task!: string;
}

export class LinksForm {
  @IsShaped(() => LinkForm, { listOfAtMost: MOST_LINKS, says: 'The links, each with its task.' })
  links!: LinkForm[];
}

/** What came of a list of links. */
export class LinksReceiptView {
  @ApiProperty({ type: [String], description: 'Ids of the pieces of evidence, in the order of the list.' })
  readonly added!: readonly string[];

  @ApiProperty({ type: () => AccountEntryView })
  readonly account!: AccountEntryView;
}

/** What a form says, as it is brought in. */
export function linkOf({ task, title, reference, language, marking }: LinkForm): ListedLink {
  return { taskId: task, title, reference, language: language ?? null, ...(marking === undefined ? {} : { marking }) };
}
