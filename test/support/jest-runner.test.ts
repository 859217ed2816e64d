import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { projectFile } from './project-file.js';

interface Told {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { title: string; status: string; failureMessages: readonly string[] }[];
  }[];
}

/** Runs the test files that are unwell, as the tests are run, and gives what Jest says of them. */
async function runUnwell(...args: string[]): Promise<Told> {
  const config = {
    rootDir: fileURLToPath(projectFile('.')),
    testRunner: '<rootDir>/config/tools/jest-runner.mjs',
    testMatch: ['<rootDir>/test/support/unwell/*.fixture.ts'],
    testTimeout: 300,
    transform: {},
  };
  const jest = fileURLToPath(projectFile('node_modules/jest/bin/jest.js'));
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [jest, '--config', JSON.stringify(config), '--json', ...args], (_, stdout) =>
      resolve(stdout),
    );
  });
  return JSON.parse(said) as Told;
}

test('whatever goes wrong in a test file is told of the test in which it did', async () => {
  const told = await runUnwell();
  const [file] = told.testResults;
  const reasons = (file?.assertionResults ?? []).map(
    ({ title, failureMessages: [reason] }) => [title, reason?.split('\n')[0]?.slice(0, 60)] as const,
  );
  expect(Object.fromEntries(reasons)).toEqual({
    'is well': undefined,
    'expects something else': expect.stringContaining('expect('),
    hangs: expect.stringContaining('Exceeded timeout of 300 ms'),
    'lets something fail that nobody waits for': 'Error: Nobody waited',
    'throws where nobody catches': 'Error: Nobody caught',
    'fails what comes behind it': 'Error: Not set up',
  });
  expect(file?.message).toContain('Not cleaned up');
  expect(file?.message).toContain('test/support/unwell/unwell.fixture.ts');
});

test('one may ask for some tests alone', async () => {
  const told = await runUnwell('-t', 'is well');
  expect(told.numPassedTests).toBe(1);
  expect(told.testResults[0]?.assertionResults.map(({ status }) => status).sort()).toEqual([
    'passed',
    ...Array.from({ length: 5 }, () => 'pending'),
  ]);
});
