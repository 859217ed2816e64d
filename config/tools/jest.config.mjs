import { root } from './project.mjs';
import { transpile } from './transpile.mjs';

// Tests run compiled, as everything does; see jest-runner.mjs.
await transpile();

const common = {
  rootDir: root,
  testRunner: '<rootDir>/config/tools/jest-runner.mjs',
  transform: {},
};

/** What needs nothing but itself starts at once; the services are started only when a test of the second kind runs. */
const PURE = '/test/(engine|config)/.*\\.test\\.ts$';

export default {
  rootDir: root,
  rootDir: root,
  // Three at a time, each with its own databases: two that compute and one that waits; see jest-sequencer.mjs.
  maxWorkers: 3,
  testSequencer: '<rootDir>/config/tools/jest-sequencer.mjs',
  testTimeout: 60_000,
  projects: [
    { ...common, roots: ['<rootDir>/test'], testRegex: [PURE] },
    {
      ...common,
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [PURE],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
