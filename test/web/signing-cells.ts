import type { PersonId } from '../support/rabat.js';

const PARTIES: readonly PersonId[] = ['sec', 'ma-lead', 'ma-delegate', 'pt-lead', 'pt-delegate'];
const PARTIES_AND_OBSERVERS: readonly PersonId[] = [...PARTIES, 'watcher'];

const OF_HANDOVER = '/bodies/:body/handovers/:handover';

/** Passing the chair: a part of the table of pages. Papers are for those who take part. */
export const SIGNING_CELLS = {
  [`GET ${OF_HANDOVER}/passing`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_HANDOVER}/freeze`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/freeze`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/sign`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/sign`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/sign/paper`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/sign/paper`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/reopen`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/reopen`]: { opens: PARTIES, sends: { reason: 'Because' } },
  [`GET ${OF_HANDOVER}/effect`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/effect`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/close`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/close`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/addenda/new`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/addenda/new`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/signatures/:round/:side/paper`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/addenda/:number/document`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/tasks/:task/fulfil`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/fulfil`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/commitments`]: { opens: PARTIES_AND_OBSERVERS },
} as const;
