import type { PageTexts } from '../en/pages.js';
import { recordPage } from './record-page.js';

export const record: PageTexts['record'] = { page: recordPage };
