/** The names of tests of the queue end in the queue they ran on; see test/support/both-queues.ts. */
const POSTGRES = '[Postgres queue]';
const REDIS = '[Redis queue]';
/** And those of tests that drive a browser in this; see test/support/browser.ts. */
const CHROMIUM = '[Chromium]';

/**
 * The last lines of `npm test`: what Jest reported and the checks together. Where nothing may be left out, leaving
 * something out is a failure; and so is a run that ended badly although no test failed.
 */
export function summary(jest, checks, nothingMayBeLeftOut) {
  const tests = (jest.results?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  const withStatus = (status) => tests.filter((test) => test.status === status);
  const [passed, failed, leftOut] = ['passed', 'failed', 'pending'].map(withStatus);
  const ran = [...passed, ...failed];
  const endingIn = (ending, among) => among.filter(({ fullName }) => fullName.endsWith(ending));
  const on = (ending) => endingIn(ending, ran).length;

  const suites = jest.results?.numRuntimeErrorTestSuites ?? 0;
  const unexplained = !jest.ok && failed.length + suites === 0 ? 1 : 0;
  const forbidden = nothingMayBeLeftOut && leftOut.length > 0 ? 1 : 0;
  const failures = checks.failed + failed.length + suites + unexplained + forbidden;

  return {
    failed: failures,
    lines: [
      `${ran.length} tests ran, ${on(POSTGRES)} of them on the Postgres queue, ${on(REDIS)} on the Redis queue and ` +
        `${on(CHROMIUM)} in Chromium; ${checks.passed + checks.failed} checks.`,
      ...listed('Failed', failed),
      ...(suites > 0 ? [`Test files that could not run: ${suites}.`] : []),
      ...(unexplained > 0 ? ['The run of the tests failed as a whole; see above.'] : []),
      ...listed('Left out, for want of redis-server', endingIn(REDIS, leftOut)),
      ...listed('Left out, for want of Chromium', endingIn(CHROMIUM, leftOut)),
      ...(forbidden > 0 ? ['With CI=true nothing may be left out: that is a failure.'] : []),
      `${checks.passed + passed.length} passed, ${failures} failed${leftOut.length > 0 ? `, ${leftOut.length} skipped` : ''}`,
    ],
  };
}

function listed(title, tests) {
  return tests.length === 0 ? [] : [`${title}:`, ...tests.map(({ fullName }) => `  ${fullName}`)];
}
