/** What tests import as `@jest/globals`; see config/tools/jest-runner.mjs. */
export { jestExpect as expect } from '@jest/expect';
export { afterAll, afterEach, beforeAll, beforeEach, describe, test } from 'jest-circus';
