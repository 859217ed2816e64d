import type { PageTexts } from '../en/pages.js';

export const documents: PageTexts['documents'] = {};
