import { activity as english } from '../en/activity.js';
import type { PageTexts } from '../en/pages.js';

export const activity: PageTexts['activity'] = english;
