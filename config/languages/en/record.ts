import { archiveFaults } from './archive-faults.js';
import { recordFiles } from './record-files.js';
import { recordPage } from './record-page.js';
import { verifyPage } from './verify-page.js';

/** Records of handovers, the files of a pack, and checking them. */
export const record = { faults: archiveFaults, files: recordFiles, page: recordPage, verify: verifyPage };
