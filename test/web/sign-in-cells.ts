import { COLUMNS } from '../api/permission-cells.js';
import type { PersonId } from '../support/rabat.js';

const SECRETARIAT: readonly PersonId[] = ['sec'];

/** Who may change what they, or others, sign in with: a part of the table of pages. */
export const SIGN_IN_CELLS = {
  'GET /sign-in/again': { opens: COLUMNS },
  'POST /sign-in/again': { opens: COLUMNS },
  'GET /settings/second-factors': { opens: COLUMNS },
  'POST /settings/second-factors/add': { opens: COLUMNS },
  'POST /settings/second-factors/recovery-codes': { opens: COLUMNS },
  'POST /settings/second-factors/:factor/remove': { opens: [], otherwise: 404 },
  'GET /bodies/:body/people/:person/second-factors': { opens: SECRETARIAT },
  'POST /bodies/:body/people/:person/second-factors': { opens: SECRETARIAT },
} as const;

/** The way in: open to all, because nobody has a session on it. */
export const WAY_IN: readonly string[] = [
  'GET /sign-in',
  'POST /sign-in',
  'GET /sign-in/sent',
  'POST /sign-in/code',
  'GET /sign-in/link/:secret',
  'POST /sign-in/link',
  'GET /sign-in/second-factor',
  'GET /sign-in/second-factor/:body',
  'POST /sign-in/second-factor/:body/app',
  'POST /sign-in/second-factor/:body/passkey',
  'POST /sign-in/second-factor/:body/recovery',
  'GET /sign-in/add/:body',
  'POST /sign-in/add/:body/app',
  'POST /sign-in/add/:body/passkey',
  'GET /sign-in/openid',
  'GET /sign-in/openid/callback',
];
