import { relative, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { jestExpect } from '@jest/expect';
import { createEmptyTestResult } from '@jest/test-result';
import { getState, resetState, run } from 'jest-circus';
import { formatExecError, formatResultsErrors } from 'jest-message-util';
import { root } from './project.mjs';
import { testBuild } from './transpile.mjs';

/**
 * Jest's own way to run a test file, but for one thing: the file and all that it imports are the process's own modules,
 * compiled beforehand, and not loaded anew into a sandbox. Loading Nest and TypeORM for each file cost more than most tests
 * do. The price is that files that run in one process share what modules remember; each still has its own databases.
 */
export default async function runTestFile(globalConfig, config, _environment, _runtime, testPath) {
  prepare(globalConfig, testPath);
  const began = Date.now();
  const release = catchStrayErrors();
  try {
    await import(pathToFileURL(compiled(testPath)).href);
    return result(await run(), { globalConfig, config, testPath, began });
  } finally {
    release();
  }
}

function compiled(testPath) {
  return join(testBuild, relative(root, testPath).replace(/\.ts$/, '.js'));
}

function prepare({ testTimeout, testNamePattern, maxConcurrency, expand }, testPath) {
  resetState();
  Object.assign(getState(), { maxConcurrency, expand }, testTimeout && { testTimeout });
  if (testNamePattern) getState().testNamePattern = new RegExp(testNamePattern, 'i');
  jestExpect.setState({ expand, testPath, suppressedErrors: [] });
}

/** What fails outside of any promise that a test waits for is a failure of the test that runs then. */
function catchStrayErrors() {
  const before = new Map(['uncaughtException', 'unhandledRejection'].map((name) => [name, process.rawListeners(name)]));
  const caught = (error) => {
    const { currentlyRunningTest, unhandledErrors } = getState();
    (currentlyRunningTest?.errors ?? unhandledErrors).push([error, error]);
  };
  for (const name of before.keys()) process.removeAllListeners(name).on(name, caught);
  return () => {
    for (const [name, listeners] of before) {
      process.removeListener(name, caught);
      for (const listener of listeners) process.on(name, listener);
    }
  };
}

function result({ testResults, unhandledErrors }, { globalConfig, config, testPath, began }) {
  const cases = testResults.map(caseResult);
  const count = (status) => cases.filter((each) => each.status === status).length;
  const stray = unhandledErrors.map((stack) => ({ message: '', stack }));
  const told = [
    formatResultsErrors(cases, config, globalConfig, testPath),
    ...stray.map((error) => formatExecError(error, config, globalConfig, testPath)),
  ].filter(Boolean);
  const end = Date.now();
  return {
    ...createEmptyTestResult(),
    failureMessage: told.length === 0 ? null : told.join('\n\n'),
    numFailingTests: count('failed'),
    numPassingTests: count('passed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    perfStats: { start: began, end, runtime: end - began, slow: (end - began) / 1000 > config.slowTestThreshold },
    testExecError: stray[0],
    testFilePath: testPath,
    testResults: cases,
  };
}

function caseResult({ testPath: [, ...names], errors, errorsDetailed, status, duration, startedAt }) {
  const statuses = { skip: 'pending', todo: 'todo', done: errors.length > 0 ? 'failed' : 'passed' };
  return {
    ancestorTitles: names.slice(0, -1),
    duration,
    failureDetails: errorsDetailed,
    failureMessages: errors,
    fullName: names.join(' '),
    invocations: 1,
    location: null,
    numPassingAsserts: 0,
    retryReasons: [],
    startAt: startedAt,
    status: statuses[status] ?? status,
    title: names.at(-1),
  };
}
