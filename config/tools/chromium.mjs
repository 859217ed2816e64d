import { findOrInstall } from './apt.mjs';

/** What the same browser is called on the systems that have it. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser for the tests of the pages; an empty text when there is none. */
export function findChromium() {
  return findOrInstall({ programs: PROGRAMS, packageName: 'chromium', forWhat: 'the tests of the pages' });
}
