import { layout as english } from '../en/layout.js';
import type { PageTexts } from '../en/pages.js';

export const layout: PageTexts['layout'] = english;
