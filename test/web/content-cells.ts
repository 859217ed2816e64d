import type { PersonId } from '../support/rabat.js';

const PARTIES: readonly PersonId[] = ['sec', 'ma-lead', 'ma-delegate', 'pt-lead', 'pt-delegate'];
const PARTIES_AND_OBSERVERS: readonly PersonId[] = [...PARTIES, 'watcher'];

const PACK = '/bodies/:body/handovers/:handover/pack';

/** What the pack holds: a part of the table of pages. What changes hands is changed by those who take part. */
export const CONTENT_CELLS = {
  'GET /bodies/:body/handovers/:handover/links': { opens: PARTIES },
  'POST /bodies/:body/handovers/:handover/links': { opens: PARTIES },
  [`GET ${PACK}`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${PACK}/stocktaking`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${PACK}/meetings`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${PACK}/contacts`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${PACK}/programme`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${PACK}/assets`]: { opens: PARTIES_AND_OBSERVERS },
  [`POST ${PACK}/assets`]: { opens: PARTIES },
  [`POST ${PACK}/assets/:asset/transfer`]: { opens: PARTIES },
  [`POST ${PACK}/assets/:asset/confirm`]: { opens: PARTIES },
  [`POST ${PACK}/assets/:asset/remove`]: { opens: PARTIES },
  [`GET ${PACK}/assets/:asset/send-back`]: { opens: PARTIES },
  [`POST ${PACK}/assets/:asset/send-back`]: { opens: PARTIES },
} as const;
