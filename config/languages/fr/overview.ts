import { overview as english } from '../en/overview.js';
import type { PageTexts } from '../en/pages.js';

export const overview: PageTexts['overview'] = english;
