import type { PersonId } from '../support/rabat.js';

const PARTIES: readonly PersonId[] = ['sec', 'ma-lead', 'ma-delegate', 'pt-lead', 'pt-delegate'];
const SECRETARIAT: readonly PersonId[] = ['sec'];

const FILES = '/bodies/:body/handovers/:handover/pack/files';
const PDF = { language: 'fr', standard: 'ua-1', holds: 'all' };

/** Records and files: a part of the table of pages. Only those who take part have them. */
export const RECORD_CELLS = {
  [`GET ${FILES}`]: { opens: PARTIES },
  [`GET ${FILES}/:file`]: { opens: PARTIES },
  [`POST ${FILES}/record`]: { opens: SECRETARIAT },
  [`POST ${FILES}/records/:number/archive`]: { opens: PARTIES, sends: { holds: 'all' } },
  [`POST ${FILES}/records/:number/pdf`]: { opens: PARTIES, sends: PDF },
  [`POST ${FILES}/pdf`]: { opens: PARTIES, sends: PDF },
} as const;
