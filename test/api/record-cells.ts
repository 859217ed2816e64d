import type { PersonId } from '../support/rabat.js';

const PARTIES: readonly PersonId[] = ['sec', 'ma-lead', 'ma-delegate', 'pt-lead', 'pt-delegate'];
const SECRETARIAT: readonly PersonId[] = ['sec'];

const OF_HANDOVER = '/api/v1/bodies/:body/handovers/:handover';
const PDF = { language: 'fr', standard: 'a-2a' };

/** Records and files: a part of the table of permissions. */
export const RECORD_CELLS = {
  [`GET ${OF_HANDOVER}/records`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/records`]: { opens: SECRETARIAT },
  [`GET ${OF_HANDOVER}/files`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/files/archive`]: { opens: PARTIES, sends: { record: 1 } },
  [`POST ${OF_HANDOVER}/files/record-pdf`]: { opens: PARTIES, sends: { record: 1, ...PDF } },
  [`POST ${OF_HANDOVER}/files/pack-pdf`]: { opens: PARTIES, sends: PDF },
  [`GET ${OF_HANDOVER}/files/:file`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/files/:file/content`]: { opens: PARTIES },
} as const;
