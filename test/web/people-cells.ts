import { COLUMNS } from '../api/permission-cells.js';

/** Settings, people, stand-ins: a part of the table of pages. What is somebody else's is not there. */
export const PEOPLE_CELLS = {
  'GET /settings': { opens: COLUMNS },
  'POST /settings/language': { opens: COLUMNS, sends: { language: 'en' } },
  'POST /settings/sessions/:session/end': { opens: [], otherwise: 404 },
  'POST /settings/tokens': { opens: COLUMNS },
  'POST /settings/tokens/:token/revoke': { opens: [], otherwise: 404 },
} as const;
