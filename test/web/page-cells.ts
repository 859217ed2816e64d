import { HANDOVER, type PersonId } from '../support/rabat.js';
import { COLUMNS } from '../api/permission-cells.js';
import { CONTENT_CELLS } from './content-cells.js';
import { PEOPLE_CELLS } from './people-cells.js';
import { RECORD_CELLS } from './record-cells.js';
import { REVIEW_CELLS } from './review-cells.js';
import { SIGN_IN_CELLS, WAY_IN } from './sign-in-cells.js';
import { SIGNING_CELLS } from './signing-cells.js';

/**
 * Who gets through the door of each page and each form, written down once more, by route and not by action. A route
 * that is missing here fails the test, and so does a cell without a route.
 */
export interface PageCell {
  /** Those who get through; everyone else is told 403. */
  readonly opens: readonly PersonId[];
  /** What those who do not get through are told, where it is not 403. */
  readonly otherwise?: 404;
  /** Fields of the form, where the answer depends on whose thing it is about. */
  readonly sends?: Readonly<Record<string, string>>;
  /** Behind the address, as far as the page needs it. */
  readonly query?: string;
  /** Headers without which the answer would never end. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether whoever gets through has no session afterwards. */
  readonly endsSession?: true;
}

/** Values of `:name` in addresses; ids that are made anew for each run are filled in by the test. */
export const PAGE_IDS: Readonly<Record<string, string>> = {
  handover: HANDOVER,
  task: 'GOV-01',
  section: 'GOV',
  revision: '1',
  number: '1',
  round: '0',
  side: 'outgoing',
  person: 'ma-lead',
  factor: '00000000-0000-4000-8000-000000000000',
  session: '00000000-0000-4000-8000-000000000000',
  token: '00000000-0000-4000-8000-000000000000',
};

const EVERYONE = COLUMNS;
const SECRETARIAT: readonly PersonId[] = ['sec'];
/** Those with a part in the handover: they read it, and work on it. */
const PARTIES: readonly PersonId[] = ['sec', 'ma-lead', 'ma-delegate', 'pt-lead', 'pt-delegate'];
const PARTIES_AND_OBSERVERS: readonly PersonId[] = [...PARTIES, 'watcher'];

const OF_HANDOVER = '/bodies/:body/handovers/:handover';

export const PAGE_CELLS: Readonly<Record<string, PageCell>> = {
  'GET /': { opens: EVERYONE },
  'GET /bodies/:body/handovers/plan': { opens: SECRETARIAT },
  'GET /bodies/:body/rotation': { opens: EVERYONE },
  'POST /sign-out': { opens: EVERYONE, endsSession: true },
  ...SIGN_IN_CELLS,
  ...PEOPLE_CELLS,
  ...SIGNING_CELLS,
  ...REVIEW_CELLS,
  ...RECORD_CELLS,
  'POST /demo/clock': { opens: EVERYONE, sends: { step: 'none' } },
  'GET /bodies/:body/handovers': { opens: EVERYONE },
  [`GET ${OF_HANDOVER}`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_HANDOVER}/activity`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_HANDOVER}/activity.csv`]: { opens: SECRETARIAT },
  [`GET ${OF_HANDOVER}/tasks`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_HANDOVER}/tasks.csv`]: { opens: SECRETARIAT },
  [`GET ${OF_HANDOVER}/tasks/:task`]: { opens: PARTIES_AND_OBSERVERS },
  [`POST ${OF_HANDOVER}/tasks/:task/start`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/comments`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/tasks/:task/submit`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/submit`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/tasks/:task/accept`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/accept`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/tasks/:task/return`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/return`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/tasks/:task/reopen`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/reopen`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/tasks/:task/waive`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/waive`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/tasks/:task/commit`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/commit`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/tasks/:task/reassign`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/reassign`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/tasks/:task/pin`]: { opens: SECRETARIAT },
  [`POST ${OF_HANDOVER}/tasks/:task/pin`]: { opens: SECRETARIAT },
  [`GET ${OF_HANDOVER}/tasks/:task/unpin`]: { opens: SECRETARIAT },
  [`POST ${OF_HANDOVER}/tasks/:task/unpin`]: { opens: SECRETARIAT },
  [`GET ${OF_HANDOVER}/tasks/:task/links/new`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/links/new`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/tasks/:task/documents/new`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/documents/new`]: { opens: PARTIES },
  // The document of the test is public.
  [`GET ${OF_HANDOVER}/tasks/:task/documents/:document`]: { opens: EVERYONE },
  [`GET ${OF_HANDOVER}/tasks/:task/documents/:document/versions/:number`]: { opens: EVERYONE },
  [`GET ${OF_HANDOVER}/tasks/:task/evidence/:evidence/remove`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/tasks/:task/evidence/:evidence/remove`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/sections/:section/submit`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/sections/:section/submit`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/calendar`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_HANDOVER}/calendar/address`]: { opens: PARTIES_AND_OBSERVERS },
  [`POST ${OF_HANDOVER}/calendar/address`]: { opens: PARTIES_AND_OBSERVERS },
  [`POST ${OF_HANDOVER}/calendar/address/revoke`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_HANDOVER}/move`]: { opens: SECRETARIAT },
  [`GET ${OF_HANDOVER}/move/preview`]: { opens: SECRETARIAT, query: '?what=rules' },
  [`POST ${OF_HANDOVER}/move`]: { opens: SECRETARIAT },
  [`GET ${OF_HANDOVER}/prepare`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/prepare`]: { opens: PARTIES },
  [`GET ${OF_HANDOVER}/cancel`]: { opens: PARTIES },
  [`POST ${OF_HANDOVER}/cancel`]: { opens: PARTIES, sends: { reason: 'Because' } },
  ...CONTENT_CELLS,
  'GET /bodies/:body/handovers/new': { opens: SECRETARIAT },
  'POST /bodies/:body/handovers/new': { opens: SECRETARIAT },
  [`GET ${OF_HANDOVER}/plan`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_HANDOVER}/plan/:revision`]: { opens: PARTIES_AND_OBSERVERS },
  [`GET ${OF_HANDOVER}/events`]: { opens: PARTIES_AND_OBSERVERS, headers: { 'save-data': 'on' } },
};

/** Pages and forms that need no session. */
export const OPEN_PAGES: readonly string[] = [
  'GET /assets/:file',
  'GET /demo/mailbox',
  'GET /demo/mailbox/:mail',
  'GET /demo/mailbox/:mail/file',
  'GET /feeds/:file',
  'GET /language/:language',
  'GET /help',
  'GET /accessibility',
  'GET /personal-data',
  'GET /verify',
  ...WAY_IN,
  'POST /demo/sign-in',
];
