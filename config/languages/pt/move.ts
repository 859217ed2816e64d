import { move as english } from '../en/move.js';
import type { PageTexts } from '../en/pages.js';

export const move: PageTexts['move'] = english;
