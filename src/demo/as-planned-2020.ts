import type { BodyDocuments } from '../commands/body-file.js';
import type { NewMeeting } from '../handovers/add-meeting.js';
import { knownOn } from './known-on.js';

/**
 * The rotation as it was planned in the summer of 2020. Source: what the terms of the file say of their plans: a handover
 * at the meeting in Paris on 20 and 21 October 2020, a next one in July 2021, and one in late 2022.
 */
const PLANNED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '2019-FR': { end: '2020-10-21', endPrecision: 'day' },
  '2020-GQ': { start: '2020-10-21', startPrecision: 'day', end: '2021-07', endPrecision: 'month' },
  '2021-ES': { start: '2021-07', startPrecision: 'month', end: '2022', endPrecision: 'year' },
};

/** Nobody knew yet of any term after that. */
const LAST = '2021-ES';

/** The days of July 2021 are the story's own: only the month is known. */
const MALABO_IN_JULY = {
  startsOn: '2021-07-14',
  endsOn: '2021-07-15',
  status: 'announced',
  format: 'in_person',
} as const;

/** The second date of the meeting in Paris stands in the file as a meeting of its own; here the first one moves to it. */
const SECOND_DATE = 'som-2021-paris';

/** The action plan and the programmes of the file are of the conference in Cadiz in December 2022, and later. */
const NO_PLANS = { actionPlans: [], programmes: [], results: [] } as const;

/** The documents of the body as they were planned when the French chair was to end in October 2020. */
export function asPlannedIn2020(documents: BodyDocuments): BodyDocuments {
  const known = knownOn('2020-06-15', documents);
  const meetings = known.file.meetings.filter(({ id }) => id !== SECOND_DATE).map(asPlanned);
  return { ...known, file: { ...known.file, meetings, ...NO_PLANS }, rotation: plannedRotation(documents.rotation) };
}

function asPlanned(meeting: NewMeeting): NewMeeting {
  return meeting.id === 'som-2021-malabo' ? { ...meeting, ...MALABO_IN_JULY } : meeting;
}

function plannedRotation(rotation: unknown): unknown {
  if (!hasTerms(rotation)) throw new TypeError('The rotation of the body has no terms');
  const last = rotation.terms.findIndex(({ key }) => key === LAST);
  const terms = rotation.terms.slice(0, last + 1).map((term) => {
    const planned = PLANNED[String(term.key)];
    if (planned === undefined) return term;
    const { lengthDays: _length, ...entry } = term;
    return { ...entry, ...planned };
  });
  return { ...rotation, terms };
}

function hasTerms(value: unknown): value is { readonly terms: readonly Readonly<Record<string, unknown>>[] } {
  return typeof value === 'object' && value !== null && 'terms' in value && Array.isArray(value.terms);
}
