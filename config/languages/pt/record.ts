import type { PageTexts } from '../en/pages.js';
import { archiveFaults } from './archive-faults.js';
import { recordFiles } from './record-files.js';
import { recordPage } from './record-page.js';
import { verifyPage } from './verify-page.js';

export const record: PageTexts['record'] = {
  faults: archiveFaults,
  files: recordFiles,
  page: recordPage,
  verify: verifyPage,
};
