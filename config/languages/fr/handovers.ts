import { handovers as english } from '../en/handovers.js';
import type { PageTexts } from '../en/pages.js';

export const handovers: PageTexts['handovers'] = english;
