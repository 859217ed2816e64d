import type { PageTexts } from '../en/pages.js';

export const tasks: PageTexts['tasks'] = {};
