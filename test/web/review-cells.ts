import type { PersonId } from '../support/rabat.js';

/** A review is between the chairs and the secretariat; which of them may what the engine decides. */
const PARTIES: readonly PersonId[] = ['sec', 'ma-lead', 'ma-delegate', 'pt-lead', 'pt-delegate'];

const OF_SECTION = '/bodies/:body/handovers/:handover/pack/sections/:section';

/** The review of a section: a part of the table of pages. */
export const REVIEW_CELLS = {
  [`GET ${OF_SECTION}`]: { opens: PARTIES },
  [`GET ${OF_SECTION}/decision`]: { opens: PARTIES },
  [`POST ${OF_SECTION}/decision`]: { opens: PARTIES, sends: { decision: 'accept' } },
  [`POST ${OF_SECTION}/comments`]: { opens: PARTIES },
  [`GET ${OF_SECTION}/present`]: { opens: PARTIES },
  [`POST ${OF_SECTION}/present`]: { opens: PARTIES, sends: { summary: 'What was done' } },
} as const;
