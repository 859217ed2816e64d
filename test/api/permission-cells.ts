import { RECORD_CELLS } from './record-cells.js';
import { SIGNING_CELLS } from './signing-cells.js';
import { HANDOVER, type PersonId } from '../support/rabat.js';

/**
 * Who gets through the door of each route, as the issue of permissions is meant to be: written down once more here, by
 * route and not by action, so that a slip in the application's table or in a route is seen. A route that is missing
 * here fails the test, and so does a cell without a route.
 */
export interface Cell {
  /** Those who get through; everyone else is told 403. */
  readonly opens: readonly PersonId[];
  /** What those who do not get through are told, where it is not 403. */
  readonly otherwise?: 404;
  /** A body that would be accepted, where the answer depends on whose thing it is about. */
  readonly sends?: object;
}

/** One person for each role and side; `es-delegate` is of a member that has no part in the handover. */
export const COLUMNS: readonly PersonId[] = [
  'sec',
  'ma-lead',
  'ma-delegate',
  'pt-lead',
  'pt-delegate',
  'watcher',
  'es-delegate',
];

/** Addresses of things that are there; ids that are made anew for each run are filled in by the test. */
export const IDS: Readonly<Record<string, string>> = {
  member: 'MA',
  office: 'ma-office',
  person: 'ma-lead',
  calendar: 'MA',
  meeting: 'som-2024-rabat',
  handover: HANDOVER,
  section: 'GOV',
  task: 'GOV-01',
  template: 'rabat-som-handover',
  version: '1.0.0',
  number: '1',
  round: '0',
  side: 'outgoing',
  term: '2022-ma',
};

const EVERYONE = COLUMNS;
const SECRETARIAT: readonly PersonId[] = ['sec'];
/** Those with a part in the handover: they read it, and work on it. */
const PARTIES: readonly PersonId[] = ['sec', 'ma-lead', 'ma-delegate', 'pt-lead', 'pt-delegate'];
const PARTIES_AND_OBSERVERS: readonly PersonId[] = [...PARTIES, 'watcher'];

const BODY = '/api/v1/bodies/:body';
const OF_HANDOVER = `${BODY}/handovers/:handover`;
const OF_TASK = `${OF_HANDOVER}/tasks/:task`;
const REASON = { reason: 'As agreed in writing' };

const TERM_MOVES = [
  'confirm',
  'start',
  'conclude',
  'lapse',
  'suspend',
  'resume',
  'extend',
  'shorten',
  'change-holder',
  'relabel',
];
const ROTATION_CHANGES = [
  'appoint-caretaker',
  'bridge',
  'declare-vacancy',
  'insert',
  'move-passage',
  'set-successor',
  'shift',
  'skip',
  'swap',
  'withdraw',
];

/** The secretariat alone plans terms and turns. */
function moves(path: string, names: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(names.map((name) => [`POST ${path}/${name}`, { opens: SECRETARIAT }]));
}

const OF_SECTION = `${OF_HANDOVER}/sections/:section`;

/** A review is between the chairs and the secretariat; which of them may what the engine decides. */
const REVIEW_CELLS: Readonly<Record<string, Cell>> = {
  [`GET ${OF_SECTION}`]: { opens: PARTIES },
  [`GET ${OF_SECTION}/content`]: { opens: PARTIES },
  [`GET ${OF_SECTION}/comments`]: { opens: PARTIES },
  [`POST ${OF_SECTION}/present`]: { opens: PARTIES, sends: { summary: 'What was done' } },
  [`POST ${OF_SECTION}/change`]: { opens: PARTIES, sends: { summary: 'What was done' } },
  [`POST ${OF_SECTION}/accept`]: { opens: PARTIES },
  [`POST ${OF_SECTION}/reserve`]: { opens: PARTIES, sends: { reservation: 'Not all of it' } },
  [`POST ${OF_SECTION}/return`]: { opens: PARTIES, sends: REASON },
  [`POST ${OF_SECTION}/comments`]: { opens: PARTIES, sends: { text: 'Noted' } },
};

export const CELLS: Readonly<Record<string, Cell>> = {
  'GET /api/v1/me': { opens: EVERYONE },
  [`GET ${BODY}`]: { opens: EVERYONE },
  [`GET ${BODY}/members`]: { opens: EVERYONE },
  [`POST ${BODY}/members`]: { opens: SECRETARIAT },
  [`GET ${BODY}/members/:member`]: { opens: EVERYONE },
  [`PATCH ${BODY}/members/:member`]: { opens: SECRETARIAT },
  [`GET ${BODY}/offices`]: { opens: EVERYONE },
  [`POST ${BODY}/offices`]: { opens: SECRETARIAT },
  [`GET ${BODY}/offices/:office`]: { opens: EVERYONE },
  [`PATCH ${BODY}/offices/:office`]: { opens: SECRETARIAT },
  [`GET ${BODY}/persons`]: { opens: EVERYONE },
  [`POST ${BODY}/persons`]: { opens: SECRETARIAT },
  [`GET ${BODY}/persons/:person`]: { opens: EVERYONE },
  [`PATCH ${BODY}/persons/:person`]: { opens: SECRETARIAT },
  [`POST ${BODY}/persons/:person/leave`]: { opens: SECRETARIAT },
  [`GET ${BODY}/roles`]: { opens: EVERYONE },
  [`POST ${BODY}/roles`]: { opens: SECRETARIAT },
  [`GET ${BODY}/roles/:role`]: { opens: EVERYONE },
  [`POST ${BODY}/roles/:role/end`]: { opens: SECRETARIAT },
  [`GET ${BODY}/stand-ins`]: { opens: EVERYONE },
  // The stand-in of the test is that of ma-lead.
  [`POST ${BODY}/stand-ins`]: {
    opens: ['sec', 'ma-lead'],
    sends: { personId: 'ma-lead', standInId: 'ma-lead', fromDay: '2023-10-03', untilDay: '2023-10-04' },
  },
  [`GET ${BODY}/stand-ins/:standIn`]: { opens: EVERYONE },
  [`POST ${BODY}/stand-ins/:standIn/end`]: { opens: ['sec', 'ma-lead'], sends: { untilDay: '2023-10-03' } },
  [`GET ${BODY}/tokens`]: { opens: EVERYONE },
  // The token of the test is that of ma-lead.
  [`POST ${BODY}/tokens`]: {
    opens: ['sec', 'ma-lead'],
    sends: { personId: 'ma-lead', label: 'x', expiresOn: '2020-01-01' },
  },
  [`GET ${BODY}/tokens/:token`]: { opens: ['sec', 'ma-lead'], otherwise: 404 },
  [`POST ${BODY}/tokens/:token/revoke`]: { opens: ['sec', 'ma-lead'] },
  [`GET ${BODY}/calendars`]: { opens: EVERYONE },
  [`POST ${BODY}/calendars`]: { opens: SECRETARIAT },
  [`GET ${BODY}/calendars/:calendar`]: { opens: EVERYONE },
  [`PUT ${BODY}/calendars/:calendar`]: { opens: SECRETARIAT },

  [`GET ${BODY}/meetings`]: { opens: EVERYONE },
  [`POST ${BODY}/meetings`]: { opens: SECRETARIAT },
  [`GET ${BODY}/meetings/:meeting`]: { opens: EVERYONE },
  [`PATCH ${BODY}/meetings/:meeting`]: { opens: SECRETARIAT },
  [`GET ${BODY}/templates`]: { opens: EVERYONE },
  [`POST ${BODY}/templates`]: { opens: SECRETARIAT },
  [`GET ${BODY}/templates/:template/:version`]: { opens: EVERYONE },
  [`POST ${BODY}/plan/preview`]: { opens: SECRETARIAT },
  [`POST ${BODY}/plan/apply`]: { opens: SECRETARIAT },

  [`GET ${BODY}/chair`]: { opens: EVERYONE },
  [`GET ${BODY}/terms`]: { opens: EVERYONE },
  [`GET ${BODY}/terms/:term`]: { opens: EVERYONE },
  [`POST ${BODY}/terms`]: { opens: SECRETARIAT },
  ...moves(`${BODY}/terms/:term`, TERM_MOVES),
  [`GET ${BODY}/rotation`]: { opens: EVERYONE },
  [`POST ${BODY}/rotation/import`]: { opens: SECRETARIAT },
  ...SIGNING_CELLS,
  ...RECORD_CELLS,
  ...moves(
    `${BODY}/rotation`,
    ROTATION_CHANGES.flatMap((change) => [`${change}/preview`, `${change}/apply`]),
  ),

  [`GET ${BODY}/handovers`]: { opens: EVERYONE },
  [`POST ${BODY}/handovers`]: { opens: SECRETARIAT },
  [`GET ${OF_HANDOVER}`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_HANDOVER}/pack`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_HANDOVER}/pack/assets`]: { opens: PARTIES_AND_OBSERVERS },
  [`POST ${OF_HANDOVER}/pack/assets`]: { opens: PARTIES, sends: { kind: 'other', name: 'x' } },
  [`POST ${OF_HANDOVER}/pack/assets/:asset/transfer`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/pack/assets/:asset/confirm`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/pack/assets/:asset/send-back`]: { opens: PARTIES, sends: { reason: 'x' } },
  [`POST ${OF_HANDOVER}/pack/assets/:asset/remove`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/readiness`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_HANDOVER}/plan`]: { opens: PARTIES_AND_OBSERVERS },
  [`POST ${OF_HANDOVER}/prepare`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/freeze`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/reopen`]: { opens: PARTIES, sends: REASON },
  [`POST ${OF_HANDOVER}/effect`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/close`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/cancel`]: { opens: PARTIES, sends: REASON },
  [`GET ${OF_HANDOVER}/account`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_HANDOVER}/account/export`]: { opens: PARTIES },
  [`GET ${BODY}/account`]: { opens: SECRETARIAT },
  [`GET ${OF_HANDOVER}/notifications`]: { opens: SECRETARIAT },
  [`GET ${BODY}/deliveries`]: { opens: SECRETARIAT },
  [`GET ${BODY}/deliveries/:delivery`]: { opens: SECRETARIAT },
  [`POST ${BODY}/deliveries/:delivery/resend`]: { opens: SECRETARIAT },
  [`GET ${BODY}/next-mails`]: { opens: SECRETARIAT },

  [`GET ${BODY}/tasks/mine`]: { opens: EVERYONE },
  [`GET ${OF_HANDOVER}/tasks`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_TASK}`]: { opens: PARTIES_AND_OBSERVERS },
  [`POST ${OF_TASK}/start`]: { opens: PARTIES },
  [`POST ${OF_TASK}/submit`]: { opens: PARTIES },
  [`POST ${OF_TASK}/return`]: { opens: PARTIES, sends: REASON },
  [`POST ${OF_TASK}/accept`]: { opens: PARTIES },
  [`POST ${OF_TASK}/waive`]: { opens: PARTIES, sends: REASON },
  [`POST ${OF_TASK}/commit`]: { opens: PARTIES, sends: { ...REASON, dueOn: '2024-03-01' } },
  [`POST ${OF_TASK}/reopen`]: { opens: PARTIES, sends: REASON },
  [`POST ${OF_TASK}/reassign`]: { opens: PARTIES, sends: { personId: 'ma-lead' } },
  [`POST ${OF_TASK}/pin`]: { opens: SECRETARIAT, sends: { ...REASON, on: '2024-01-15' } },
  [`POST ${OF_TASK}/unpin`]: { opens: SECRETARIAT, sends: REASON },
  [`POST ${OF_TASK}/comments`]: { opens: PARTIES, sends: { text: 'Noted' } },
  [`POST ${OF_TASK}/evidence`]: {
    opens: PARTIES,
    sends: { title: 'Letter', reference: 'https://files.secretariat.example/letter.pdf' },
  },
  [`POST ${OF_HANDOVER}/evidence`]: {
    opens: PARTIES,
    sends: { links: [{ task: 'no-task', title: 'Letter', reference: 'https://files.secretariat.example/list.pdf' }] },
  },
  [`DELETE ${OF_TASK}/evidence/:evidence`]: { opens: PARTIES },
  ...REVIEW_CELLS,
  [`GET ${OF_TASK}/documents`]: { opens: PARTIES_AND_OBSERVERS },
  [`POST ${OF_TASK}/documents`]: { opens: PARTIES },
  // The document of the test is public.
  [`GET ${OF_TASK}/documents/:document`]: { opens: PARTIES_AND_OBSERVERS },
  [`POST ${OF_TASK}/documents/:document/versions`]: { opens: PARTIES },
  [`GET ${OF_TASK}/documents/:document/content`]: { opens: EVERYONE },
  [`GET ${OF_TASK}/documents/:document/versions/:number/content`]: { opens: EVERYONE },
};
