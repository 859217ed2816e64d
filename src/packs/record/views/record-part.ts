import type { PageLanguage, textsOf } from '../../../../config/languages/pages.js';
import type { HandoverRecord } from '../handover-record.js';

/** In which language a record is read. */
export interface RecordReader {
  readonly language: PageLanguage;
  readonly locale: string;
  readonly texts: ReturnType<typeof textsOf>;
}

/** What each part of the page of a record is made from. */
export interface RecordPartProps {
  readonly record: HandoverRecord;
  readonly reader: RecordReader;
}
