import type { PageTexts } from '../en/pages.js';
import { make, moves } from './making.js';
import { pack } from './pack.js';

export const handovers: PageTexts['handovers'] = { make, moves, pack };
