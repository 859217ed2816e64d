import { PAGE_LANGUAGES, type PageLanguage } from '../../../config/languages/pages.js';
import { IsFlag, IsOneOf, IsWhole } from '../../api/value-fields.js';
import type { PdfStandard } from '../content/pdf/typesetter.js';

const STANDARDS: readonly PdfStandard[] = ['ua-1', 'a-2a'];
const STANDARD = 'ua-1 (PDF/UA-1) for reading, a-2a (PDF/A-2a) for keeping.';
const MOST_RECORDS = 1_000_000;

/** Which record an archive is wanted of. */
export class ArchiveForm {
  @IsWhole(1, MOST_RECORDS, { says: 'The number of the record.' })
  record!: number;

  @IsFlag({ optional: true, says: 'Whether restricted documents are in it; left out without.' })
  withRestricted?: boolean;
}

/** In which language and for what a PDF is wanted. */
class PdfForm {
  @IsOneOf(PAGE_LANGUAGES, { says: 'The language it is set in; a record stands in those of both chairs as well.' })
  language!: PageLanguage;

  @IsOneOf(STANDARDS, { says: STANDARD })
  standard!: PdfStandard;
}

/** Which record is wanted as a PDF. */
export class RecordPdfForm extends PdfForm {
  @IsWhole(1, MOST_RECORDS, { says: 'The number of the record.' })
  record!: number;
}

/** How the pack is wanted as a PDF. */
export class PackPdfForm extends PdfForm {
  @IsFlag({ optional: true, says: 'Whether what is restricted is named in it; left out without.' })
  withRestricted?: boolean;
}

/** What an archive or a pack is to hold, as a page sends it. */
export class HoldsForm {
  @IsOneOf(['all', 'open'])
  holds!: 'all' | 'open';
}

/** A record as a PDF, as a page sends it. */
export class TypedRecordPdfForm extends PdfForm {}

/** The pack as a PDF, as a page sends it. */
export class TypedPackPdfForm extends PdfForm {
  @IsOneOf(['all', 'open'])
  holds!: 'all' | 'open';
}
