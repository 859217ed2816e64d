import type { PersonId } from '../support/rabat.js';

const PARTIES: readonly PersonId[] = ['sec', 'ma-lead', 'ma-delegate', 'pt-lead', 'pt-delegate'];
const PARTIES_AND_OBSERVERS: readonly PersonId[] = [...PARTIES, 'watcher'];

const OF_HANDOVER = '/api/v1/bodies/:body/handovers/:handover';
const SIGNED = { rank: 'Director General', language: 'en', confirmation: 'I confirm' };

/** Passing the chair: a part of the table of permissions. */
export const SIGNING_CELLS = {
  [`GET ${OF_HANDOVER}/passing`]: { opens: PARTIES_AND_OBSERVERS },
  [`POST ${OF_HANDOVER}/sign`]: { opens: PARTIES, sends: SIGNED },
  [`POST ${OF_HANDOVER}/sign/paper`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/addenda`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/signatures/:round/:side/paper`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/addenda/:number/document`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/fulfil`]: { opens: PARTIES, sends: { reason: 'Answered' } },
  [`GET ${OF_HANDOVER}/commitments`]: { opens: PARTIES_AND_OBSERVERS },
} as const;
