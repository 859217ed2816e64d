import type { ConductTable } from './conduct.js';

const ONLY_AT_A_MEETING = ['SOM-03', 'SOM-05', 'SOM-07', 'SOM-08', 'SOM-09', 'SOM-10', 'PRO-02', 'AFT-01'];

/** France to Equatorial Guinea: what only a meeting needs is left lying while nobody knows when there will be one. */
export const REMOTE_CONDUCT: ConductTable = {
  'SOM-01': { submit: 0, by: 'fr-lead' },
  'GOV-02': { submit: -6, by: 'fr-lead' },
  'RES-03': {
    returned: {
      reason: 'The months of the pandemic are missing.',
      mended: 'A chapter on the online meetings is added.',
    },
  },
  'SOM-06': { inScene: true },
  'PRO-04': { inScene: true },
  ...Object.fromEntries(ONLY_AT_A_MEETING.map((task) => [task, { inScene: true }])),
};

/** Equatorial Guinea to Spain. */
export const MALABO_CONDUCT: ConductTable = {
  'SOM-01': { submit: 0, by: 'gq-lead' },
  'GOV-02': { submit: -6, by: 'gq-lead' },
  'CON-02': { late: 1 },
  'SOM-09': { submit: 0, review: 0 },
  'PRO-04': { inScene: true },
};
