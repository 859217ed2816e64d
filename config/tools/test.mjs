import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './checks.mjs';
import { findChromium, findHeadlessShell } from './chromium.mjs';
import { root } from './project.mjs';
import { findRedisServer } from './redis-server.mjs';
import { checkNode, installPackages } from './set-up.mjs';
import { endWithSteps, report, runStep } from './steps.mjs';
import { summary } from './test-summary.mjs';

/**
 * `npm test`: everything that has to hold, from a clean clone. Every step runs, also after one has failed; the last lines
 * say how many tests ran, on which queue and in a browser, and what was left out. Arguments go to Jest: `npm test -- test/engine`.
 */
checkNode();
installPackages();
endWithSteps();
const programs = {
  GAVEL_REDIS_SERVER: findRedisServer(),
  GAVEL_CHROMIUM: findChromium(),
  GAVEL_CHROMIUM_SHELL: findHeadlessShell(),
};
const checks = await runChecks();
const jest = await runJest(process.argv.slice(2), programs);
report('jest', jest);

const { lines, failed } = summary(jest, checks, process.env.CI === 'true');
process.stdout.write(`\n${lines.join('\n')}\n`);
process.exitCode = failed === 0 ? 0 : 1;

async function runJest(args, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'gavel-results-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const results = join(folder, 'jest.json');
  const outcome = await runStep(
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      '--config=config/tools/jest.config.mjs',
      '--json',
      `--outputFile=${results}`,
      ...args,
    ],
    { shown: true, environment },
  );
  return { ...outcome, results: readResults(results) };
}

/** Null when Jest ended before it could write any. */
function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
