import { COLUMNS } from '../api/permission-cells.js';
import type { PersonId } from '../support/rabat.js';

const SECRETARIAT: readonly PersonId[] = ['sec'];
/** Observers are never away: they do nothing that somebody would have to do for them. */
const AT_WORK = COLUMNS.filter((person) => person !== 'watcher');

const PERSON = '/bodies/:body/people/:person';
const STAND_INS = '/bodies/:body/stand-ins';

/** Settings, people, stand-ins: a part of the table of pages. What is somebody else's is not there. */
export const PEOPLE_CELLS = {
  'GET /settings': { opens: COLUMNS },
  'POST /settings/language': { opens: COLUMNS, sends: { language: 'en' } },
  'POST /settings/sessions/:session/end': { opens: [], otherwise: 404 },
  'POST /settings/tokens': { opens: COLUMNS },
  'POST /settings/tokens/:token/revoke': { opens: [], otherwise: 404 },
  'GET /bodies/:body/people': { opens: COLUMNS },
  'GET /bodies/:body/new-person': { opens: SECRETARIAT },
  'POST /bodies/:body/new-person': { opens: SECRETARIAT },
  [`GET ${PERSON}`]: { opens: COLUMNS },
  [`GET ${PERSON}/change`]: { opens: SECRETARIAT },
  [`POST ${PERSON}/change`]: { opens: SECRETARIAT },
  [`GET ${PERSON}/leave`]: { opens: SECRETARIAT },
  [`POST ${PERSON}/leave`]: { opens: SECRETARIAT },
  [`GET ${PERSON}/roles/new`]: { opens: SECRETARIAT },
  [`POST ${PERSON}/roles/new`]: { opens: SECRETARIAT },
  [`GET ${PERSON}/roles/:role/end`]: { opens: SECRETARIAT },
  [`POST ${PERSON}/roles/:role/end`]: { opens: SECRETARIAT },
  [`GET ${STAND_INS}/:standIn/end`]: { opens: ['sec', 'ma-lead'] },
  [`POST ${STAND_INS}/:standIn/end`]: { opens: ['sec', 'ma-lead'] },
  [`GET ${STAND_INS}/new`]: { opens: AT_WORK },
  [`POST ${STAND_INS}/new`]: { opens: AT_WORK },
} as const;
