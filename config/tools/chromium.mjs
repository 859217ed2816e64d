import { findOrInstall } from './apt.mjs';

/** What the same browser is called on the systems that have it. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];
/** The same without windows, and so without what surrounds a page: nearly all tests can do with it, in half the time. */
const SHELL = 'chromium-headless-shell';

const forWhat = 'the tests of the pages';

/** The browser for the tests of the pages; an empty text when there is none. */
export function findChromium() {
  return findOrInstall({ programs: PROGRAMS, packageName: 'chromium', forWhat });
}

/** The one without windows; an empty text when there is none, and the other has to do it all. */
export function findHeadlessShell() {
  return findOrInstall({ programs: [SHELL], packageName: SHELL, forWhat });
}
