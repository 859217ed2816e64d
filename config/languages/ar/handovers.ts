import type { PageTexts } from '../en/pages.js';

export const handovers: PageTexts['handovers'] = {};
