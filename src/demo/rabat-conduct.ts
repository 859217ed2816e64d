import type { ConductTable } from './conduct.js';

/** What is out of the ordinary in how Morocco, Portugal and the secretariat go about their tasks. */
export const RABAT_CONDUCT: ConductTable = {
  // Due the day after the handover is made.
  'SOM-01': { submit: 0, review: 0, by: 'ma-lead' },
  'GOV-02': { submit: -6, by: 'ma-lead' },
  'RES-03': {
    returned: {
      reason: 'The chapter on regular migration has no figures yet, and two meetings are missing.',
      mended: 'Figures added from the tracker; the meetings in Geneva and The Hague are in.',
    },
    submit: -6,
  },
  'PRG-02': {
    returned: {
      reason: 'Two meetings fall into the same week; please spread them.',
      mended: 'Lisbon in May, Praia in June.',
    },
    submit: -7,
  },
  'DOC-01': {
    returned: { reason: 'The index does not say which papers are restricted.', mended: 'Markings added.' },
    submit: -6,
  },
  // What is late, and what that sets off: a day, three days, and for weeks.
  'CON-02': { late: 2 },
  'COM-02': { late: 3 },
  'PRG-07': { late: 8 },
  'RES-06': { waived: 'Its substance went into the final stocktaking report; a note of its own would say it twice.' },
  'OPN-03': {
    taken: {
      reason: 'Two letters came in January and ask about the next programme: the incoming chair answers them.',
      dueOn: '2024-02-29',
    },
  },
  'SOM-09': { submit: 0, review: 0 },
  'PRO-04': { inScene: true },
};
