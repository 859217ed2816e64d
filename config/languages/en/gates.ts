import { plural } from '../plural.js';
import { gateSentences } from './gate-sentences.js';

/** Why something is not possible now, and whose move it is. */
export const gates = {
  title: 'This is not possible now',
  /** Where a condition has no sentence of its own. */
  other: 'A condition for this is not met yet.',
  count: (count: number) =>
    plural('en', count, { one: 'One condition is not met:', other: '# conditions are not met:' }),
  whose: {
    outgoing: 'Waiting for the outgoing chair.',
    incoming: 'Waiting for the incoming chair.',
    secretariat: 'Waiting for the Secretariat.',
    joint: 'Waiting for both chairs.',
    nobody: '',
  },
  look: {
    task: (id: string) => `Open task ${id}`,
    term: 'Open the rotation',
    handover: 'Open the handover',
    meeting: 'Open the calendar',
    person: 'Open the person’s page',
    section: 'Open the section',
    archive: 'Open the archive',
  },
  desks: {
    outgoing: 'the outgoing chair',
    incoming: 'the incoming chair',
    secretariat: 'the Secretariat',
    joint: 'both chairs',
  },
  fields: {
    reason: 'the reason',
    decidedBy: 'who decided it',
    id: 'the short name',
    label: 'the printed name',
    on: 'the day',
    end: 'the last day',
    'planned.start': 'the planned first day',
    'planned.end': 'the planned last day',
  } as Readonly<Record<string, string>>,
  sentences: gateSentences,
};
