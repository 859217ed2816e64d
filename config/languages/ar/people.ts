import type { PageTexts } from '../en/pages.js';

export const people: PageTexts['people'] = {};
