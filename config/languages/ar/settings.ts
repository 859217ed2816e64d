import type { PageTexts } from '../en/pages.js';

export const settings: PageTexts['settings'] = {};
