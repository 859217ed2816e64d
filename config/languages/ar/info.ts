import type { PageTexts } from '../en/pages.js';

export const info: PageTexts['info'] = {};
