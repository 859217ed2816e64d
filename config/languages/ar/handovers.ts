import type { PageTexts } from '../en/pages.js';
import { handoverList } from './handover-list.js';
import { make, moves } from './making.js';

export const handovers: PageTexts['handovers'] = { list: handoverList, make, moves };
