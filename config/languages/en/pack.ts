import { plural } from '../plural.js';
import { packAssets } from './pack-assets.js';
import { packParts } from './pack-parts.js';
import { packPrint } from './pack-print.js';

/** The contents of the handover pack. */
export const pack = {
  title: 'Handover pack',
  caption: 'Sections of the pack',
  columns: {
    section: 'Section',
    settled: 'Settled',
    documents: 'Documents',
    comments: 'Comments',
    next: 'Next date',
    state: 'State',
  },
  version: (number: number) => `Version ${String(number)}`,
  since: (day: string) => `since ${day}`,
  print: 'Print the contents',
  files: 'PDF and archive of the pack',
  back: 'Contents of the pack',
  also: 'Also in the pack',
  onward: 'What follows',
  notReady: 'The pack is not ready to review yet.',
  allSent: 'The pack is ready to review: everything has been sent.',
  allSettled: 'Everything in the pack is settled.',
  sent: (who: string, sent: number, sections: number) =>
    plural('en', sections, {
      one: `${who} has sent ${String(sent)} of # section`,
      other: `${who} has sent ${String(sent)} of # sections`,
    }),
  alsoSent: (who: string, sent: number, sections: number) => `${who} ${String(sent)} of ${String(sections)}`,
  comma: ', ',
  mail: '; whoever reviews gets an e-mail when something waits for them.',
  assets: packAssets,
  parts: packParts,
  printed: packPrint,
  later: 'A section counts as sent by a side once everything that side owns in it is with its reviewer, or settled.',
};
