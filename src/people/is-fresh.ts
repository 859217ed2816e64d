import type { Viewer } from './find-session.js';

/** Milliseconds for which a sign-in counts as fresh: whoever signs for a country has just shown who they are. */
const FRESH = 5 * 60_000;

/**
 * Whether somebody proved who they are within the last five minutes, by the real time, which a demo's clock does not move.
 * @param now milliseconds since 1970.
 */
export function isFresh({ signedInAt }: Pick<Viewer, 'signedInAt'>, now = Date.now()): boolean {
  return now - signedInAt.getTime() <= FRESH;
}
