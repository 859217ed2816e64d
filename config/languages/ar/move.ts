import type { PageTexts } from '../en/pages.js';

export const move: PageTexts['move'] = {};
