import type { PageTexts } from '../en/pages.js';

export const gates: PageTexts['gates'] = {};
