/** Whether this is the run that does nothing else (`npm run chaos`); the tests do a tenth of its load. */
const isFull = process.env.GAVEL_CHAOS === 'full';

/** So much of something in the full run, a tenth of it in the tests. */
export function load(full: number): number {
  return isFull ? full : Math.ceil(full / 10);
}

/** Milliseconds within which a test has to be over: so much in the tests, so much in the full run. */
export function within(tenth: number, full: number): number {
  return isFull ? full : tenth;
}
