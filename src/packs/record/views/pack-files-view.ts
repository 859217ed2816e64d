import type { HandoverFrame } from '../../../handovers/handover-frame.queries.js';
import type { Viewer } from '../../../people/find-session.js';
import type { PageRequest } from '../../../web/page-request.js';
import type { PackFile, RecordSummary } from '../pack-files.queries.js';

/** What the page of records and files is made from. */
export interface PackFilesView {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  readonly records: readonly RecordSummary[];
  /** Archives and PDFs, the newest first. */
  readonly files: readonly PackFile[];
}
