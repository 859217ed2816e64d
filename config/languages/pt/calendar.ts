import type { PageTexts } from '../en/pages.js';

export const calendar: PageTexts['calendar'] = {};
