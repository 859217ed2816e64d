import { handoverList } from './handover-list.js';
import { make, moves } from './making.js';

/** The list of handovers and making one. */
export const handovers = { list: handoverList, make, moves };
