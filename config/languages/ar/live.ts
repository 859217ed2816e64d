import type { PageTexts } from '../en/pages.js';

export const live: PageTexts['live'] = {};
